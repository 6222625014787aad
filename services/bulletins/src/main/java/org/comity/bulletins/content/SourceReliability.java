package org.comity.bulletins.content;

/** How far the source is to be relied on, as the Admiralty Code grades it. */
public enum SourceReliability {
    /** Completely reliable. */
    A,
    /** Usually reliable. */
    B,
    /** Fairly reliable. */
    C,
    /** Not usually reliable. */
    D,
    /** Unreliable. */
    E,
    /** Cannot be judged. */
    F
}
