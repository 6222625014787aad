package org.comity.registry.content;

/** To whom a record is released. */
public enum ReleaseMode {
    /** Every state subscribed at the release. */
    ALL,
    /** Named states. */
    LIST,
    /** The members of a regime. */
    REGIME,
    /** Nobody else. */
    ORIGINATOR_ONLY
}
