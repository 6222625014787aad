package org.comity.portal.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.comity.portal.api.State;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void the_last_day_counts_and_today_does_not() {
        assertEquals(1, left(FRIDAY, FRIDAY.plusDays(3), List.of()));
        assertEquals(4, left(FRIDAY, FRIDAY.plusDays(6), List.of()));
        assertEquals(0, left(FRIDAY, FRIDAY, List.of()));
    }

    @Test
    void weekends_and_holidays_of_the_calendar_do_not_count() {
        assertEquals(0, left(FRIDAY, FRIDAY.plusDays(2), List.of()));
        assertEquals(3, left(FRIDAY, FRIDAY.plusDays(6), List.of(FRIDAY.plusDays(4))));
    }

    @Test
    void nothing_is_counted_on_a_calendar_that_is_not_known() {
        assertEquals(OptionalInt.empty(), Deadlines.workingDaysLeft(Optional.empty(), FRIDAY, FRIDAY.plusDays(6)));
    }

    private static int left(LocalDate today, LocalDate last, List<LocalDate> holidays) {
        State.Calendar calendar = new State.Calendar(
                "Europe/Tallinn",
                List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                holidays.stream().map(it -> new State.Holiday(it, "A day off")).toList());
        return Deadlines.workingDaysLeft(Optional.of(calendar), today, last).orElseThrow();
    }
}
