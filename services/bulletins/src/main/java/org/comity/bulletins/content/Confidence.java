package org.comity.bulletins.content;

/** How sure the originator is of its assessment. */
public enum Confidence {
    /** Low. */
    LOW,
    /** Medium. */
    MEDIUM,
    /** High. */
    HIGH
}
