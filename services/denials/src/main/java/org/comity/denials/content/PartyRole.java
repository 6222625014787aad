package org.comity.denials.content;

/** The part that a party has in the transaction. */
public enum PartyRole {
    /** Receives the goods. */
    CONSIGNEE,
    /** Receives them on the way. */
    INTERMEDIATE,
    /** Acts for another. */
    AGENT,
    /** Uses the goods. */
    END_USER,
    /** Receives them last. */
    ULTIMATE_CONSIGNEE
}
