package org.comity.sharing.states;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * When a state works, and what follows from it for deadlines. It computes instants; whoever keeps one keeps it whatever
 * becomes of the calendar later.
 *
 * <p>Source: docs/rules.md R-100 to R-103 (design, "Procedures make the rules"; domain 4.2).
 *
 * <p>Rules.
 *
 * @param zone the IANA zone in which a day begins and ends
 * @param weekend days of the week without work
 * @param holidays other days without work
 */
public record WorkingCalendar(ZoneId zone, Set<DayOfWeek> weekend, Set<LocalDate> holidays) {

    /**
     * Copies both sets.
     *
     * @throws IllegalArgumentException if no day of the week is left to work on
     */
    public WorkingCalendar {
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
        if (weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("a week without a working day has no deadlines");
        }
    }

    /** The day that it is here at this instant. */
    public LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Whether the state works on this day. A day that its zone skipped, as Samoa did 30 December 2011, is none. */
    public boolean isWorkingDay(LocalDate day) {
        return !weekend.contains(day.getDayOfWeek())
                && !holidays.contains(day)
                && dayOf(day.atStartOfDay(zone).toInstant()).equals(day);
    }

    /**
     * The end of the n-th working day after the day of a request. The day of the request, as it is here, does not
     * count, whether the state works on it or not.
     *
     * @param workingDays at least one
     * @return the last instant of that day, as {@link #endOf} has it
     */
    public Instant dueAt(Instant requestedAt, int workingDays) {
        return endOf(workingDayAfter(dayOf(requestedAt), workingDays));
    }

    /** The end of the n-th working day after the day on which a deadline ends. */
    public Instant extended(Instant dueAt, int workingDays) {
        return endOf(workingDayAfter(dayOf(dueAt), workingDays));
    }

    /**
     * The last instant of a day here: the last microsecond before the next day begins. On days of 23 or 25 hours it is
     * that day's own end; where clocks skip midnight, the next day begins at the first instant that there is.
     */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    /** The beginning of the n-th working day before the day on which a deadline ends. */
    public Instant workingDaysBefore(Instant dueAt, int workingDays) {
        LocalDate day = dayOf(dueAt);
        for (int left = positive(workingDays); left > 0; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day.atStartOfDay(zone).toInstant();
    }

    private LocalDate workingDayAfter(LocalDate start, int workingDays) {
        LocalDate day = start;
        for (int left = positive(workingDays); left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private static int positive(int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("a deadline lies at least one working day ahead");
        }
        return workingDays;
    }
}
