package org.comity.denials.statistics;

import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;

/** The step that figures wait for. */
enum FiguresStep implements LifeStep {
    /** Another person than the one who proposed approves. */
    APPROVE;

    @Override
    public TakenBy takenBy() {
        return TakenBy.APPROVER;
    }
}
