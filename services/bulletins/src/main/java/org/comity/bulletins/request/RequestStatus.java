package org.comity.bulletins.request;

/** Where a request for information stands. */
enum RequestStatus {
    /** Nobody but its desk knows of it. */
    DRAFT,
    /** Submitted, and not yet approved by another person. */
    CLEARANCE,
    /** Its addressees have it. */
    ASKED,
    /** Its state asks it no longer; its addressees see that. */
    WITHDRAWN
}
