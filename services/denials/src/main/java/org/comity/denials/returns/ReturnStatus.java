package org.comity.denials.returns;

/** Where a return stands. */
enum ReturnStatus {
    /** Given by one person, and not yet approved by another. */
    NATIONAL_APPROVAL,
    /** Sent back by an approver. */
    DRAFT,
    /** There for the states of its release. */
    RELEASED
}
