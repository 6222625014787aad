package org.comity.denials.denial;

import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;

/** The steps in the life of a denial; each is for the state whose denial it is. */
enum DenialStep implements LifeStep {
    /** {@code PUT} on the denial itself. */
    EDIT(TakenBy.DESK),
    /** A draft, or a proposal, goes to an approver. */
    SUBMIT(TakenBy.DESK),
    /** What waits takes effect. */
    APPROVE(TakenBy.APPROVER),
    /** What waits goes back, with a reason. */
    RETURN(TakenBy.APPROVER),
    /** The release changes: narrower by the desk, wider by an approver. */
    RELEASE(TakenBy.DESK),
    /** An amendment is opened. */
    AMEND(TakenBy.DESK),
    /** Another term is proposed. */
    RENEW(TakenBy.DESK),
    /** The end is proposed. */
    REVOKE(TakenBy.DESK),
    /** A draft is thrown away. */
    DISCARD(TakenBy.DESK);

    private final TakenBy takenBy;

    DenialStep(TakenBy takenBy) {
        this.takenBy = takenBy;
    }

    @Override
    public TakenBy takenBy() {
        return takenBy;
    }
}
