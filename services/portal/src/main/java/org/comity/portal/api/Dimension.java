package org.comity.portal.api;

/** What denials are counted by; the codes of a count are months, entries, countries or those of a code list. */
public enum Dimension {
    MONTH,
    ITEM,
    DESTINATION,
    GROUND,
    MISUSE_TYPE,
    DECISION
}
