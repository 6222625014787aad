package org.comity.denials.consultation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.denials.consultation.ConsultationView.ExchangeView;
import org.comity.denials.consultation.thread.Answer;
import org.comity.denials.consultation.thread.ConsultationType;
import org.comity.denials.consultation.thread.ThreadLife;
import org.comity.denials.consultation.thread.ThreadState;
import org.comity.sharing.release.Tlp;

/** What its reader sees of a consultation: the rows that a view is made of, and what follows from them alone. */
record Seen(
        ConsultationEntity consultation,
        Part part,
        Optional<ConsultationFileEntity> file,
        Optional<ConsultationStore.Asked> transaction,
        List<ThreadEntity> threads,
        Map<UUID, List<ConsultationStore.Cited>> cited,
        Map<UUID, List<ExchangeView>> exchanges,
        Optional<ConsultationStore.Decision> outcome,
        Optional<NoticeStore.SentNotice> notice) {

    List<ConsultationStore.Cited> citedIn(ThreadEntity thread) {
        return cited.getOrDefault(thread.id(), List.of());
    }

    List<ExchangeView> saidIn(ThreadEntity thread) {
        return exchanges.getOrDefault(thread.id(), List.of());
    }

    /** Whether a grant, were it decided now, would ask for a notice (docs/rules.md ). */
    boolean asksForNotice() {
        return consultation.type() == ConsultationType.ESSENTIAL_INTEREST || isContradicted();
    }

    /** Whether an answer or a denial in force stands against a grant; a voluntary thread never does. */
    private boolean isContradicted() {
        return consultation.type() == ConsultationType.NO_UNDERCUT
                && threads.stream()
                        .filter(thread -> !thread.isVoluntary())
                        .anyMatch(thread -> saysIdentical(thread)
                                || citedIn(thread).stream()
                                        .anyMatch(cited -> !cited.catchAll() && cited.ended() == null));
    }

    /** Whether a consulted state said identical, in time or late. */
    boolean isCalledIdentical() {
        return consultation.type() == ConsultationType.NO_UNDERCUT
                && threads.stream().anyMatch(thread -> !thread.isVoluntary() && saysIdentical(thread));
    }

    private static boolean saysIdentical(ThreadEntity thread) {
        return thread.state().said().filter(Answer.IDENTICAL::equals).isPresent();
    }

    /** How it stands with the notice of a grant, for the requesting state; for others what was sent. */
    ConsultationState.Notice noticeOfGrant() {
        if (notice.isPresent()) {
            return ConsultationState.Notice.SENT;
        }
        // what is said after it was filed away undoes nothing, and asks for nothing that could not be sent any more
        boolean granted = outcome.filter(decided -> decided.outcome().lets() && decided.closedAt() == null)
                .isPresent();
        boolean required = granted
                && (consultation.type() == ConsultationType.ESSENTIAL_INTEREST && part.isRequesting()
                        || file.map(ConsultationFileEntity::isNoticeRequired).orElse(false)
                        || isCalledIdentical());
        return required ? ConsultationState.Notice.OUTSTANDING : ConsultationState.Notice.NOT_REQUIRED;
    }

    /**
     * The strictest label of what this reader sees: the consultation's own, those of the denials cited to it, and those of
     * the notice that it may read.
     */
    Tlp tlp() {
        return Stream.of(
                        Stream.of(consultation.tlp()),
                        cited.values().stream().flatMap(List::stream).map(ConsultationStore.Cited::tlp),
                        notice.stream().flatMap(sent -> sent.denials().stream()).map(NoticeStore.Undercut::tlp))
                .flatMap(labels -> labels)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** When what this reader sees changed last. */
    Instant updatedAt(Instant now) {
        List<Instant> changes = new ArrayList<>();
        file.ifPresent(desk -> changes.add(desk.updatedAt()));
        if (part.isParty() && consultation.requestedAt() != null) {
            changes.add(consultation.requestedAt());
        }
        for (ThreadEntity thread : threads) {
            changes.add(thread.changedAt());
            if (ThreadLife.asOf(thread.state(), thread.type(), now) instanceof ThreadState.Deemed deemed) {
                changes.add(deemed.at());
            }
            citedIn(thread).stream()
                    .map(ConsultationStore.Cited::changedAt)
                    .filter(Objects::nonNull)
                    .forEach(changes::add);
        }
        outcome.ifPresent(decided -> {
            changes.add(decided.decidedAt());
            if (decided.closedAt() != null) {
                changes.add(decided.closedAt());
            }
        });
        notice.ifPresent(sent -> changes.add(sent.at()));
        return changes.stream().max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
}
