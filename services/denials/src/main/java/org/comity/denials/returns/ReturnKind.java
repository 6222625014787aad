package org.comity.denials.returns;

/** What a return says. */
public enum ReturnKind {
    /** Nothing was denied in the period. */
    NIL,
    /** What was denied, in sum. */
    AGGREGATE
}
