package org.comity.denials.content;

/** The tier of an item in the Wassenaar lists. */
public enum Sensitivity {
    /** On the basic list. */
    BASIC,
    /** On the sensitive list. */
    SENSITIVE,
    /** On the very sensitive list. */
    VERY_SENSITIVE,
    /** On none. */
    UNLISTED
}
