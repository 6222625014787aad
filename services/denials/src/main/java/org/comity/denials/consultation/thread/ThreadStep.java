package org.comity.denials.consultation.thread;

import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;

/** The steps in the life of a thread. */
public enum ThreadStep implements LifeStep {
    /** The consulted state replies. */
    REPLY(Party.CONSULTED),
    /** It asks for more. */
    ASK(Party.CONSULTED),
    /** The requesting state gives more. */
    ANSWER(Party.REQUESTING),
    /** A move of {@code extend}: an extension is put on the table. */
    PROPOSE(Party.EITHER),
    /** A move of {@code extend}: the other party's extension is agreed to. */
    AGREE(Party.EITHER),
    /** A move of {@code extend}: it is not agreed to. */
    DECLINE(Party.EITHER);

    /** Which of the two states takes a step. */
    private enum Party {
        CONSULTED,
        REQUESTING,
        EITHER
    }

    private final Party party;

    ThreadStep(Party party) {
        this.party = party;
    }

    @Override
    public TakenBy takenBy() {
        return TakenBy.DESK;
    }

    /** Whether a party takes the step. */
    public boolean isOf(boolean consulted) {
        return party == Party.EITHER || consulted == (party == Party.CONSULTED);
    }
}
