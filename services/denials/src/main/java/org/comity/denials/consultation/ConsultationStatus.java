package org.comity.denials.consultation;

/** Where a consultation stands, as far as its reader can see: a consulted state's own thread is all there is to it. */
public enum ConsultationStatus {
    /** Being written. */
    DRAFT,
    /** Waiting for an approver. */
    NATIONAL_APPROVAL,
    /** An answer is awaited. */
    REQUESTED,
    /** Every answer is there, by silence too; the requesting state has not decided. */
    DECISION_PENDING,
    /** Denied. */
    DENIED,
    /** Granted. */
    GRANTED,
    /** Transit allowed. */
    TRANSIT_ALLOWED,
    /** Withdrawn. */
    WITHDRAWN,
    /** Filed away. */
    CLOSED
}
