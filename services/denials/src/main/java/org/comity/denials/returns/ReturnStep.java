package org.comity.denials.returns;

import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;

/** The steps in the life of a return; each is for the state whose return it is. */
enum ReturnStep implements LifeStep {
    /** What waits is released. */
    APPROVE(TakenBy.APPROVER),
    /** What waits goes back, with a reason. */
    RETURN(TakenBy.APPROVER),
    /** The next version of what was released is given. */
    CORRECT(TakenBy.DESK),
    /** The release changes: narrower by the desk, wider by an approver. */
    RELEASE(TakenBy.DESK),
    /** A correction that was sent back is dropped. */
    DISCARD(TakenBy.DESK);

    private final TakenBy takenBy;

    ReturnStep(TakenBy takenBy) {
        this.takenBy = takenBy;
    }

    @Override
    public TakenBy takenBy() {
        return takenBy;
    }
}
