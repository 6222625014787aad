package org.comity.denials.content;

/** What happens at the end of the validity. */
public enum ValidityPolicy {
    /** The denial lapses. */
    EXPIRES,
    /** The denial stays valid and is reviewed. */
    REVIEW_REQUIRED
}
