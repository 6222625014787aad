package org.comity.denials.denial;

/** Where a denial stands, as it is stored and shown (domain 4.1). */
enum DenialStatus {
    DRAFT,
    NATIONAL_APPROVAL,
    NOTIFIED,
    AMENDED,
    REVIEW_DUE,
    REVIEW_OVERDUE,
    RENEWED,
    REVOKED,
    EXPIRED
}
