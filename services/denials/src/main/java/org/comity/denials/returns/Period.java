package org.comity.denials.returns;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A half-year, written 2026-H1.
 *
 * @param half 1 or 2
 */
record Period(int year, int half) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{4})-H([12])");

    /** Assumption: nobody reports on what is longer ago. */
    static final int EARLIEST_YEAR = 1996;

    static Optional<Period> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new Period(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    LocalDate firstDay() {
        return LocalDate.of(year, half == 1 ? Month.JANUARY : Month.JULY, 1);
    }

    LocalDate lastDay() {
        return half == 1 ? LocalDate.of(year, Month.JUNE, 30) : LocalDate.of(year, Month.DECEMBER, 31);
    }

    /** Whether it lies behind us, in UTC: a return is about the whole of it. */
    boolean isOver(LocalDate today) {
        return today.isAfter(lastDay());
    }

    @Override
    public String toString() {
        return "%04d-H%d".formatted(year, half);
    }
}
