package org.comity.denials.consultation;

import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;

/** The steps in the life of a consultation as a whole; each is for the requesting state. */
enum ConsultationStep implements LifeStep {
    /** {@code PUT} on the consultation itself. */
    EDIT(TakenBy.DESK),
    /** A draft goes to an approver. */
    SUBMIT(TakenBy.DESK),
    /** The other states are asked. */
    APPROVE(TakenBy.APPROVER),
    /** What waits goes back, with a reason. */
    RETURN(TakenBy.APPROVER),
    /** The requesting state denies or grants. */
    DECIDE(TakenBy.DESK),
    /** It wants no answer any more. */
    WITHDRAW(TakenBy.DESK),
    /** The states whose denial is undercut are told. */
    UNDERCUT_NOTICE(TakenBy.APPROVER),
    /** All states are told of an essential interest. */
    ESSENTIAL_INTEREST_NOTICE(TakenBy.APPROVER),
    /** It is filed away. */
    CLOSE(TakenBy.DESK),
    /** A draft is thrown away. */
    DISCARD(TakenBy.DESK);

    private final TakenBy takenBy;

    ConsultationStep(TakenBy takenBy) {
        this.takenBy = takenBy;
    }

    @Override
    public TakenBy takenBy() {
        return takenBy;
    }
}
