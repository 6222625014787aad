package org.comity.sharing.release;

/** Where the originator has the record from. */
public enum Provenance {
    /** Its own decision. */
    OWN,
    /** A regime: only its members may read it. */
    REGIME_DERIVED,
    /** A partner. */
    PARTNER,
    /** Open sources. */
    OPEN_SOURCE
}
