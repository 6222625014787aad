package org.comity.denials.exchange;

/** What applying an import does with a denial of the file. */
public enum Change {
    /** A draft is made. */
    NEW,
    /** The content of its draft is replaced. */
    CHANGED,
    /** Nothing: the same was imported before. */
    UNCHANGED
}
