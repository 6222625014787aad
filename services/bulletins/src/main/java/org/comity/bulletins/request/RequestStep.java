package org.comity.bulletins.request;

import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;

/** The steps in the life of a request; each is for the state that asks. */
enum RequestStep implements LifeStep {
    /** {@code PUT} on the request itself. */
    EDIT(TakenBy.ANALYSTS),
    /** A draft goes to an approver. */
    SUBMIT(TakenBy.ANALYSTS),
    /** What waits is approved, and its addressees have it. */
    APPROVE(TakenBy.APPROVER),
    /** What waits goes back, with a reason. */
    RETURN(TakenBy.APPROVER),
    /** Its state asks it no longer; its addressees see that. */
    WITHDRAW(TakenBy.ANALYSTS),
    /** A draft is thrown away. */
    DISCARD(TakenBy.ANALYSTS);

    private final TakenBy takenBy;

    RequestStep(TakenBy takenBy) {
        this.takenBy = takenBy;
    }

    @Override
    public TakenBy takenBy() {
        return takenBy;
    }
}
