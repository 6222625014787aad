package org.comity.denials.denial;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.comity.denials.content.ValidityPolicy;

/**
 * What time does to a denial in force: the review comes near, falls due, and passes.
 *
 * <p>Source: docs/rules.md R-76, R-77 (domain 4.1). Days turn at midnight UTC. It knows no database.
 */
final class ReviewClock {

    private ReviewClock() {}

    /** A step that a denial takes, and what others are told of it. */
    record Turn(DenialStatus to, DenialEvent told) {}

    /**
     * The steps that are due and not yet taken, in their order: two at once after downtime.
     *
     * @param remindOn the day from which the review is due soon
     * @param reviewDue the day on which the denial expires, or its review is overdue
     */
    static List<Turn> due(
            DenialStatus status, ValidityPolicy policy, LocalDate remindOn, LocalDate reviewDue, LocalDate today) {
        List<Turn> turns = new ArrayList<>();
        DenialStatus now = status;
        if (!now.isUnderReview() && now.isInForce() && !today.isBefore(remindOn)) {
            now = DenialStatus.REVIEW_DUE;
            turns.add(new Turn(now, DenialEvent.REVIEW_DUE));
        }
        if (now.isUnderReview() && !today.isBefore(reviewDue)) {
            switch (policy) {
                case EXPIRES -> turns.add(new Turn(DenialStatus.EXPIRED, DenialEvent.EXPIRED));
                case REVIEW_REQUIRED -> {
                    if (now == DenialStatus.REVIEW_DUE) {
                        turns.add(new Turn(DenialStatus.REVIEW_OVERDUE, DenialEvent.REVIEW_OVERDUE));
                    }
                }
            }
        }
        return turns;
    }

    /** Where a denial stands when new content of it came into force: an amendment is no review. */
    static DenialStatus amended(DenialStatus status, LocalDate remindOn, LocalDate reviewDue, LocalDate today) {
        if (!status.isUnderReview() || today.isBefore(remindOn)) {
            return DenialStatus.AMENDED;
        }
        return today.isBefore(reviewDue) ? DenialStatus.REVIEW_DUE : status;
    }

    /** Whether the final assessment of a suspension is owed: from the day after its end. */
    static boolean finalAssessmentOwed(DenialStatus status, LocalDate suspensionEndsOn, LocalDate today) {
        return status.isInForce() && today.isAfter(suspensionEndsOn);
    }
}
