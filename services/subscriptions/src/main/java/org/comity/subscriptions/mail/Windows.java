package org.comity.subscriptions.mail;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.comity.subscriptions.rule.Frequency;

/**
 * When a digest closes: each day at six, or each Monday at six, as clocks in the reader's zone show it.
 *
 * <p>Rules: R-394. Assumption: six in the morning.
 */
final class Windows {

    private static final LocalTime CLOSES = LocalTime.of(6, 0);

    private Windows() {}

    /** The last instant at which a window closed, at or before now. What happened before it is due. */
    static Instant closed(Frequency frequency, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return switch (frequency) {
            case AT_ONCE -> now;
            case DAILY -> last(now, zone, today, 1);
            case WEEKLY -> last(now, zone, today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), 7);
        };
    }

    /** Six o'clock of that day, or of so many days before where six is still to come. */
    private static Instant last(Instant now, ZoneId zone, LocalDate day, int days) {
        Instant closes = day.atTime(CLOSES).atZone(zone).toInstant();
        return closes.isAfter(now)
                ? day.minusDays(days).atTime(CLOSES).atZone(zone).toInstant()
                : closes;
    }
}
