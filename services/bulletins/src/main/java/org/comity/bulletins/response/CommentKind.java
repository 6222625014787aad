package org.comity.bulletins.response;

/** What a state says of a bulletin (domain 3.3). */
public enum CommentKind {
    /** It is so. For a state that the bulletin names. */
    CONFIRM(true),
    /** It is not so. For a state that the bulletin names. */
    DENY(true),
    /** Something of it is not so. For a state that the bulletin names. */
    DISPUTE(true),
    /** It fits what the state knows itself. */
    CORROBORATE(false),
    /** The state has read it and says nothing of it. */
    NO_COMMENT(false);

    private final boolean ofNamedStates;

    CommentKind(boolean ofNamedStates) {
        this.ofNamedStates = ofNamedStates;
    }

    /** Whether only a state that the bulletin names says so. */
    public boolean isOfNamedStates() {
        return ofNamedStates;
    }
}
