package org.comity.denials.procedure;

import java.time.LocalDate;

/**
 * The parameters of the denial-notification procedure.
 *
 * <p>Source: docs/rules.md, R-76 (domain 1b: 30 and 60 days are Wassenaar practice; 1c: three years is EU
 * practice; both partly from memory).
 *
 * @param version the version that applies
 * @param notifyPreferred calendar days after the decision, preferably
 * @param notifyLatest calendar days after the decision, at the latest
 * @param validityYears years until the review, or the expiry
 * @param reviewReminderDays calendar days before the review
 */
public record DenialNotification(
        int version, int notifyPreferred, int notifyLatest, int validityYears, int reviewReminderDays) {

    /** The day by which a decision is preferably notified. */
    public LocalDate preferredBy(LocalDate decision) {
        return decision.plusDays(notifyPreferred);
    }

    /** The last day on which notifying the decision is not late. */
    public LocalDate latestBy(LocalDate decision) {
        return decision.plusDays(notifyLatest);
    }

    /** The day from which a review is due soon. */
    public LocalDate remindOn(LocalDate reviewDue) {
        return reviewDue.minusDays(reviewReminderDays);
    }

    /** The day on which a denial that counts from this day is due for review. */
    public LocalDate reviewDue(LocalDate validFrom) {
        return validFrom.plusYears(validityYears);
    }
}
