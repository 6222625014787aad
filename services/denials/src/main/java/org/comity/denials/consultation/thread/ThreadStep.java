package org.comity.denials.consultation.thread;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.comity.denials.consultation.thread.ThreadState.Deemed;
import org.comity.denials.consultation.thread.ThreadState.Ended;
import org.comity.denials.consultation.thread.ThreadState.LateReply;
import org.comity.denials.consultation.thread.ThreadState.Open;
import org.comity.denials.consultation.thread.ThreadState.Proposal;
import org.comity.denials.consultation.thread.ThreadState.Replied;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.TakenBy;

/**
 * The steps in a thread: which party takes each, how the conversation and its event name it, and what follows from it.
 *
 * <p>Source: docs/rules.md R-110 to R-117 (domain 4.2) and R-336. A step first asks what time has made of the thread, so that nothing
 * depends on when a timer came by.
 *
 * <p>Rules.
 */
public enum ThreadStep implements LifeStep {
    /** The consulted state confirms, once, that it has the question. A state that asked about it has it. */
    ACKNOWLEDGE(Party.CONSULTED, "ACKNOWLEDGED", ThreadStep::acknowledge),
    /** The consulted state replies, once; after the deadline the reply is kept as late. */
    REPLY(Party.CONSULTED, "REPLIED", ThreadStep::reply),
    /** The consulted state asks for more. The clock runs on; more time takes an extension. */
    ASK(
            Party.CONSULTED,
            "MORE_ASKED",
            (state, talk, word) -> onOpen(state, talk, open -> new Step.To<>(with(open, true, open.proposal())))),
    /** The requesting state gives more. */
    ANSWER(
            Party.REQUESTING,
            "MORE_GIVEN",
            (state, talk, word) -> onOpen(
                    state,
                    talk,
                    open -> open.moreAsked()
                            ? new Step.To<>(with(open, false, open.proposal()))
                            : new Step.Refused<>(ThreadProblem.NOTHING_ASKED))),
    /** A move of {@code extend}: a party proposes an extension, in place of any that is on the table. */
    PROPOSE(Party.EITHER, "EXTENSION_PROPOSED", ThreadStep::propose),
    /** A move of {@code extend}: the other party agrees, and the deadline moves. */
    AGREE(
            Party.EITHER,
            "EXTENSION_AGREED",
            (state, talk, word) -> onProposalOfTheOther(
                    state,
                    talk,
                    (open, proposal) -> new Open(
                            talk.extended().apply(proposal),
                            open.moreAsked(),
                            open.extendedDays() + proposal.workingDays(),
                            Optional.empty()))),
    /** A move of {@code extend}: the other party does not agree, and the deadline stays. */
    DECLINE(
            Party.EITHER,
            "EXTENSION_DECLINED",
            (state, talk, word) -> onProposalOfTheOther(
                    state, talk, (open, proposal) -> with(open, open.moreAsked(), Optional.empty())));

    /** Which of the two states takes a step. */
    private enum Party {
        CONSULTED,
        REQUESTING,
        EITHER
    }

    private interface Follows {
        Step<ThreadState> from(ThreadState state, Talk talk, ThreadWord word);
    }

    private final Party party;
    private final String said;
    private final Follows follows;

    ThreadStep(Party party, String said, Follows follows) {
        this.party = party;
        this.said = said;
        this.follows = follows;
    }

    @Override
    public TakenBy takenBy() {
        return TakenBy.DESK;
    }

    /** Whether a party takes the step. */
    public boolean isOf(boolean consulted) {
        return party == Party.EITHER || consulted == (party == Party.CONSULTED);
    }

    /** How the conversation names the step. */
    public String said() {
        return said;
    }

