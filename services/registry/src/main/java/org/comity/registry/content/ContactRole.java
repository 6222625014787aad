package org.comity.registry.content;

/** What a point of contact is asked about. */
public enum ContactRole {
    /** The state's point of contact. */
    POC,
    /** Stands in for the point of contact. */
    DEPUTY,
    /** Licensing. */
    LICENSING,
    /** Human rights. */
    HR,
    /** Technical questions. */
    TECHNICAL
}
