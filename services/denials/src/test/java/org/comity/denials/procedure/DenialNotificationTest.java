package org.comity.denials.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DenialNotificationTest {

    private static final DenialNotification FIRST = new DenialNotification(1, 30, 60, 3, 60);

    @Test
    void R30_a_decision_is_notified_preferably_within_30_days_and_at_the_latest_within_60() {
        assertEquals(LocalDate.of(2026, 4, 30), FIRST.preferredBy(LocalDate.of(2026, 3, 31)));
        assertEquals(LocalDate.of(2026, 5, 30), FIRST.latestBy(LocalDate.of(2026, 3, 31)));
    }

    @Test
    void R31_a_review_is_due_after_three_years_and_on_28_February_where_there_is_no_29th() {
        assertEquals(LocalDate.of(2029, 3, 31), FIRST.reviewDue(LocalDate.of(2026, 3, 31)));
        assertEquals(LocalDate.of(2027, 2, 28), FIRST.reviewDue(LocalDate.of(2024, 2, 29)));
    }
}
