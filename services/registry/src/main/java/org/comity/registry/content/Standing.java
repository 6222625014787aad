package org.comity.registry.content;

/** How a state takes part in a regime. */
public enum Standing {
    /** Belongs to it, and may receive what was learned there. */
    MEMBER,
    /** Follows its rules without belonging to it; what was learned there does not go to it. */
    ADHERENT
}
