package org.comity.portal.api;

/** What is told other states of a grant, or of a transit that is allowed. */
public enum NoticeKind {
    /** In spite of denials, to those that may read one. */
    UNDERCUT,
    /** After a consultation on essential interests, to all. */
    INTEREST
}
