package org.comity.subscriptions.rule;

/** The kinds of records that rules and feeds know. */
public enum RecordType {
    /** A denial. */
    DENIAL,
    /** A consultation that the own state asked or was asked. */
    CONSULTATION,
    /** A request for onward release. */
    ONWARD_REQUEST,
    /** A half-yearly return of denials in sum. */
    RETURN,
    /** A bulletin. */
    BULLETIN,
    /** A request for information. */
    REQUEST,
    /** The registry's record of a state. */
    STATE
}
