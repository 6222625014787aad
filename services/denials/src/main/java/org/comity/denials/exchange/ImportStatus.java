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
    APPROVED;

    /** Whether a step runs. */
    boolean isRunning() {
        return this == APPLYING || this == SUBMITTING || this == APPROVING;
    }
}
