package org.comity.denials.onward;

import org.comity.kernel.caller.Caller;
import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;

/** The steps that answer a request for onward release. */
enum OnwardStep implements LifeStep {
    /** The originator releases its denial to the states that were named. */
    GRANT(TakenBy.APPROVER, true),
    /** It does not. */
    REFUSE(TakenBy.APPROVER, true),
    /** The asking state takes its request back. */
    WITHDRAW(TakenBy.DESK, false);

    private final TakenBy takenBy;
    private final boolean ofOriginator;

    OnwardStep(TakenBy takenBy, boolean ofOriginator) {
        this.takenBy = takenBy;
        this.ofOriginator = ofOriginator;
    }

    @Override
    public TakenBy takenBy() {
        return takenBy;
    }

    /** Whether the caller is of the state whose step it is. */
    boolean isOf(Caller caller, OnwardRequestEntity request) {
        return caller.isOf(ofOriginator ? request.originator() : request.requesting());
    }
}
