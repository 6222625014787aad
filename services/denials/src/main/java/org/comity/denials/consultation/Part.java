package org.comity.denials.consultation;

/** What a reader is to a consultation (domain 4.9). */
enum Part {
    /** It does not exist, for this reader. */
    NOTHING,
    /** No party, and its state has the notice of the grant. */
    NOTIFIED,
    /** A consulted state: it has its own thread. */
    CONSULTED,
    /** The requesting state's point of contact: everything but its desk's file and notes. */
    REQUESTING_CONTACT,
    /** The requesting state's desk. */
    REQUESTING;

    boolean isRequesting() {
        return this == REQUESTING || this == REQUESTING_CONTACT;
    }

    boolean isParty() {
        return isRequesting() || this == CONSULTED;
    }
}
