package org.comity.registry.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.ProblemException;
import org.comity.registry.content.Regime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateQueryTest {

    private static StateQuery said(Map<String, String> parameters) {
        return StateQuery.of(new MultivaluedHashMap<>(parameters));
    }

    @Test
    void what_is_not_asked_for_is_not_filtered() {
        assertEquals(new StateQuery(Optional.empty(), Optional.empty(), Optional.empty()), said(Map.of()));
    }

    @Test
    void status_regime_and_a_working_day_are_read() {
        assertEquals(
                new StateQuery(
                        Optional.of(StateStatus.SUBSCRIBED),
                        Optional.of(Regime.MTCR),
                        Optional.of(LocalDate.of(2026, 1, 31))),
                said(Map.of("status", "SUBSCRIBED", "regime", "MTCR", "worksOn", "2026-01-31")));
    }

    @Test
    void every_wrong_parameter_is_named() {
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> said(Map.of("status", "subscribed", "regime", "")));

        assertEquals(400, refusal.type().status());
        assertEquals(
                List.of("status", "regime"),
                refusal.errors().stream().map(FieldError::pointer).toList());
    }

    @Test
    void a_cursor_leads_on_from_its_state() {
        StateCode japan = new StateCode("JP");

        assertEquals(Optional.of(japan), StateCursor.read(StateCursor.after(japan)));
        assertEquals(Optional.empty(), StateCursor.read(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "JP", "SlA=", "SlAK", "anA", "?", "SlBY", "SlA "})
    void a_cursor_that_we_never_made_is_refused(String cursor) {
        ProblemException refusal = assertThrows(ProblemException.class, () -> StateCursor.read(cursor));

        assertEquals(400, refusal.type().status());
        assertEquals("cursor", refusal.errors().getFirst().pointer());
    }

    @Test
    void a_cursor_of_no_code_is_refused() {
        String three = Base64.getUrlEncoder().withoutPadding().encodeToString("JPN".getBytes(StandardCharsets.UTF_8));

        assertThrows(ProblemException.class, () -> StateCursor.read(three));
    }
}
