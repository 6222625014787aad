package org.comity.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {

    /** In Tokyo it is the 3rd already, and in UTC the 2nd still. */
    private final Page tokyo = new Page(
            Optional.empty(),
            Locale.UK,
            ZoneId.of("Asia/Tokyo"),
            LocalDate.of(2026, 2, 3),
            LocalDate.of(2026, 2, 2),
            "",
            false,
            List.of(),
            "");

    @Test
    void what_a_rule_counts_in_utc_is_counted_so_whatever_the_state_s_clock_says() {
        LocalDate last = LocalDate.of(2026, 2, 2);

        assertEquals(0, tokyo.utcDaysUntil(last), "in time until the day is over in UTC");
        assertEquals(-1, tokyo.daysUntil(last));
    }

    @Test
    void a_moment_is_told_in_utc_where_it_is_looked_for_in_utc() {
        Instant morning = Instant.parse("2026-01-30T23:30:00Z");

        assertTrue(tokyo.moment(morning).startsWith("31 January 2026"), tokyo.moment(morning));
        assertTrue(tokyo.utcMoment(morning).matches("30 January 2026.*23:30 UTC"), tokyo.utcMoment(morning));
    }
}
