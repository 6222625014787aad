package org.comity.denials.consultation;

/** What one party of a thread said to the other. */
public enum ExchangeKind {
    /** The consulted state asks for more. */
    MORE_ASKED,
    /** The requesting state gives more. */
    MORE_GIVEN,
    /** A party proposes an extension. */
    EXTENSION_PROPOSED,
    /** The other party agrees. */
    EXTENSION_AGREED,
    /** The other party does not agree. */
    EXTENSION_DECLINED,
    /** The consulted state replies. */
    REPLIED
}
