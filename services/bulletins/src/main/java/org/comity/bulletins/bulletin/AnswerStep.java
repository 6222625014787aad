package org.comity.bulletins.bulletin;

import org.comity.sharing.foureyes.LifeStep;
import org.comity.sharing.foureyes.TakenBy;

/** What a state that reads a bulletin says of it. */
enum AnswerStep implements LifeStep {
    /** It signs a collective notice, as it is proposed. */
    COSIGN,
    /** It comments, for all readers. */
    COMMENT,
    /** It says what it did, for the originator. */
    SIGHTING,
    /** It has seen an alert; once. */
    ACKNOWLEDGE;

    @Override
    public TakenBy takenBy() {
        return this == COSIGN ? TakenBy.APPROVER : TakenBy.ANALYSTS;
    }
}
