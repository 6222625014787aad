package org.comity.portal.api;

/** What other states are told of a grant, or of a transit that is allowed. */
public enum NoticeKind {
    /** In spite of denials, to those that may read one. */
    UNDERCUT("undercut-notice"),
    /** After a consultation on essential interests, to all. */
    INTEREST("essential-interest-notice");

    private final String verb;

    NoticeKind(String verb) {
        this.verb = verb;
    }

    /** The verb of the step that sends the notice. */
    public String verb() {
        return verb;
    }
}
