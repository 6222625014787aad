package org.comity.sharing.release;

/** To whom a record is released. */
public enum ReleaseMode {
    /** Every state subscribed at the release. */
    ALL,
    /** The named states. */
    LIST,
    /** The members of a regime. */
    REGIME,
    /** Nobody else. */
    ORIGINATOR_ONLY
}
