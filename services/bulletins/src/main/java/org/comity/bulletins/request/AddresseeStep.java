package org.comity.bulletins.request;

import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;

/** What a state that is asked does. */
enum AddresseeStep implements LifeStep {
    /** It answers, in place of what it answered before. */
    ANSWER;

    @Override
    public TakenBy takenBy() {
        return TakenBy.ANALYSTS;
    }
}
