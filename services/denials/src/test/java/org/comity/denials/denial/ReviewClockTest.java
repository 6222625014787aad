package org.comity.denials.denial;

import static org.comity.denials.content.ValidityPolicy.EXPIRES;
import static org.comity.denials.content.ValidityPolicy.REVIEW_REQUIRED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.comity.denials.content.ValidityPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewClockTest {

    private static final LocalDate REMIND = LocalDate.of(2029, 1, 30);
    private static final LocalDate DUE = LocalDate.of(2029, 3, 31);

    private static List<DenialEvent> told(DenialStatus status, ValidityPolicy policy, LocalDate today) {
        return ReviewClock.due(status, policy, REMIND, DUE, today).stream()
                .map(ReviewClock.Turn::told)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"NOTIFIED", "AMENDED", "RENEWED"})
    void R76_the_reminder_comes_on_its_day_and_not_before(DenialStatus status) {
        assertEquals(List.of(), told(status, REVIEW_REQUIRED, REMIND.minusDays(1)));
        assertEquals(List.of(DenialEvent.REVIEW_DUE), told(status, REVIEW_REQUIRED, REMIND));
        assertEquals(List.of(DenialEvent.REVIEW_DUE), told(status, EXPIRES, DUE.minusDays(1)));
    }

    @Test
    void R76_one_reminder_is_enough() {
        assertEquals(List.of(), told(DenialStatus.REVIEW_DUE, REVIEW_REQUIRED, REMIND));
        assertEquals(List.of(), told(DenialStatus.REVIEW_DUE, EXPIRES, DUE.minusDays(1)));
    }

    @Test
    void R77_on_the_day_of_the_review_a_denial_expires_or_is_overdue_as_its_policy_says() {
        assertEquals(List.of(DenialEvent.EXPIRED), told(DenialStatus.REVIEW_DUE, EXPIRES, DUE));
        assertEquals(List.of(DenialEvent.REVIEW_OVERDUE), told(DenialStatus.REVIEW_DUE, REVIEW_REQUIRED, DUE));
        assertEquals(List.of(), told(DenialStatus.REVIEW_OVERDUE, REVIEW_REQUIRED, DUE.plusYears(1)));
        assertEquals(List.of(DenialEvent.EXPIRED), told(DenialStatus.REVIEW_OVERDUE, EXPIRES, DUE.plusDays(1)));
    }

    @Test
    void R77_after_downtime_both_steps_are_taken_in_their_order() {
        assertEquals(
                List.of(DenialEvent.REVIEW_DUE, DenialEvent.EXPIRED),
                told(DenialStatus.NOTIFIED, EXPIRES, DUE.plusDays(40)));
        assertEquals(
                List.of(DenialEvent.REVIEW_DUE, DenialEvent.REVIEW_OVERDUE),
                told(DenialStatus.RENEWED, REVIEW_REQUIRED, DUE));
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "NATIONAL_APPROVAL", "REVOKED", "EXPIRED"})
    void what_is_not_in_force_time_leaves_alone(DenialStatus status) {
        assertEquals(List.of(), told(status, EXPIRES, DUE.plusYears(9)));
    }

    @Test
    void R76_an_amendment_is_no_review() {
        assertEquals(DenialStatus.AMENDED, ReviewClock.amended(DenialStatus.NOTIFIED, REMIND, DUE, DUE.plusDays(1)));
        assertEquals(DenialStatus.REVIEW_DUE, ReviewClock.amended(DenialStatus.REVIEW_DUE, REMIND, DUE, REMIND));
        assertEquals(DenialStatus.REVIEW_OVERDUE, ReviewClock.amended(DenialStatus.REVIEW_OVERDUE, REMIND, DUE, DUE));
    }

    @Test
    void R76_an_amendment_that_moves_the_review_away_ends_it() {
        assertEquals(
                DenialStatus.AMENDED,
                ReviewClock.amended(DenialStatus.REVIEW_OVERDUE, REMIND, DUE, REMIND.minusDays(1)));
        assertEquals(
                DenialStatus.REVIEW_DUE,
                ReviewClock.amended(DenialStatus.REVIEW_OVERDUE, REMIND, DUE, DUE.minusDays(1)));
    }

    @Test
    void R78_the_final_assessment_is_owed_from_the_day_after_the_end() {
        LocalDate end = LocalDate.of(2026, 12, 31);
        assertFalse(ReviewClock.finalAssessmentOwed(DenialStatus.NOTIFIED, end, end));
        assertTrue(ReviewClock.finalAssessmentOwed(DenialStatus.NOTIFIED, end, end.plusDays(1)));
        assertFalse(ReviewClock.finalAssessmentOwed(DenialStatus.EXPIRED, end, end.plusDays(1)));
    }
}
