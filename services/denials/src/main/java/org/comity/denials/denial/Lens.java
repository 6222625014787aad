package org.comity.denials.denial;

/** How much of a denial a reader sees (domain 4.9). */
enum Lens {
    /** The record does not exist, for this reader. */
    NOTHING,
    /** Code, destination, kind, dates. */
    HEADER,
    /** Parties and narrative too. */
    FULL,
    /** Everything: the originator's own licensing desk. */
    OWN;

    boolean showsParties() {
        return this == FULL || this == OWN;
    }
}
