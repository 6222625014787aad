package org.comity.bulletins.bulletin;

import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;

/** The steps in the life of a bulletin; each is for the state whose bulletin it is. */
enum BulletinStep implements LifeStep {
    /** {@code PUT} on the bulletin itself. */
    EDIT(TakenBy.ANALYSTS),
    /** A draft, or an update, goes to clearance. */
    SUBMIT(TakenBy.ANALYSTS),
    /** What waits is cleared, and its readers have it. */
    APPROVE(TakenBy.APPROVER),
    /** What waits goes back, with a reason. */
    RETURN(TakenBy.APPROVER),
    /** A collective notice that all named states have signed goes to its readers. */
    PUBLISH(TakenBy.APPROVER),
    /** The release changes: narrower by the desk, wider by an approver. */
    RELEASE(TakenBy.ANALYSTS),
    /** A next version is opened. */
    AMEND(TakenBy.ANALYSTS),
    /** Its originator stands by it no longer; readers see that. */
    WITHDRAW(TakenBy.APPROVER),
    /** It is taken back from everybody. */
    RECALL(TakenBy.APPROVER),
    /** A draft, or an update, is thrown away. */
    DISCARD(TakenBy.ANALYSTS);

    private final TakenBy takenBy;

    BulletinStep(TakenBy takenBy) {
        this.takenBy = takenBy;
    }

    @Override
    public TakenBy takenBy() {
        return takenBy;
    }

    /** Whether readers have something else after it. */
    boolean isSeenByReaders() {
        return this == APPROVE || this == PUBLISH || this == RELEASE || this == WITHDRAW || this == RECALL;
    }
}
