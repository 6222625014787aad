package org.comity.subscriptions.rule;

/** When a rule tells by mail. */
public enum Frequency {
    /** A mail as soon as something matches. */
    AT_ONCE,
    /** A mail each day, of the day before. */
    DAILY,
    /** A mail each Monday, of the week before. */
    WEEKLY
}
