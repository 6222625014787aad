package org.comity.portal.returns;

import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.time.Month;

/**
 * A half-year, written 2026-H1.
 *
 * @param half 1 or 2
 */
public record HalfYear(int year, int half) {

    /** What an address names; a page of no half-year is no page. */
    public static HalfYear of(String written) {
        if (!written.matches("[12]\\d{3}-H[12]")) {
            throw new NotFoundException();
        }
        return new HalfYear(Integer.parseInt(written.substring(0, 4)), written.charAt(6) - '0');
    }

    /** The first day on which it is over. */
    LocalDate overOn() {
        return half == 1 ? LocalDate.of(year, Month.JULY, 1) : LocalDate.of(year + 1, Month.JANUARY, 1);
    }

    /** As it is said in the reader's language. */
    public String words(ReturnTexts texts) {
        return half == 1 ? texts.first(String.valueOf(year)) : texts.second(String.valueOf(year));
    }

    @Override
    public String toString() {
        return year + "-H" + half;
    }
}
