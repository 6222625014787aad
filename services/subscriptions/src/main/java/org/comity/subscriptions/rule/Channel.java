package org.comity.subscriptions.rule;

/** Where a rule tells, beside the inbox, which every rule marks. */
public enum Channel {
    /** The inbox alone. */
    INBOX,
    /** Mail, which says that something waits and where. */
    MAIL
}
