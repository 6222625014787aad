package org.comity.denials.exchange;

/** Where an import stands. */
public enum ImportStatus {
    /** Checked, and every row is right: it can be applied. */
    CHECKED,
    /** Checked, and something is wrong: nothing of it was saved, and nothing will be. */
    FAULTY,
    /** Its drafts are being made. */
    APPLYING,
    /** Its drafts are made: they can be submitted. */
    APPLIED,
    /** Its drafts are being submitted. */
    SUBMITTING,
    /** Its drafts are submitted: another person can approve them. */
    SUBMITTED,
    /** They are being approved. */
    APPROVING,
    /** All are notified. */
    APPROVED,
    /** They are being sent back. */
    RETURNING,
    /** Its drafts are being thrown away. */
    DISCARDING,
    /** Its drafts and its file are thrown away. */
    DISCARDED;

    /** Whether a step runs. */
    boolean isRunning() {
        return switch (this) {
            case APPLYING, SUBMITTING, APPROVING, RETURNING, DISCARDING -> true;
            case CHECKED, FAULTY, APPLIED, SUBMITTED, APPROVED, DISCARDED -> false;
        };
    }
}
