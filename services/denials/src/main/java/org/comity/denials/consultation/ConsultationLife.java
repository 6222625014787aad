package org.comity.denials.consultation;

import java.time.Instant;
import java.util.Optional;
import org.comity.denials.consultation.ConsultationState.Closed;
import org.comity.denials.consultation.ConsultationState.Decided;
import org.comity.denials.consultation.ConsultationState.Draft;
import org.comity.denials.consultation.ConsultationState.Notice;
import org.comity.denials.consultation.ConsultationState.Requested;
import org.comity.denials.consultation.ConsultationState.Submitted;
import org.comity.denials.consultation.thread.ConsultationType;
import org.comity.kernel.caller.Person;

/**
 * The life of a consultation as a whole.
 *
 * <p>Source: docs/rules.md R-120 to R-127 (domain 4.2). Threads are not asked: the decision waits for nobody.
 */
final class ConsultationLife {

    private ConsultationLife() {}

    /** What is asked may change until it is requested; an edit voids a submission. */
    static ConsultationStep edit(ConsultationState state) {
        return switch (state) {
            case Draft draft -> to(draft);
            case Submitted submitted -> to(new Draft(Optional.empty()));
            case Requested requested -> refused(ConsultationProblem.ALREADY_REQUESTED);
            case Decided decided -> refused(ConsultationProblem.ALREADY_REQUESTED);
            case Closed closed -> refused(ConsultationProblem.CLOSED);
        };
    }

    /** A draft goes to an approver. */
    static ConsultationStep submit(ConsultationState state, Person by, Instant at) {
        return switch (state) {
            case Draft draft -> to(new Submitted(by, at));
            case Submitted submitted -> refused(ConsultationProblem.ALREADY_SUBMITTED);
            case Requested requested -> refused(ConsultationProblem.ALREADY_REQUESTED);
            case Decided decided -> refused(ConsultationProblem.ALREADY_REQUESTED);
            case Closed closed -> refused(ConsultationProblem.CLOSED);
        };
    }

    /** A draft is thrown away; what waits for an approver is sent back first. */
    static ConsultationStep discard(ConsultationState state) {
        return switch (state) {
            case Draft draft -> new ConsultationStep.Gone();
            case Submitted submitted -> refused(ConsultationProblem.ALREADY_SUBMITTED);
            case Requested requested -> refused(ConsultationProblem.ALREADY_REQUESTED);
            case Decided decided -> refused(ConsultationProblem.ALREADY_REQUESTED);
            case Closed closed -> refused(ConsultationProblem.CLOSED);
        };
    }

    /** An approver sends a submission back, with a reason. */
    static ConsultationStep sendBack(ConsultationState state, String reason) {
        return state instanceof Submitted
                ? to(new Draft(Optional.of(reason)))
                : refused(ConsultationProblem.NOT_SUBMITTED);
    }

    /** Another person than the one who submitted approves, and with that the other states are asked. */
    static ConsultationStep approve(ConsultationState state, Person by) {
        return switch (state) {
            case Submitted submitted ->
                submitted.by().id().equals(by.id()) ? refused(ConsultationProblem.SAME_PERSON) : to(new Requested());
            case Draft draft -> refused(ConsultationProblem.NOT_SUBMITTED);
            case Requested requested -> refused(ConsultationProblem.ALREADY_REQUESTED);
            case Decided decided -> refused(ConsultationProblem.ALREADY_REQUESTED);
            case Closed closed -> refused(ConsultationProblem.CLOSED);
        };
    }

    /**
     * The requesting state decides, once, whoever has answered.
     *
     * @param noticeOfGrant whether a grant is to be notified to other states
     */
    static ConsultationStep decide(ConsultationState state, Outcome outcome, Person by, boolean noticeOfGrant) {
        return switch (state) {
            case Requested requested ->
                to(new Decided(
                        outcome,
                        Optional.of(by),
                        outcome.lets() && noticeOfGrant ? Notice.OUTSTANDING : Notice.NOT_REQUIRED));
            case Draft draft -> refused(ConsultationProblem.NOT_REQUESTED);
            case Submitted submitted -> refused(ConsultationProblem.NOT_REQUESTED);
            case Decided decided -> refused(ConsultationProblem.ALREADY_DECIDED);
            case Closed closed -> refused(ConsultationProblem.CLOSED);
        };
    }

    /** A notice is sent, once, by another person than the one who recorded the decision. */
    static ConsultationStep notify(ConsultationState state, ConsultationType type, NoticeType wanted, Person by) {
        boolean ofThisType = NoticeType.of(type).filter(wanted::equals).isPresent();
        return switch (state) {
            case Decided(var outcome, var decidedBy, var notice)
            when outcome.lets() && ofThisType -> {
                if (notice == Notice.SENT) {
                    yield refused(ConsultationProblem.NOTICE_SENT);
                }
                yield decidedBy.filter(person -> person.id().equals(by.id())).isPresent()
                        ? refused(ConsultationProblem.SAME_PERSON)
                        : to(new Decided(outcome, decidedBy, Notice.SENT));
            }
            case Decided decided -> refused(wanted.nothing());
            case Draft draft -> refused(ConsultationProblem.NOT_DECIDED);
            case Submitted submitted -> refused(ConsultationProblem.NOT_DECIDED);
            case Requested requested -> refused(ConsultationProblem.NOT_DECIDED);
            case Closed closed -> refused(ConsultationProblem.CLOSED);
        };
    }

    /** A decided consultation is filed away, once nothing is owed to other states. */
    static ConsultationStep close(ConsultationState state) {
        return switch (state) {
            case Decided decided ->
                decided.notice() == Notice.OUTSTANDING
                        ? refused(ConsultationProblem.NOTICE_OUTSTANDING)
                        : to(new Closed());
            case Draft draft -> refused(ConsultationProblem.NOT_DECIDED);
            case Submitted submitted -> refused(ConsultationProblem.NOT_DECIDED);
            case Requested requested -> refused(ConsultationProblem.NOT_DECIDED);
            case Closed closed -> refused(ConsultationProblem.CLOSED);
        };
    }

    private static ConsultationStep to(ConsultationState next) {
        return new ConsultationStep.To(next);
    }

    private static ConsultationStep refused(ConsultationProblem why) {
        return new ConsultationStep.Refused(why);
    }
}
