package org.comity.denials.denial;

/** Where a denial stands, as it is stored and shown (domain 4.1). */
public enum DenialStatus {
    DRAFT,
    NATIONAL_APPROVAL,
    NOTIFIED,
    AMENDED,
    REVIEW_DUE,
    REVIEW_OVERDUE,
    RENEWED,
    REVOKED,
    EXPIRED;

    /** Notified, and neither revoked nor expired. */
    boolean isInForce() {
        return switch (this) {
            case NOTIFIED, AMENDED, RENEWED, REVIEW_DUE, REVIEW_OVERDUE -> true;
            case DRAFT, NATIONAL_APPROVAL, REVOKED, EXPIRED -> false;
        };
    }

    /** In force, and its review is due soon or overdue. */
    boolean isUnderReview() {
        return this == REVIEW_DUE || this == REVIEW_OVERDUE;
    }
}
