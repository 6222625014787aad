package org.comity.sharing.sample;

import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.caller.Person;
import org.comity.sharing.foureyes.FourEyes;
import org.comity.sharing.foureyes.FourEyesProblem;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.Step;
import org.comity.sharing.foureyes.TakenBy;
import org.comity.sharing.foureyes.WorkingCopy;

/** The steps of an advisory, and its life: a draft until another person approves it; then its release may change. */
enum AdvisoryStep implements LifeStep {
    SUBMIT(TakenBy.DESK),
    APPROVE(TakenBy.APPROVER),
    RETURN(TakenBy.APPROVER),
    RELEASE(TakenBy.DESK);

    private final TakenBy takenBy;

    AdvisoryStep(TakenBy takenBy) {
        this.takenBy = takenBy;
    }

    @Override
    public TakenBy takenBy() {
        return takenBy;
    }

    /** What comes of the step; nothing is worked on once it was approved. */
    Step<Optional<WorkingCopy>> take(Optional<WorkingCopy> copy, Person by, Instant at, String reason) {
        if (this == RELEASE) {
            return copy.isEmpty() ? new Step.To<>(copy) : new Step.Refused<>(FourEyesProblem.NOT_SUBMITTED);
        }
        return copy.map(open -> switch (this) {
                    case SUBMIT -> FourEyes.submit(open, by, at).map(Optional::of);
                    case APPROVE -> FourEyes.approve(open, by, Optional.<WorkingCopy>empty());
                    case RETURN -> FourEyes.sendBack(open, reason).map(Optional::of);
                    case RELEASE -> throw new IllegalStateException("said above");
                })
                .orElseGet(() -> new Step.Refused<>(FourEyesProblem.NOT_SUBMITTED));
    }
}
