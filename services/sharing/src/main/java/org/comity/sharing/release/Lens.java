package org.comity.sharing.release;

/** How much of a record a reader sees (domain 4.9). */
public enum Lens {
    /** The record does not exist, for this reader. */
    NOTHING,
    /** Code, destination, kind, dates. */
    HEADER,
    /** Parties and narrative too. */
    FULL,
    /** Everything: the originator's own licensing desk. */
    OWN;

    /** Whether parties and narrative are among it. */
    public boolean showsParties() {
        return this == FULL || this == OWN;
    }
}
