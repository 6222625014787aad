package org.comity.denials.content;

/** The human right that would be engaged (domain 6). */
public enum Right {
    /** Expression. */
    EXPRESSION,
    /** Religion belief. */
    RELIGION_BELIEF,
    /** Association. */
    ASSOCIATION,
    /** Peaceful assembly. */
    PEACEFUL_ASSEMBLY,
    /** Privacy. */
    PRIVACY,
    /** Life. */
    LIFE,
    /** Liberty. */
    LIBERTY,
    /** No torture. */
    NO_TORTURE,
    /** Non discrimination. */
    NON_DISCRIMINATION
}
