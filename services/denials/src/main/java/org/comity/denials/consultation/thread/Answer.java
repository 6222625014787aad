package org.comity.denials.consultation.thread;

/** What a consulted state says in the end. None of them decides anything. */
public enum Answer {
    /** The transaction is essentially identical to the cited denial. */
    IDENTICAL,
    /** It is not. */
    NOT_IDENTICAL,
    /** The consulted state objects. */
    OBJECTION,
    /** It does not. */
    NO_OBJECTION
}
