package org.comity.denials.consultation.thread;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.comity.denials.consultation.thread.ThreadState.Deemed;
import org.comity.denials.consultation.thread.ThreadState.Ended;
import org.comity.denials.consultation.thread.ThreadState.LateReply;
import org.comity.denials.consultation.thread.ThreadState.Open;
import org.comity.denials.consultation.thread.ThreadState.Proposal;
import org.comity.denials.consultation.thread.ThreadState.Replied;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.foureyes.Step;

/**
 * What follows what in a thread.
 *
 * <p>Source: docs/rules.md R-110 to R-118 (domain 4.2). Each step first asks what time has made of the thread, so that
 * nothing depends on when a timer came by.
 *
 * <p>Rules.
 */
public final class ThreadLife {

    private ThreadLife() {}

    /** What time has made of the thread: silence past the deadline is an answer, from the end of the deadline on. */
    public static ThreadState asOf(ThreadState state, ConsultationType type, Instant now) {
        return state instanceof Open open && now.isAfter(open.dueAt())
                ? new Deemed(type.bySilence(), open.dueAt(), Optional.empty())
                : state;
    }

    /** The consulted state replies, once; after the deadline the reply is kept as late. */
    public static Step<ThreadState> reply(ThreadState state, ConsultationType type, Answer answer, Instant now) {
        if (!type.answers().contains(answer)) {
            return new Step.Refused<>(ThreadProblem.ANSWER_OF_ANOTHER_TYPE);
        }
        return switch (asOf(state, type, now)) {
            case Open open -> new Step.To<>(new Replied(answer, now));
            case Deemed deemed
            when deemed.late().isEmpty() ->
                new Step.To<>(new Deemed(deemed.as(), deemed.at(), Optional.of(new LateReply(answer, now))));
            case Deemed deemed -> new Step.Refused<>(ThreadProblem.ALREADY_REPLIED);
            case Replied replied -> new Step.Refused<>(ThreadProblem.ALREADY_REPLIED);
            case Ended ended -> new Step.Refused<>(ThreadProblem.THREAD_ENDED);
        };
    }

    /** The consulted state asks for more. The clock runs on; more time takes an extension. */
    public static Step<ThreadState> ask(ThreadState state, ConsultationType type, Instant now) {
        return whileOpen(state, type, now, open -> with(open, true, open.proposal()));
    }

    /** The requesting state gives more. */
    public static Step<ThreadState> answer(ThreadState state, ConsultationType type, Instant now) {
        return onOpen(
                state,
                type,
                now,
                open -> open.moreAsked()
                        ? new Step.To<>(with(open, false, open.proposal()))
                        : new Step.Refused<>(ThreadProblem.NOTHING_ASKED));
    }

    /**
     * A party proposes an extension, in place of any that is on the table.
     *
     * @param most the working days that may be added in all
     */
    public static Step<ThreadState> propose(
            ThreadState state, ConsultationType type, StateCode by, int workingDays, int most, Instant now) {
        return onOpen(
                state,
                type,
                now,
                open -> workingDays > most - open.extendedDays()
                        ? new Step.Refused<>(ThreadProblem.EXTENSION_TOO_LONG)
                        : new Step.To<>(with(open, open.moreAsked(), Optional.of(new Proposal(by, workingDays)))));
    }

    /**
     * The other party agrees; the deadline moves.
     *
     * @param extended the new deadline for so many working days more
     */
    public static Step<ThreadState> agree(
            ThreadState state, ConsultationType type, StateCode by, Function<Proposal, Instant> extended, Instant now) {
        return onProposalOfTheOther(
                state,
                type,
                by,
                now,
                (open, proposal) -> new Open(
                        extended.apply(proposal),
                        open.moreAsked(),
                        open.extendedDays() + proposal.workingDays(),
                        Optional.empty()));
    }

    /** The other party does not agree; the deadline stays. */
    public static Step<ThreadState> decline(ThreadState state, ConsultationType type, StateCode by, Instant now) {
        return onProposalOfTheOther(
                state, type, by, now, (open, proposal) -> with(open, open.moreAsked(), Optional.empty()));
    }

    /** The requesting state wants no answer any more. What has been answered, by silence too, stands. */
    public static ThreadState end(ThreadState state, ConsultationType type, Instant now) {
        ThreadState stands = asOf(state, type, now);
        return stands.isOpen() ? new Ended(now) : stands;
    }

    private interface OnProposal {
        Open apply(Open open, Proposal proposal);
    }

    private static Step<ThreadState> onProposalOfTheOther(
            ThreadState state, ConsultationType type, StateCode by, Instant now, OnProposal step) {
        return onOpen(state, type, now, open -> open.proposal()
                .filter(proposal -> !proposal.by().equals(by))
                .<Step<ThreadState>>map(proposal -> new Step.To<>(step.apply(open, proposal)))
                .orElseGet(() -> new Step.Refused<>(ThreadProblem.NO_EXTENSION_PROPOSED)));
    }

    private static Step<ThreadState> whileOpen(
            ThreadState state, ConsultationType type, Instant now, UnaryOperator<Open> step) {
        return onOpen(state, type, now, open -> new Step.To<>(step.apply(open)));
    }

    private static Step<ThreadState> onOpen(
            ThreadState state, ConsultationType type, Instant now, Function<Open, Step<ThreadState>> step) {
        return switch (asOf(state, type, now)) {
            case Open open -> step.apply(open);
            case Replied replied -> new Step.Refused<>(ThreadProblem.ALREADY_REPLIED);
            case Deemed deemed -> new Step.Refused<>(ThreadProblem.DEADLINE_PASSED);
            case Ended ended -> new Step.Refused<>(ThreadProblem.THREAD_ENDED);
        };
    }

    private static Open with(Open open, boolean moreAsked, Optional<Proposal> proposal) {
        return new Open(open.dueAt(), moreAsked, open.extendedDays(), proposal);
    }

    /**
     * Whether this state may take the step now; what is said with it may be refused all the same.
     *
     * @param by the consulted state or the requesting one
     * @param most the working days that may be added in all
     */
    public static boolean lets(
            ThreadStep step, ThreadState state, ConsultationType type, StateCode by, int most, Instant now) {
        Step<ThreadState> asked =
                switch (step) {
                    case REPLY -> reply(state, type, type.bySilence(), now);
                    case ASK -> ask(state, type, now);
                    case ANSWER -> answer(state, type, now);
                    case PROPOSE -> propose(state, type, by, 1, most, now);
                    case AGREE, DECLINE -> decline(state, type, by, now);
                };
        return asked.isOpen();
    }
}
