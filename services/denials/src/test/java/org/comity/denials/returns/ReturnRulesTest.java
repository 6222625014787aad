package org.comity.denials.returns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.comity.denials.content.Criterion;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.sharing.release.PermittedUse;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.comity.sharing.release.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnRulesTest {

    private static final LocalDate LATER = LocalDate.of(2027, 3, 1);
    private static final ReturnLine LINE =
            new ReturnLine(new StateCode("KZ"), "5A001.f.2", "Interception", 3, 12L, Criterion.COC_HR);

    private static ReturnRequest request(String period, ReturnKind kind, ReturnLine... lines) {
        return new ReturnRequest(period, kind, List.of(lines), null, Releasability.NOBODY_ELSE, null, List.of());
    }

    private static List<String> pointers(List<FieldError> errors) {
        return errors.stream().map(FieldError::pointer).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-H1, 2026-06-30, false",
        "2026-H1, 2026-07-01, true",
        "2026-H2, 2026-12-31, false",
        "2026-H2, 2027-01-01, true",
    })
    void R86_a_half_year_is_returned_when_it_is_over(String period, LocalDate today, boolean taken) {
        assertEquals(
                taken ? List.of() : List.of("/period"),
                pointers(ReturnRules.wrong(request(period, ReturnKind.NIL), today)));
    }

    @ParameterizedTest
    @CsvSource({"2026", "2026-H3", "2026-h1", "1995-H2", "H1-2026"})
    void R86_a_period_is_a_half_year_of_our_age(String period) {
        assertEquals(List.of("/period"), pointers(ReturnRules.wrong(request(period, ReturnKind.NIL), LATER)));
        assertEquals(List.of(), pointers(ReturnRules.wrong(request("1996-H1", ReturnKind.NIL), LATER)));
    }

    @Test
    void R87_a_nil_return_has_no_lines_and_an_aggregate_has_some() {
        assertEquals(List.of("/lines"), pointers(ReturnRules.wrong(request("2026-H1", ReturnKind.NIL, LINE), LATER)));
        assertEquals(List.of("/lines"), pointers(ReturnRules.missing(request("2026-H1", ReturnKind.AGGREGATE))));
        assertEquals(List.of(), ReturnRules.missing(request("2026-H1", ReturnKind.AGGREGATE, LINE)));
        assertEquals(List.of(), ReturnRules.missing(request("2026-H1", ReturnKind.NIL)));
    }

    @Test
    void R87_a_line_says_where_what_how_many_and_why_and_all_that_is_missing_is_named() {
        ReturnLine empty = new ReturnLine(null, null, null, null, null, null);
        assertEquals(
                List.of(
                        "/lines/1/destinationState",
                        "/lines/1/controlCode",
                        "/lines/1/description",
                        "/lines/1/licencesDenied",
                        "/lines/1/reason"),
                pointers(ReturnRules.missing(request("2026-H1", ReturnKind.AGGREGATE, LINE, empty))));
    }

    @Test
    void R87_entries_and_states_of_a_line_are_real() {
        ReturnLine wrong = new ReturnLine(new StateCode("QQ"), "XYZ", "x", 1, null, Criterion.OTHER);
        assertEquals(
                List.of("/lines/0/controlCode", "/lines/0/destinationState"),
                pointers(ReturnRules.wrong(request("2026-H1", ReturnKind.AGGREGATE, wrong), LATER)));
    }

    @Test
    void R27_R295_of_a_return_too_it_is_to_be_said_whom_it_goes_to() {
        ReturnRequest silent = new ReturnRequest("2026-H1", ReturnKind.NIL, List.of(), null, null, null, List.of());
        assertEquals(List.of("/releasability"), pointers(ReturnRules.missing(silent)));
        assertEquals(List.of(), ReturnRules.missing(request("2026-H1", ReturnKind.NIL)));
        assertEquals(Tlp.AMBER, silent.terms().tlp());
        assertEquals(List.of(PermittedUse.LICENSING), silent.terms().uses());
        Releasability all = new Releasability(ReleaseMode.ALL, List.of(), List.of(), null);
        ReturnRequest said = new ReturnRequest(
                "2026-H1", ReturnKind.NIL, List.of(), null, all, Tlp.GREEN, List.of(PermittedUse.POLICY));
        assertEquals(all, said.releaseOrDefault());
        assertEquals(Tlp.GREEN, said.terms().tlp());
        assertEquals(List.of(PermittedUse.POLICY), said.terms().uses());
    }
}