    /** How the event names that it happened. */
    public String told() {
        return this == AGREE ? "extended" : said.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field that a refusal of what was said is about. */
    public String about() {
        return switch (this) {
            case REPLY -> "/answer";
            case PROPOSE -> "/workingDays";
            default -> "";
        };
    }

    /** What follows when a party takes the step. */
    public Step<ThreadState> from(ThreadState state, Talk talk, ThreadWord word) {
        return follows.from(state, talk, word);
    }

    /** Whether the step may be taken now; what is said with it may be refused all the same. */
    public boolean isOpen(ThreadState state, Talk talk) {
        // to agree is open where to decline is; the deadline that it would lead to is not asked for
        return (this == AGREE ? DECLINE : this)
                .from(state, talk, ThreadWord.least(talk.type()))
                .isOpen();
    }

    private static Step<ThreadState> acknowledge(ThreadState state, Talk talk, ThreadWord word) {
        boolean has = talk.said().contains(ACKNOWLEDGE.said) || talk.said().contains(ASK.said);
        return onOpen(
                state,
                talk,
                open -> has ? new Step.Refused<>(ThreadProblem.ALREADY_ACKNOWLEDGED) : new Step.To<>(open));
    }

    private static Step<ThreadState> reply(ThreadState state, Talk talk, ThreadWord word) {
        Answer answer = word.answer();
        if (answer == null) {
            return new Step.Refused<>(KernelProblem.MISSING_VALUES, "This is missing.");
        }
        if (!talk.type().answers().contains(answer)) {
            return new Step.Refused<>(ThreadProblem.ANSWER_OF_ANOTHER_TYPE);
        }
        Instant now = talk.now();
        return switch (ThreadLife.asOf(state, talk.type(), now)) {
            case Open open -> new Step.To<>(new Replied(answer, now));
            case Deemed deemed
            when deemed.late().isEmpty() ->
                new Step.To<>(new Deemed(deemed.as(), deemed.at(), Optional.of(new LateReply(answer, now))));
            case Deemed deemed -> new Step.Refused<>(ThreadProblem.ALREADY_REPLIED);
            case Replied replied -> new Step.Refused<>(ThreadProblem.ALREADY_REPLIED);
            case Ended ended -> new Step.Refused<>(ThreadProblem.THREAD_ENDED);
        };
    }

    private static Step<ThreadState> propose(ThreadState state, Talk talk, ThreadWord word) {
        Integer days = word.workingDays();
        if (days == null) {
            return new Step.Refused<>(KernelProblem.MISSING_VALUES, "This is missing.");
        }
        return onOpen(
                state,
                talk,
                open -> days > talk.most() - open.extendedDays()
                        ? new Step.Refused<>(ThreadProblem.EXTENSION_TOO_LONG)
                        : new Step.To<>(with(open, open.moreAsked(), Optional.of(new Proposal(talk.by(), days)))));
    }

    private static Step<ThreadState> onProposalOfTheOther(
            ThreadState state, Talk talk, BiFunction<Open, Proposal, Open> step) {
        return onOpen(state, talk, open -> open.proposal()
                .filter(proposal -> !proposal.by().equals(talk.by()))
                .<Step<ThreadState>>map(proposal -> new Step.To<>(step.apply(open, proposal)))
                .orElseGet(() -> new Step.Refused<>(ThreadProblem.NO_EXTENSION_PROPOSED)));
    }

    private static Step<ThreadState> onOpen(ThreadState state, Talk talk, Function<Open, Step<ThreadState>> step) {
        return switch (ThreadLife.asOf(state, talk.type(), talk.now())) {
            case Open open -> step.apply(open);
            case Replied replied -> new Step.Refused<>(ThreadProblem.ALREADY_REPLIED);
            case Deemed deemed -> new Step.Refused<>(ThreadProblem.DEADLINE_PASSED);
            case Ended ended -> new Step.Refused<>(ThreadProblem.THREAD_ENDED);
        };
    }

    private static Open with(Open open, boolean moreAsked, Optional<Proposal> proposal) {
        return new Open(open.dueAt(), moreAsked, open.extendedDays(), proposal);
    }
}
