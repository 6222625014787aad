package org.comity.kernel.audit;

/** How a request ended, as the audit trail keeps it. */
public enum AccessDecision {
    /** Answered with what was asked. */
    ALLOWED,
    /** 401 or 403: not signed in, or not for this person. */
    REFUSED,
    /** 404: not there, or hidden; the two look alike. */
    ABSENT,
    /** Any other 4xx: something was wrong with the request. */
    REJECTED,
    /** 5xx: something failed on our side. */
    FAILED;

    /** The decision that an HTTP status stands for. */
    static AccessDecision of(int status) {
        return switch (status) {
            case 401, 403 -> REFUSED;
            case 404 -> ABSENT;
            default -> status >= 500 ? FAILED : status >= 400 ? REJECTED : ALLOWED;
        };
    }
}
