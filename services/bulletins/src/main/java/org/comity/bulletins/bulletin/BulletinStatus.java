package org.comity.bulletins.bulletin;

/** Where a bulletin stands (domain 4.3). */
public enum BulletinStatus {
    /** Nobody but its desk knows of it. */
    DRAFT,
    /** Submitted, and not yet cleared by another person. */
    CLEARANCE,
    /** A collective notice that its signatories have, to sign; nobody else. */
    PROPOSED,
    /** Its readers have it. */
    PUBLISHED,
    /** Its readers have a later version. */
    UPDATED,
    /** Its originator stands by it no longer; its readers see that. */
    WITHDRAWN,
    /** The day until which it was valid is over. */
    LAPSED,
    /** Taken back from everybody: for others than its desk it does not exist. */
    RECALLED
}
