package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.denials.consultation.ConsultationView.Awaits;
import org.comity.denials.consultation.ConsultationView.ClockView;
import org.comity.denials.consultation.ConsultationView.NoticeOfGrantView;
import org.comity.denials.consultation.ConsultationView.ProposalView;
import org.comity.denials.consultation.ConsultationView.ThreadView;
import org.comity.denials.consultation.content.CandidateTransaction;
import org.comity.denials.consultation.thread.ThreadStatus;

/** Makes the line of a list out of a view, and so of what its reader sees alone. */
@Singleton
class ConsultationLines {

    private final Clock clock;

    ConsultationLines(Clock clock) {
        this.clock = clock;
    }

    /** The view as a line of a list. */
    ConsultationView.Summary of(ConsultationView view) {
        CandidateTransaction candidate = view.candidateTransaction();
        Instant now = clock.instant();
        Optional<ClockView> nearest = view.threads().stream()
                .filter(thread -> isOpen(thread) && !now.isAfter(thread.clock().dueAt()))
                .map(ThreadView::clock)
                .min(Comparator.comparing(ClockView::dueAt));
        return new ConsultationView.Summary(
                view.id(),
                view.ref(),
                view.role(),
                view.status(),
                view.requestingState(),
                Stream.concat(
                                view.threads().stream().map(ThreadView::state),
                                view.consultedStates().stream().map(consulted -> consulted.state()))
                        .distinct()
                        .toList(),
                view.type(),
                candidate == null
                        ? view.noticeOfGrant()
                                .map(NoticeOfGrantView::destination)
                                .orElse(null)
                        : candidate.destination(),
                candidate == null
                        ? view.noticeOfGrant()
                                .map(NoticeOfGrantView::controlCodes)
                                .orElse(List.of())
                        : candidate.controlCodes(),
                view.tlp(),
                view.requestedAt(),
                nearest.map(ClockView::dueAt).orElse(null),
                nearest.map(ClockView::dueOn).orElse(null),
                nearest.map(ClockView::calendarState).orElse(null),
                nearest.map(ClockView::zone).orElse(null),
                view.threads().stream().anyMatch(thread -> thread.deemed() != null && thread.reply() == null),
                awaits(view),
                view.updatedAt(),
                view.internalRef(),
                view.submittedBy());
    }

    private static boolean isOpen(ThreadView thread) {
        return thread.reply() == null && thread.deemed() == null && thread.status() != ThreadStatus.ENDED;
    }

    /** What waits for the reader's own state, from what it sees alone (docs/rules.md R-137). */
    private static List<Awaits> awaits(ConsultationView view) {
        Set<Awaits> awaits = EnumSet.noneOf(Awaits.class);
        boolean asked = view.role() == ConsultationView.Role.RECEIVED;
        if (view.status() == ConsultationStatus.NATIONAL_APPROVAL) {
            awaits.add(Awaits.APPROVAL);
        }
        if (view.status() == ConsultationStatus.DECISION_PENDING && !asked) {
            awaits.add(Awaits.DECISION);
        }
        if (!asked
                && view.noticeOfGrant().filter(NoticeOfGrantView::isOutstanding).isPresent()) {
            awaits.add(Awaits.NOTICE);
        }
        for (ThreadView thread : view.threads()) {
            ProposalView proposal = thread.clock().proposal();
            if (proposal != null && proposal.by().equals(thread.state()) != asked) {
                awaits.add(Awaits.EXTENSION);
            }
            if (asked && isOpen(thread)) {
                awaits.add(Awaits.REPLY);
            }
            if (!asked && thread.status() == ThreadStatus.NEED_MORE) {
                awaits.add(Awaits.MORE);
            }
        }
        return List.copyOf(awaits);
    }
}
