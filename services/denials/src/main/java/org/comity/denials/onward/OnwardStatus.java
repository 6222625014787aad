package org.comity.denials.onward;

/** Where a request for onward release stands. */
enum OnwardStatus {
    /** The originator has not answered. */
    ASKED,
    /** The originator's approver released the denial to the states that were named. */
    GRANTED,
    /** It did not. */
    REFUSED,
    /** The asking state took the request back. */
    WITHDRAWN
}
