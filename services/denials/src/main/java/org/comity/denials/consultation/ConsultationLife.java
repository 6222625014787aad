package org.comity.denials.consultation;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.comity.denials.consultation.ConsultationState.Closed;
import org.comity.denials.consultation.ConsultationState.Decided;
import org.comity.denials.consultation.ConsultationState.Drafted;
import org.comity.denials.consultation.ConsultationState.Notice;
import org.comity.denials.consultation.ConsultationState.Requested;
import org.comity.denials.consultation.thread.ConsultationType;
import org.comity.kernel.caller.Person;
import org.comity.kernel.problem.ProblemType;
import org.comity.sharing.foureyes.FourEyes;
import org.comity.sharing.foureyes.FourEyesProblem;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.WorkingCopy;

/**
 * The life of a consultation as a whole.
 *
 * <p>Source: docs/rules.md R-120 to R-127 (domain 4.2). Threads are not asked: the decision waits for nobody.
 *
 * <p>Rules.
 */
final class ConsultationLife {

    private ConsultationLife() {}

    /** What is asked may change until it is requested; an edit voids a submission. */
    static Step<ConsultationState> edit(ConsultationState state) {
        return whileDrafted(state, copy -> new Step.To<>(new Drafted(FourEyes.edited(copy))));
    }

    /** A draft goes to an approver. */
    static Step<ConsultationState> submit(ConsultationState state, Person by, Instant at) {
        return whileDrafted(state, copy -> FourEyes.submit(copy, by, at).map(Drafted::new));
    }

    /** A draft is thrown away; what waits for an approver is sent back first. */
    static Step<ConsultationState> discard(ConsultationState state) {
        return whileDrafted(state, copy -> FourEyes.discard(copy, new Step.Gone<>()));
    }

    /** An approver sends a submission back, with a reason. */
    static Step<ConsultationState> sendBack(ConsultationState state, String reason) {
        return state instanceof Drafted(var copy)
                ? FourEyes.sendBack(copy, reason).map(Drafted::new)
                : refused(FourEyesProblem.NOT_SUBMITTED);
    }

    /** Another person than the one who submitted approves, and with that the other states are asked. */
    static Step<ConsultationState> approve(ConsultationState state, Person by) {
        return whileDrafted(state, copy -> FourEyes.approve(copy, by, new Requested()));
    }

    private static Step<ConsultationState> whileDrafted(
            ConsultationState state, Function<WorkingCopy, Step<ConsultationState>> step) {
        return switch (state) {
            case Drafted(var copy) -> step.apply(copy);
            case Requested requested -> refused(ConsultationProblem.ALREADY_REQUESTED);
            case Decided decided -> refused(ConsultationProblem.ALREADY_REQUESTED);
            case Closed closed -> refused(ConsultationProblem.CONSULTATION_CLOSED);
        };
    }

    /**
     * The requesting state decides, once, whoever has answered.
     *
     * @param noticeOfGrant whether a grant is to be notified to other states
     */
    static Step<ConsultationState> decide(ConsultationState state, Outcome outcome, Person by, boolean noticeOfGrant) {
        return switch (state) {
            case Requested requested ->
                to(new Decided(
                        outcome,
                        Optional.of(by),
                        outcome.lets() && noticeOfGrant ? Notice.OUTSTANDING : Notice.NOT_REQUIRED));
            case Drafted drafted -> refused(ConsultationProblem.NOT_REQUESTED);
            case Decided decided -> refused(ConsultationProblem.ALREADY_DECIDED);
            case Closed closed -> refused(ConsultationProblem.CONSULTATION_CLOSED);
        };
    }

    /** A notice is sent, once, by another person than the one who recorded the decision. */
    static Step<ConsultationState> notify(
            ConsultationState state, ConsultationType type, NoticeType wanted, Person by) {
        boolean ofThisType = NoticeType.of(type).filter(wanted::equals).isPresent();
        return switch (state) {
            case Decided(var outcome, var decidedBy, var notice)
            when outcome.lets() && ofThisType -> {
                if (notice == Notice.SENT) {
                    yield refused(ConsultationProblem.NOTICE_SENT);
                }
                yield decidedBy.filter(person -> FourEyes.isSame(person, by)).isPresent()
                        ? refused(FourEyesProblem.SAME_PERSON)
                        : to(new Decided(outcome, decidedBy, Notice.SENT));
            }
            case Decided decided -> refused(wanted.nothing());
            case Drafted drafted -> refused(ConsultationProblem.NOT_DECIDED);
            case Requested requested -> refused(ConsultationProblem.NOT_DECIDED);
            case Closed closed -> refused(ConsultationProblem.CONSULTATION_CLOSED);
        };
    }

    /** A decided consultation is filed away, once nothing is owed to other states. */
    static Step<ConsultationState> close(ConsultationState state) {
        return switch (state) {
            case Decided decided ->
                decided.notice() == Notice.OUTSTANDING
                        ? refused(ConsultationProblem.NOTICE_OUTSTANDING)
                        : to(new Closed());
            case Drafted drafted -> refused(ConsultationProblem.NOT_DECIDED);
            case Requested requested -> refused(ConsultationProblem.NOT_DECIDED);
            case Closed closed -> refused(ConsultationProblem.CONSULTATION_CLOSED);
        };
    }

    private static Step<ConsultationState> to(ConsultationState next) {
        return new Step.To<>(next);
    }

    private static Step<ConsultationState> refused(ProblemType why) {
        return new Step.Refused<>(why);
    }

    /** Whether this person may take the step now; what is said with it may be refused all the same. */
    static boolean lets(ConsultationStep step, ConsultationState state, ConsultationType type, Person by) {
        Step<ConsultationState> asked =
                switch (step) {
                    case EDIT -> edit(state);
                    case SUBMIT -> submit(state, by, Instant.EPOCH);
                    case APPROVE -> approve(state, by);
                    case RETURN -> sendBack(state, "");
                    case DECIDE, WITHDRAW -> decide(state, Outcome.WITHDRAWN, by, false);
                    case UNDERCUT_NOTICE -> notify(state, type, NoticeType.UNDERCUT, by);
                    case ESSENTIAL_INTEREST_NOTICE -> notify(state, type, NoticeType.ESSENTIAL_INTEREST, by);
                    case CLOSE -> close(state);
                    case DISCARD -> discard(state);
                };
        return asked.isOpen();
    }
}
