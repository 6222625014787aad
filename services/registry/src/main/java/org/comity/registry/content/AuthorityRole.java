package org.comity.registry.content;

/** What an authority decides. */
public enum AuthorityRole {
    /** Grants and refuses export licences. */
    GRANT,
    /** Brokering. */
    BROKERING,
    /** Transit. */
    TRANSIT,
    /** Enforces what was decided. */
    ENFORCEMENT
}
