package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.comity.denials.consultation.ConsultationView.CitedView;
import org.comity.denials.consultation.ConsultationView.ClockView;
import org.comity.denials.consultation.ConsultationView.DeemedView;
import org.comity.denials.consultation.ConsultationView.ExchangeView;
import org.comity.denials.consultation.ConsultationView.ProposalView;
import org.comity.denials.consultation.ConsultationView.ReplyView;
import org.comity.denials.consultation.ConsultationView.ThreadView;
import org.comity.denials.consultation.thread.Talk;
import org.comity.denials.consultation.thread.ThreadLife;
import org.comity.denials.consultation.thread.ThreadState;
import org.comity.denials.consultation.thread.ThreadStatus;
import org.comity.denials.consultation.thread.ThreadStep;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.sharing.foureyes.LifeStep;
import org.jspecify.annotations.Nullable;

/** Makes the view of a thread, for a reader who sees it, with the steps that the reader may take in it. */
@Singleton
class ThreadViews {

    private final ThreadClock clocks;
    private final CurrentCaller current;

    ThreadViews(ThreadClock clocks, CurrentCaller current) {
        this.clocks = clocks;
        this.current = current;
    }

    /** What a step that the caller takes may look at. */
    Talk talk(Seen seen, ThreadEntity thread, Instant now) {
        return new Talk(
                thread.type(),
                current.get().ownState(),
                seen.saidIn(thread).stream().map(ExchangeView::kind).toList(),
                clocks.mostExtensionDays(seen.consultation()),
                proposal -> clocks.extended(thread, proposal),
                now);
    }

    /** What the reader may do next. */
    private List<String> steps(Seen seen, ThreadEntity thread, Instant now) {
        Caller caller = current.get();
        if (!caller.isLicensingDesk()) {
            return List.of();
        }
        Talk talk = talk(seen, thread, now);
        return LifeStep.open(
                ThreadStep.class, caller, step -> thread.isTakenBy(step, caller) && step.isOpen(thread.state(), talk));
    }

    /** The view of a thread. */
    ThreadView view(Seen seen, ThreadEntity thread, Instant now) {
        List<ExchangeView> exchanges = seen.saidIn(thread);
        ThreadState state = ThreadLife.asOf(thread.state(), thread.type(), now);
        // silence that no timer has taken down yet is the next thing that happens
        boolean fallsSilent = state instanceof ThreadState.Deemed && !(thread.state() instanceof ThreadState.Deemed);
        return new ThreadView(
                thread.id(),
                thread.told() + (fallsSilent ? 1 : 0),
                thread.consultedState(),
                ThreadStatus.of(state),
                thread.isVoluntary(),
                seen.citedIn(thread).stream()
                        .map(denial -> new CitedView(denial.denial(), denial.ref(), denial.catchAll(), denial.ended()))
                        .toList(),
                clock(thread, state),
                reply(state, exchanges),
                state instanceof ThreadState.Deemed(var as, var at, var late) ? new DeemedView(as, at) : null,
                exchanges,
                steps(seen, thread, now));
    }

    private static ClockView clock(ThreadEntity thread, ThreadState state) {
        ZoneId zone = ZoneId.of(thread.zone());
        boolean extended = thread.extendedDays() > 0;
        return new ClockView(
                thread.consultedState(),
                thread.zone(),
                LocalDate.ofInstant(thread.requestedAt(), zone),
                LocalDate.ofInstant(thread.dueAt(), zone),
                thread.dueAt(),
                extended ? thread.dueAt() : null,
                extended ? thread.extendedDays() : null,
                extended ? List.of(thread.requestingState(), thread.consultedState()) : List.of(),
                state instanceof ThreadState.Open open
                        ? open.proposal()
                                .map(proposal -> new ProposalView(proposal.by(), proposal.workingDays()))
                                .orElse(null)
                        : null,
                thread.type().bySilence());
    }

    private static @Nullable ReplyView reply(ThreadState state, List<ExchangeView> exchanges) {
        Optional<String> text = exchanges.stream()
                .filter(exchange -> exchange.kind().equals(ThreadStep.REPLY.said()))
                .findFirst()
                .map(ExchangeView::text);
        return switch (state) {
            case ThreadState.Replied(var answer, var at) -> new ReplyView(answer, text.orElse(null), at, false);
            case ThreadState.Deemed(var as, var at, var late) ->
                late.map(reply -> new ReplyView(reply.answer(), text.orElse(null), reply.at(), true))
                        .orElse(null);
            case ThreadState.Open open -> null;
            case ThreadState.Ended ended -> null;
        };
    }
}
