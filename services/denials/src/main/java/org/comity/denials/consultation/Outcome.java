package org.comity.denials.consultation;

/** How the requesting state decided in the end. */
public enum Outcome {
    /** The licence was denied. */
    DENIED,
    /** The licence was granted. */
    GRANTED,
    /** The transit was allowed. */
    TRANSIT_ALLOWED,
    /** The requesting state asks no more. */
    WITHDRAWN;

    /** Whether the goods may go: what is explained, and notified where it undercuts a denial. */
    boolean lets() {
        return this == GRANTED || this == TRANSIT_ALLOWED;
    }
}
