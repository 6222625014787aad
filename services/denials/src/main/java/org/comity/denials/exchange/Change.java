package org.comity.denials.exchange;

/** What applying an import does with a denial of the file. */
public enum Change {
    /** A draft is made. */
    NEW,
    /** Its draft takes what the file says. */
    CHANGED,
    /** Nothing: the same was imported before. */
    UNCHANGED
}
