package org.comity.registry.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @ParameterizedTest
    @CsvSource({"JP, 0", "XK, 0", "QQ, 1", "UK, 1"})
    void a_code_belongs_to_a_state(String code, int faults) {
        assertEquals(faults, ContentRules.code(new StateCode(code)).size());
    }

    @Test
    void a_regime_is_named_once() {
        assertEquals(List.of(), ContentRules.memberships(List.of(in(Regime.WA), in(Regime.NSG))));
        assertEquals(
                List.of("/regimeMemberships/2/regime"),
                pointers(ContentRules.memberships(List.of(in(Regime.WA), in(Regime.NSG), in(Regime.WA)))));
    }

    @ParameterizedTest
    @CsvSource({"1949-12-31, 1", "1950-01-01, 0", "2200-12-31, 0", "2201-01-01, 1"})
    void a_membership_is_of_our_age(LocalDate from, int faults) {
        assertEquals(
                faults,
                ContentRules.memberships(List.of(new RegimeMembership(Regime.AG, Standing.ADHERENT, from)))
                        .size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "http://example.org/licences?lang=en", "HTTPS://EXAMPLE.ORG/a"})
    void the_page_of_an_authority_is_on_the_web(String url) {
        assertEquals(List.of(), ContentRules.authorities(List.of(authority(url))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org",
                "javascript:alert(1)",
                "example.org",
                "https:",
                "https:///a",
                "https://user@example.org",
                "https://exam ple.org"
            })
    void another_address_of_an_authority_is_refused(String url) {
        assertEquals(
                List.of("/competentAuthorities/0/url"), pointers(ContentRules.authorities(List.of(authority(url)))));
    }

    @ParameterizedTest
    @CsvSource({"Europe/Tallinn, 0", "Etc/UTC, 0", "Europe/Atlantis, 1", "+02:00, 1", "europe/tallinn, 1"})
    void a_zone_is_in_the_iana_database(String zone, int faults) {
        assertEquals(
                faults,
                ContentRules.calendar(new WorkingCalendar(zone, List.of(DayOfWeek.SUNDAY), List.of()))
                        .size());
    }

    @ParameterizedTest
    @CsvSource({
        "FRIDAY SATURDAY SUNDAY, 0",
        "THURSDAY FRIDAY SATURDAY SUNDAY, 1",
        "SUNDAY, 0",
        "SUNDAY SUNDAY, 1",
    })
    void a_weekend_has_at_most_three_days_each_once(String days, int faults) {
        List<DayOfWeek> weekend =
                Arrays.stream(days.split(" ")).map(DayOfWeek::valueOf).toList();
        try (ValidatorFactory validation = Validation.buildDefaultValidatorFactory()) {
            assertEquals(
                    faults,
                    validation
                            .getValidator()
                            .validateValue(WorkingCalendar.class, "weekend", weekend)
                            .size());
        }
    }

    @Test
    void a_holiday_is_named_once() {
        LocalDate day = LocalDate.of(2026, 2, 24);
        WorkingCalendar twice = calendar(new Holiday(day, "Independence Day"), new Holiday(day, "The same day"));
        WorkingCalendar once =
                calendar(new Holiday(day, "Independence Day"), new Holiday(LocalDate.of(2026, 2, 25), "The day after"));

        assertEquals(List.of("/holidays/1/date"), pointers(ContentRules.calendar(twice)));
        assertEquals(List.of(), ContentRules.calendar(once));
    }

    @ParameterizedTest
    @CsvSource({"1949-12-31, 1", "1950-01-01, 0", "2200-12-31, 0", "2201-01-01, 1", "+999999999-12-31, 1"})
    void a_holiday_is_of_our_age(LocalDate day, int faults) {
        assertEquals(
                faults,
                ContentRules.calendar(calendar(new Holiday(day, "A day off"))).size());
    }

    @ParameterizedTest
    @CsvSource({
        "2023-03-29, 1", // the day before the Code was published
        "2023-03-30, 0",
        "2026-06-15, 0",
        "2026-06-16, 0", // today already, where the sun rises first
        "2026-06-17, 1"
    })
    void a_step_is_taken_between_the_code_and_today(LocalDate day, int faults) {
        assertEquals(faults, ContentRules.dayOfStep("/subscribedOn", day, TODAY).size());
    }

    @Test
    void what_is_missing_is_left_to_its_own_constraint() {
        assertEquals(List.of(), ContentRules.code(null));
        assertEquals(List.of(), ContentRules.memberships(null));
        assertEquals(List.of(), ContentRules.authorities(null));
        assertEquals(List.of(), ContentRules.dayOfStep("/subscribedOn", null, TODAY));
    }

    private static RegimeMembership in(Regime regime) {
        return new RegimeMembership(regime, Standing.MEMBER, null);
    }

    private static CompetentAuthority authority(String url) {
        return new CompetentAuthority("Licensing authority", AuthorityRole.GRANT, url);
    }

    private static WorkingCalendar calendar(Holiday... holidays) {
        return new WorkingCalendar("Europe/Tallinn", List.of(), List.of(holidays));
    }

    private static List<String> pointers(List<FieldError> errors) {
        return errors.stream().map(FieldError::pointer).toList();
    }
}
