package org.comity.sharing.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private static final Set<DayOfWeek> SATURDAY_SUNDAY = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Set<DayOfWeek> FRIDAY_SATURDAY = Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);

    private static WorkingCalendar in(String zone, LocalDate... holidays) {
        return new WorkingCalendar(ZoneId.of(zone), SATURDAY_SUNDAY, Set.of(holidays));
    }

    private static Instant due(WorkingCalendar calendar, String requestedAt, int workingDays) {
        return calendar.dueAt(Instant.parse(requestedAt), workingDays);
    }

    @Test
    void R100_the_tenth_working_day_after_a_Monday_is_the_Monday_two_weeks_later() {
        assertEquals(Instant.parse("2026-06-15T23:59:59.999999Z"), due(in("Etc/UTC"), "2026-06-01T09:00:00Z", 10));
    }

    @Test
    void R100_the_day_of_the_request_does_not_count_from_its_first_to_its_last_instant() {
        WorkingCalendar calendar = in("Etc/UTC");
        Instant tuesday = Instant.parse("2026-06-02T23:59:59.999999Z");
        assertEquals(tuesday, due(calendar, "2026-06-01T00:00:00Z", 1));
        assertEquals(tuesday, due(calendar, "2026-06-01T23:59:59.999999Z", 1));
        assertEquals(Instant.parse("2026-06-03T23:59:59.999999Z"), due(calendar, "2026-06-02T00:00:00Z", 1));
    }

    @Test
    void R100_a_request_on_a_weekend_counts_from_the_next_working_day() {
        Instant monday = Instant.parse("2026-06-08T23:59:59.999999Z");
        assertEquals(monday, due(in("Etc/UTC"), "2026-06-05T12:00:00Z", 1));
        assertEquals(monday, due(in("Etc/UTC"), "2026-06-06T12:00:00Z", 1));
        assertEquals(monday, due(in("Etc/UTC"), "2026-06-07T12:00:00Z", 1));
    }

    @Test
    void R101_a_holiday_does_not_count_unless_it_falls_on_a_weekend_anyway() {
        WorkingCalendar calendar =
                in("Etc/UTC", LocalDate.of(2026, 6, 2), LocalDate.of(2026, 6, 6), LocalDate.of(2026, 6, 9));
        assertEquals(Instant.parse("2026-06-03T23:59:59.999999Z"), due(calendar, "2026-06-01T12:00:00Z", 1));
        assertEquals(Instant.parse("2026-06-10T23:59:59.999999Z"), due(calendar, "2026-06-01T12:00:00Z", 5));
    }

    @Test
    void R101_a_weekend_may_be_Friday_and_Saturday() {
        WorkingCalendar calendar = new WorkingCalendar(ZoneId.of("Asia/Riyadh"), FRIDAY_SATURDAY, Set.of());
        // Thursday; then Sunday counts, and Friday does not
        assertEquals(Instant.parse("2026-06-07T20:59:59.999999Z"), due(calendar, "2026-06-04T09:00:00Z", 1));
        assertEquals(Instant.parse("2026-06-18T20:59:59.999999Z"), due(calendar, "2026-06-04T09:00:00Z", 10));
    }

    @ParameterizedTest
    @CsvSource({
        // the same instant is Monday in Washington and Tuesday in Tallinn and Tokyo
        "America/New_York, 2026-06-01T22:30:00Z, 2026-06-03T03:59:59.999999Z",
        "Europe/Tallinn,   2026-06-01T22:30:00Z, 2026-06-03T20:59:59.999999Z",
        "Asia/Tokyo,       2026-06-01T22:30:00Z, 2026-06-03T14:59:59.999999Z",
        // before and after midnight in Tokyo
        "Asia/Tokyo,       2026-06-01T14:59:59.999999Z, 2026-06-02T14:59:59.999999Z",
        "Asia/Tokyo,       2026-06-01T15:00:00Z,        2026-06-03T14:59:59.999999Z",
    })
    void R100_the_day_of_the_request_is_the_day_in_the_calendars_zone(String zone, String requested, String due) {
        assertEquals(Instant.parse(due), due(in(zone), requested, 1));
    }

    @ParameterizedTest
    @CsvSource({
        // clocks go forward on 29 March 2026 and back on 25 October 2026 in Tallinn; 8 March and 1 November in
        // Washington
        "Europe/Tallinn,   2026-03-27T10:00:00Z, 2026-03-30T20:59:59.999999Z",
        "Europe/Tallinn,   2026-03-26T10:00:00Z, 2026-03-27T21:59:59.999999Z",
        "Europe/Tallinn,   2026-10-22T10:00:00Z, 2026-10-23T20:59:59.999999Z",
        "Europe/Tallinn,   2026-10-23T10:00:00Z, 2026-10-26T21:59:59.999999Z",
        "America/New_York, 2026-03-05T15:00:00Z, 2026-03-07T04:59:59.999999Z",
        "America/New_York, 2026-03-06T15:00:00Z, 2026-03-10T03:59:59.999999Z",
        "America/New_York, 2026-10-29T15:00:00Z, 2026-10-31T03:59:59.999999Z",
        "America/New_York, 2026-10-30T15:00:00Z, 2026-11-03T04:59:59.999999Z",
    })
    void R102_a_day_ends_at_its_own_midnight_across_a_change_of_the_clocks(String zone, String requested, String due) {
        assertEquals(Instant.parse(due), due(in(zone), requested, 1));
    }

    @Test
    void R102_a_working_day_on_which_the_clocks_change_ends_at_its_own_midnight() {
        // a Sunday that is worked on: 23 hours, then 25
        WorkingCalendar calendar = new WorkingCalendar(ZoneId.of("Europe/Tallinn"), FRIDAY_SATURDAY, Set.of());
        assertEquals(Instant.parse("2026-03-29T20:59:59.999999Z"), calendar.endOf(LocalDate.of(2026, 3, 29)));
        assertEquals(Instant.parse("2026-10-25T21:59:59.999999Z"), calendar.endOf(LocalDate.of(2026, 10, 25)));
    }

    @Test
    void R102_where_midnight_is_skipped_a_day_ends_with_the_first_instant_that_there_is_of_the_next() {
        // Lebanon put its clocks from 00:00 to 01:00 on 28 March 2021
        WorkingCalendar calendar = in("Asia/Beirut");
        assertEquals(Instant.parse("2021-03-27T21:59:59.999999Z"), calendar.endOf(LocalDate.of(2021, 3, 27)));
    }

    @Test
    void R102_a_day_that_a_zone_skipped_is_no_working_day() {
        // Samoa went from Thursday 29 to Saturday 31 December 2011
        assertEquals(
                LocalDate.of(2012, 1, 2), in("Pacific/Apia").dayOf(due(in("Pacific/Apia"), "2011-12-29T20:00:00Z", 1)));
    }

    @Test
    void R103_an_extension_counts_from_the_day_on_which_the_deadline_ended() {
        WorkingCalendar calendar = in("Europe/Tallinn");
        Instant due = due(calendar, "2026-06-01T09:00:00Z", 10);
        assertEquals(Instant.parse("2026-06-15T20:59:59.999999Z"), due);
        assertEquals(Instant.parse("2026-07-27T20:59:59.999999Z"), calendar.extended(due, 30));
        assertEquals(due(calendar, "2026-06-01T09:00:00Z", 40), calendar.extended(due, 30));
    }

    @Test
    void a_reminder_comes_at_the_beginning_of_a_working_day() {
        WorkingCalendar calendar = in("Europe/Tallinn", LocalDate.of(2026, 6, 11));
        // due on Monday the 15th: Friday the 12th is one working day before, Wednesday the 10th two
        Instant due = Instant.parse("2026-06-15T20:59:59.999999Z");
        assertEquals(Instant.parse("2026-06-11T21:00:00Z"), calendar.workingDaysBefore(due, 1));
        assertEquals(Instant.parse("2026-06-09T21:00:00Z"), calendar.workingDaysBefore(due, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_deadline_lies_at_least_one_working_day_ahead(int days) {
        assertThrows(IllegalArgumentException.class, () -> due(in("Etc/UTC"), "2026-06-01T09:00:00Z", days));
    }

    @Test
    void a_week_without_a_working_day_is_no_calendar() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new WorkingCalendar(ZoneId.of("Etc/UTC"), EnumSet.allOf(DayOfWeek.class), Set.of()));
    }

    /** Whatever the calendar, the request and the number of days: exactly so many working days lie between. */
    @Test
    void R100_between_a_request_and_its_deadline_lie_exactly_the_working_days_that_were_given() {
        Random random = new Random(20_230_330L);
        List<String> zones = List.of(
                "Europe/Tallinn",
                "Asia/Tokyo",
                "America/New_York",
                "Pacific/Auckland",
                "Australia/Lord_Howe",
                "America/St_Johns",
                "Asia/Beirut",
                "Pacific/Apia",
                "Etc/UTC");
        for (int i = 0; i < 20_000; i++) {
            Set<DayOfWeek> weekend = new HashSet<>();
            for (int n = random.nextInt(4); n > 0; n--) {
                weekend.add(DayOfWeek.of(1 + random.nextInt(7)));
            }
            Instant requested = Instant.ofEpochSecond(
                    1_300_000_000L + random.nextInt(700_000_000), 1_000L * random.nextInt(1_000_000));
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            LocalDate day = LocalDate.ofInstant(requested, zone);
            Set<LocalDate> holidays = new HashSet<>();
            for (int n = random.nextInt(8); n > 0; n--) {
                holidays.add(day.plusDays(random.nextInt(60)));
            }
            WorkingCalendar calendar = new WorkingCalendar(zone, weekend, holidays);
            int days = 1 + random.nextInt(40);
            Instant due = calendar.dueAt(requested, days);
            LocalDate last = calendar.dayOf(due);
            assertTrue(calendar.isWorkingDay(last), () -> calendar + " " + requested + " " + days);
            assertFalse(calendar.dayOf(due.plusNanos(1_000)).equals(last), "it is the last instant of its day");
            assertEquals(
                    days,
                    day.plusDays(1)
                            .datesUntil(last.plusDays(1))
                            .filter(calendar::isWorkingDay)
                            .count(),
                    () -> calendar + " " + requested + " " + days);
        }
    }

    @Test
    void R102_R103_an_extension_and_a_reminder_cross_the_change_of_clocks_on_local_days() {
        WorkingCalendar tallinn = in("Europe/Tallinn");
        Instant friday = Instant.parse("2026-10-23T20:59:59.999999Z");
        Instant monday = Instant.parse("2026-10-26T21:59:59.999999Z"); // clocks went back on Sunday
        assertEquals(monday, tallinn.extended(friday, 1));
        assertEquals(Instant.parse("2026-10-22T21:00:00Z"), tallinn.workingDaysBefore(monday, 1));
    }

    @Test
    void R101_R103_an_extension_leaves_out_a_Friday_and_a_Saturday_too() {
        WorkingCalendar riyadh = new WorkingCalendar(ZoneId.of("Asia/Riyadh"), FRIDAY_SATURDAY, Set.of());
        assertEquals(
                Instant.parse("2026-06-07T20:59:59.999999Z"),
                riyadh.extended(Instant.parse("2026-06-04T20:59:59.999999Z"), 1));
    }
}
