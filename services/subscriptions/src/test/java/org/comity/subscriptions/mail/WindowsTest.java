package org.comity.subscriptions.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.comity.subscriptions.rule.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a digest closes. */
class WindowsTest {

    @ParameterizedTest
    @CsvSource({
        // an instant before six, six, and after six, in summer time of the Netherlands
        "Europe/Amsterdam, 2026-07-01T03:59:59Z, 2026-06-30T04:00:00Z",
        "Europe/Amsterdam, 2026-07-01T04:00:00Z, 2026-07-01T04:00:00Z",
        "Europe/Amsterdam, 2026-07-01T20:00:00Z, 2026-07-01T04:00:00Z",
        // the day of 23 hours, and that of 25
        "Europe/Amsterdam, 2026-03-29T03:59:59Z, 2026-03-28T05:00:00Z",
        "Europe/Amsterdam, 2026-03-29T04:00:00Z, 2026-03-29T04:00:00Z",
        "Europe/Amsterdam, 2026-10-25T05:00:00Z, 2026-10-25T05:00:00Z",
        "Europe/Amsterdam, 2026-10-25T04:59:59Z, 2026-10-24T04:00:00Z",
        // where it is tomorrow already
        "Pacific/Auckland, 2026-06-30T18:00:00Z, 2026-06-30T18:00:00Z",
    })
    void R394_a_day_closes_at_six_as_clocks_in_the_zone_show_it(String zone, Instant now, Instant closed) {
        assertEquals(closed, Windows.closed(Frequency.DAILY, now, ZoneId.of(zone)));
    }

    @ParameterizedTest
    @CsvSource({
        // Monday is 2026-06-29
        "2026-06-29T03:59:59Z, 2026-06-22T04:00:00Z",
        "2026-06-29T04:00:00Z, 2026-06-29T04:00:00Z",
        "2026-07-05T22:00:00Z, 2026-06-29T04:00:00Z",
    })
    void R394_a_week_closes_on_monday_at_six(Instant now, Instant closed) {
        assertEquals(closed, Windows.closed(Frequency.WEEKLY, now, ZoneId.of("Europe/Amsterdam")));
    }

    @Test
    void R394_at_once_is_now() {
        Instant now = Instant.parse("2026-07-01T03:59:59Z");
        assertEquals(now, Windows.closed(Frequency.AT_ONCE, now, ZoneId.of("Europe/Amsterdam")));
    }
}
