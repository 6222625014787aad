package org.comity.portal.denial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.portal.page.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    @ParameterizedTest
    @CsvSource({
        "2026-03-31, today",
        "2026-04-01, inDays 1",
        "2026-04-13, inDays 13",
        "2026-04-14, inWeeks 2",
        "2026-06-01, inWeeks 8",
        "2026-06-30, inMonths 2",
        "2028-02-29, inMonths 22",
        "2028-03-31, inYears 2",
        "2029-03-01, inYears 3",
        "2026-03-30, agoDays 1",
        "2026-03-17, agoWeeks 2",
        "2025-12-31, agoMonths 3",
        "2023-03-31, agoYears 3"
    })
    void a_day_is_told_in_the_unit_in_which_people_think_of_it(LocalDate day, String told) {
        Page page =
                new Page(Optional.empty(), Locale.UK, ZoneOffset.UTC, TODAY, TODAY, "/denials", false, List.of(), "");

        assertEquals(told, Standing.when(day, page, named()));
    }

    /** Texts that say which text it is. */
    private static StandingTexts named() {
        return (StandingTexts) Proxy.newProxyInstance(
                StandingTexts.class.getClassLoader(),
                new Class<?>[] {StandingTexts.class},
                (proxy, method, arguments) -> method.getName() + (arguments == null ? "" : " " + arguments[0]));
    }
}
