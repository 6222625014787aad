package org.comity.sharing.foureyes;

import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.caller.Person;

/** The life of a working copy. It knows no record, no database and no caller's rights. */
public final class FourEyes {

    private FourEyes() {}

    /** An edit after submission voids the submission. */
    public static WorkingCopy edited(WorkingCopy copy) {
        return copy.isSubmitted() ? WorkingCopy.NEW : copy;
    }

    /** A draft goes to an approver. */
    public static Step<WorkingCopy> submit(WorkingCopy copy, Person by, Instant at) {
        return switch (copy) {
            case WorkingCopy.Draft draft -> new Step.To<>(new WorkingCopy.Submitted(by, at));
            case WorkingCopy.Submitted submitted -> new Step.Refused<>(FourEyesProblem.ALREADY_SUBMITTED);
        };
    }

    /** An approver sends a submission back, with a reason. */
    public static Step<WorkingCopy> sendBack(WorkingCopy copy, String reason) {
        return switch (copy) {
            case WorkingCopy.Draft draft -> new Step.Refused<>(FourEyesProblem.NOT_SUBMITTED);
            case WorkingCopy.Submitted submitted -> new Step.To<>(new WorkingCopy.Draft(Optional.of(reason)));
        };
    }

    /**
     * Another person than the one who submitted approves.
     *
     * @param approved what the record becomes
     */
    public static <S> Step<S> approve(WorkingCopy copy, Person by, S approved) {
        return switch (copy) {
            case WorkingCopy.Draft draft -> new Step.Refused<>(FourEyesProblem.NOT_SUBMITTED);
            case WorkingCopy.Submitted submitted ->
                isSame(submitted.by(), by) ? new Step.Refused<>(FourEyesProblem.SAME_PERSON) : new Step.To<>(approved);
        };
    }

    /**
     * A draft is thrown away; what waits for an approver is sent back first.
     *
     * @param discarded what is left of the record
     */
    public static <S> Step<S> discard(WorkingCopy copy, Step<S> discarded) {
        return copy.isSubmitted() ? new Step.Refused<>(FourEyesProblem.ALREADY_SUBMITTED) : discarded;
    }

    /** Whether the second pair of eyes would be the first. */
    public static boolean isSame(Person first, Person second) {
        return first.id().equals(second.id());
    }
}
