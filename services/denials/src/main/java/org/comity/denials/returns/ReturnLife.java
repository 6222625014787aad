package org.comity.denials.returns;

import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.caller.Person;
import org.comity.sharing.foureyes.FourEyes;
import org.comity.sharing.foureyes.FourEyesProblem;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.WorkingCopy;

/**
 * The life of a return.
 *
 * <p>Source: docs/rules.md.
 *
 * @param released whether readers have it
 * @param copy what waits for an approver or was sent back: the return itself, or a correction of what was released
 */
record ReturnLife(boolean released, Optional<WorkingCopy> copy) {

    private static final ReturnLife RELEASED = new ReturnLife(true, Optional.empty());

    /** Another person than the one who gave it approves; it is released. */
    Step<ReturnLife> approve(Person by) {
        return copy.map(waiting -> FourEyes.approve(waiting, by, RELEASED)).orElseGet(ReturnLife::notSubmitted);
    }

    /** An approver sends it back, with a reason. */
    Step<ReturnLife> sendBack(String reason) {
        return copy.map(waiting -> FourEyes.sendBack(waiting, reason).map(this::with))
                .orElseGet(ReturnLife::notSubmitted);
    }

    /** The next version is given; one that is open already gives way. */
    Step<ReturnLife> correct(Person by, Instant at) {
        return released
                ? new Step.To<>(with(new WorkingCopy.Submitted(by, at)))
                : new Step.Refused<>(ReturnProblem.NOT_RELEASED, "Submit it again instead.");
    }

    /** The release of what was released may change; that of what was not is part of what is given. */
    Step<ReturnLife> release() {
        return released
                ? new Step.To<>(this)
                : new Step.Refused<>(ReturnProblem.NOT_RELEASED, "Submit it again with another release instead.");
    }

    /** A correction that was sent back is dropped. */
    Step<ReturnLife> discard() {
        if (!released || copy.isEmpty()) {
            return new Step.Refused<>(ReturnProblem.NOT_SENT_BACK, "There is no correction to discard.");
        }
        return copy.get().isSubmitted()
                ? new Step.Refused<>(
                        ReturnProblem.NOT_SENT_BACK, "The correction waits for an approver, who sends it back first.")
                : new Step.To<>(RELEASED);
    }

    /** Whether this person may take the step now; what is said with it may be refused all the same. */
    boolean lets(ReturnStep step, Person by) {
        Step<ReturnLife> asked =
                switch (step) {
                    case APPROVE -> approve(by);
                    case RETURN -> sendBack("");
                    case CORRECT -> correct(by, Instant.EPOCH);
                    case RELEASE -> release();
                    case DISCARD -> discard();
                };
        return asked.isOpen();
    }

    private ReturnLife with(WorkingCopy next) {
        return new ReturnLife(released, Optional.of(next));
    }

    private static Step<ReturnLife> notSubmitted() {
        return new Step.Refused<>(FourEyesProblem.NOT_SUBMITTED, "The return does not wait for an approver.");
    }
}
