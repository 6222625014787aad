package org.comity.denials.content;

import static org.comity.denials.content.DraftDenialExamples.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.sharing.release.Provenance;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.states.Regime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ContentRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    private static List<String> wrong(DraftDenial draft) {
        return ContentRules.wrong(draft, TODAY).stream()
                .map(FieldError::pointer)
                .toList();
    }

    private static List<String> missing(DraftDenial draft) {
        return ContentRules.missing(draft).stream().map(FieldError::pointer).toList();
    }

    private static DeniedItem item(String code) {
        return new DeniedItem(code, null, null, "an item", List.of(), null, null, null);
    }

    private static Party party(PartyRole role) {
        return new Party(role, "Almera Telesystems LLC", List.of(), null, null, null, List.of(), null, null);
    }

    @Test
    void a_complete_draft_has_nothing_wrong_and_nothing_missing() {
        assertEquals(List.of(), wrong(DraftDenialExamples.complete()));
        assertEquals(List.of(), missing(DraftDenialExamples.complete()));
    }

    @Test
    void R01_a_decision_may_be_of_tomorrow_in_UTC_since_a_state_may_be_ahead_of_it() {
        assertEquals(List.of(), wrong(with(b -> b.decisionDate = TODAY.plusDays(1))));
    }

    @Test
    void R01_a_decision_of_the_day_after_tomorrow_lies_in_the_future() {
        assertEquals(List.of("/decisionDate"), wrong(with(b -> b.decisionDate = TODAY.plusDays(2))));
    }

    @Test
    void R01_a_decision_of_1950_is_good_and_one_of_1949_too_long_ago() {
        assertEquals(List.of(), wrong(with(b -> b.decisionDate = LocalDate.of(1950, 1, 1))));
        assertEquals(List.of("/decisionDate"), wrong(with(b -> b.decisionDate = LocalDate.of(1949, 12, 31))));
    }

    @Test
    void R02_a_denial_counts_from_its_decision_on_and_not_from_before() {
        assertEquals(List.of(), wrong(with(b -> b.validFrom = b.decisionDate)));
        assertEquals(List.of("/validFrom"), wrong(with(b -> b.validFrom = b.decisionDate.minusDays(1))));
    }

    @ParameterizedTest
    @CsvSource({"1949-12-31, false", "1950-01-01, true", "2200-12-31, true", "2201-01-01, false"})
    void R02_R03_a_denial_counts_and_a_suspension_ends_between_1950_and_2200(LocalDate day, boolean good) {
        assertEquals(good ? List.of() : List.of("/validFrom"), wrong(with(b -> {
            b.decisionDate = null;
            b.validFrom = day;
        })));
        assertEquals(good ? List.of() : List.of("/suspensionEndsOn"), wrong(with(b -> {
            b.kind = DenialKind.SUSPENSION;
            b.decisionDate = null;
            b.suspensionEndsOn = day;
        })));
    }

    @Test
    void R03_only_a_suspension_ends() {
        assertEquals(List.of("/suspensionEndsOn"), wrong(with(b -> b.suspensionEndsOn = TODAY)));
        assertEquals(List.of(), wrong(with(b -> {
            b.kind = DenialKind.SUSPENSION;
            b.suspensionEndsOn = b.decisionDate;
        })));
        assertEquals(List.of("/suspensionEndsOn"), wrong(with(b -> {
            b.kind = DenialKind.SUSPENSION;
            b.suspensionEndsOn = b.decisionDate.minusDays(1);
        })));
    }

    @Test
    void R260_only_a_suspension_has_a_final_assessment() {
        assertEquals(List.of("/finalAssessment"), wrong(with(b -> b.finalAssessment = "Refused in the end.")));
        assertEquals(List.of(), wrong(with(b -> {
            b.kind = DenialKind.SUSPENSION;
            b.finalAssessment = "Refused in the end.";
        })));
        assertEquals(List.of(), wrong(with(b -> {
            b.kind = null;
            b.finalAssessment = "Refused in the end.";
        })));
    }

    @Test
    void R03_a_suspension_is_not_complete_without_its_end() {
        assertEquals(List.of("/suspensionEndsOn"), missing(with(b -> b.kind = DenialKind.SUSPENSION)));
    }

    @Test
    void R04_a_control_list_entry_keeps_the_grammar() {
        assertEquals(List.of(), wrong(with(b -> b.items = List.of(item("5A001.f.2")))));
        assertEquals(List.of("/items/1/controlCode"), wrong(with(b -> b.items = List.of(item("4D004"), item("5Z99")))));
    }

    @Test
    void R05_a_listed_item_needs_its_entry_and_a_catch_all_item_none() {
        assertEquals(List.of("/items/0/controlCode"), missing(with(b -> b.items = List.of(item(null)))));
        assertEquals(List.of(), missing(with(b -> {
            b.basis = DenialBasis.CATCH_ALL_HR;
            b.items = List.of(item(null));
        })));
    }

    @ParameterizedTest
    @CsvSource({
        "LISTED, /items/0/controlCode",
        "NATIONAL_LIST, /items/0/controlCode",
        "CATCH_ALL_HR,",
        "CATCH_ALL_WMD,",
        "CATCH_ALL_MILITARY,"
    })
    void R05_what_a_catch_all_catches_needs_a_description_where_it_has_no_entry(
            DenialBasis basis, @Nullable String entryMissing) {
        List<String> entry = entryMissing == null ? List.of() : List.of(entryMissing);
        assertEquals(entry, missing(with(b -> {
            b.basis = basis;
            b.items = List.of(item(null));
        })));
        assertEquals(
                Stream.concat(entry.stream(), Stream.of("/items/0/description")).toList(), missing(with(b -> {
                    b.basis = basis;
                    b.items = List.of(new DeniedItem(null, null, null, null, List.of(), null, null, null));
                })));
    }

    @Test
    void R06_a_code_that_no_state_has_is_wrong_and_Kosovo_has_one() {
        assertEquals(List.of("/destinationState"), wrong(with(b -> b.destination = new StateCode("QQ"))));
        assertEquals(List.of(), wrong(with(b -> b.destination = new StateCode("XK"))));
    }

    @Test
    void R06_transit_states_and_countries_of_parties_have_codes_of_states() {
        assertEquals(
                List.of("/transitStates/1"),
                wrong(with(b -> b.transit = List.of(new StateCode("TR"), new StateCode("QQ")))));
        assertEquals(List.of("/parties/0/country"), wrong(with(b -> b.parties = List.of(from("QQ")))));
        assertEquals(List.of(), wrong(with(b -> {
            b.transit = List.of(new StateCode("XK"));
            b.parties = List.of(from("XK"));
        })));
    }

    private static Party from(String country) {
        return new Party(
                PartyRole.END_USER, "Almera", List.of(), null, null, new StateCode(country), List.of(), null, null);
    }

    @ParameterizedTest
    @EnumSource(PartyRole.class)
    void R07_an_end_user_or_a_consignee_is_needed_and_an_agent_or_intermediary_is_not_enough(PartyRole role) {
        boolean enough = role != PartyRole.AGENT && role != PartyRole.INTERMEDIATE;
        assertEquals(enough ? List.of() : List.of("/parties"), missing(with(b -> b.parties = List.of(party(role)))));
    }

    @ParameterizedTest
    @CsvSource({
        "DECISION_DATE, /decisionDate",
        "DESTINATION_STATE, /destinationState",
        "ITEMS, /items",
        "PARTIES, /parties",
        "REASONS, /reasons"
    })
    void R08_a_field_that_is_withheld_is_not_missing_and_another_is(WithheldField field, String pointer) {
        assertEquals(List.of(pointer), missing(with(without(field))));
        assertEquals(List.of(), missing(with(without(field).andThen(withholding(field)))));
        assertEquals(
                List.of(pointer),
                missing(with(without(field).andThen(withholding(WithheldField.TRANSIT_STATES)))),
                "another field is withheld");
    }

    private static Consumer<DraftDenialExamples.Builder> withholding(WithheldField field) {
        return b -> b.withheld = List.of(new Withheld(field, WithheldGround.SECURITY));
    }

    private static Consumer<DraftDenialExamples.Builder> without(WithheldField field) {
        return b -> {
            switch (field) {
                case DECISION_DATE -> b.decisionDate = null;
                case DESTINATION_STATE -> b.destination = null;
                case ITEMS -> b.items = List.of();
                case PARTIES -> b.parties = List.of();
                case REASONS -> b.reasons = List.of();
                case TRANSIT_STATES, STATED_END_USE, ASSESSED_END_USE -> throw new IllegalArgumentException();
            }
        };
    }

    @Test
    void R08_a_field_is_withheld_once() {
        Withheld once = new Withheld(WithheldField.PARTIES, WithheldGround.PERSONAL);
        assertEquals(List.of(), wrong(with(b -> b.withheld = List.of(once))));
        assertEquals(
                List.of("/withheld"),
                wrong(with(b ->
                        b.withheld = List.of(once, new Withheld(WithheldField.PARTIES, WithheldGround.COMMERCIAL)))));
    }

    @Test
    void R09_all_that_is_missing_is_named_at_once() {
        assertEquals(
                List.of("/kind", "/decisionDate", "/basis", "/destinationState", "/items", "/parties", "/reasons"),
                missing(with(b -> {
                    b.kind = null;
                    b.decisionDate = null;
                    b.basis = null;
                    b.destination = null;
                    b.items = List.of();
                    b.parties = List.of();
                    b.reasons = List.of();
                })));
    }

    @Test
    void R295_a_denial_is_not_complete_before_somebody_has_chosen_whom_it_goes_to() {
        assertEquals(List.of("/releasability"), missing(with(b -> b.releasability = null)));
        assertEquals(List.of("/releasability"), missing(with(b -> {
            b.provenance = Provenance.REGIME_DERIVED;
            b.releasability = null;
        })));
        assertEquals(List.of(), missing(with(b -> b.releasability = Releasability.NOBODY_ELSE)));
        assertEquals(List.of(), wrong(with(b -> b.releasability = null)), "of a draft it is not asked");
    }

    @Test
    void a_value_needs_its_currency() {
        assertEquals(
                List.of("/nationalAnnex/currency"),
                wrong(with(b -> b.nationalAnnex = new NationalAnnex(null, null, BigDecimal.TEN, null, null))));
        assertEquals(
                List.of(),
                wrong(with(b -> b.nationalAnnex = new NationalAnnex(null, null, BigDecimal.TEN, "EUR", null))));
    }

    @Test
    void R22_what_was_derived_from_a_regime_names_it_and_is_not_released_to_all() {
        Releasability all = new Releasability(ReleaseMode.ALL, List.of(), List.of(), Regime.WA);
        assertEquals(List.of("/releasability/mode"), wrong(with(b -> {
            b.provenance = Provenance.REGIME_DERIVED;
            b.releasability = all;
        })));
        assertEquals(List.of("/releasability/regime"), wrong(with(b -> {
            b.provenance = Provenance.REGIME_DERIVED;
            b.releasability = new Releasability(ReleaseMode.LIST, List.of(new StateCode("DE")), List.of(), null);
        })));
        assertEquals(List.of(), wrong(with(b -> {
            b.provenance = Provenance.REGIME_DERIVED;
            b.releasability = new Releasability(ReleaseMode.REGIME, List.of(), List.of(), Regime.WA);
        })));
    }

    @Test
    void states_are_named_for_a_list_only_and_a_list_names_some() {
        assertEquals(
                List.of("/releasability/states"),
                wrong(with(b -> b.releasability =
                        new Releasability(ReleaseMode.ALL, List.of(new StateCode("DE")), List.of(), null))));
        assertEquals(
                List.of("/releasability/states"),
                missing(with(b -> b.releasability = new Releasability(ReleaseMode.LIST, List.of(), List.of(), null))));
    }

    @Test
    void R22_R26_a_regime_or_a_state_is_named_only_where_it_says_something() {
        StateCode de = new StateCode("DE");
        for (Releasability release : List.of(
                new Releasability(ReleaseMode.ALL, List.of(), List.of(), Regime.WA),
                new Releasability(ReleaseMode.LIST, List.of(de), List.of(), Regime.WA))) {
            assertEquals(List.of("/releasability/regime"), wrong(with(b -> b.releasability = release)));
        }
        assertEquals(
                List.of("/releasability/regime"),
                wrong(with(b -> b.releasability = new Releasability(ReleaseMode.REGIME, List.of(), List.of(), null))));
        assertEquals(
                List.of("/releasability/states"),
                wrong(with(b -> b.releasability =
                        new Releasability(ReleaseMode.ORIGINATOR_ONLY, List.of(de), List.of(), null))));
        assertEquals(
                List.of(),
                wrong(with(b -> b.releasability = new Releasability(ReleaseMode.LIST, List.of(de), List.of(), null))));
    }

    @Test
    void a_number_has_at_most_a_hundred_places() {
        for (int sign : List.of(1, -1)) {
            BigDecimal longest = BigDecimal.valueOf(1, 100 * sign);
            BigDecimal tooLong = BigDecimal.valueOf(1, 101 * sign);
            assertEquals(List.of(), wrong(with(b -> b.items = List.of(quantity(longest)))));
            assertEquals(List.of("/items/0/quantity"), wrong(with(b -> b.items = List.of(quantity(tooLong)))));
            assertEquals(
                    List.of("/nationalAnnex/value"),
                    wrong(with(b -> b.nationalAnnex = new NationalAnnex(null, null, tooLong, "EUR", null))));
        }
    }

    private static DeniedItem quantity(BigDecimal number) {
        return new DeniedItem("4D004", null, null, null, List.of(), number, null, null);
    }
}
