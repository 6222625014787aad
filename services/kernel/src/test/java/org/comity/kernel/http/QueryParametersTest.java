package org.comity.kernel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

    /** What is asked for. */
    private enum Fruit {
        APPLE,
        PEAR
    }

    private static QueryParameters said(String name, String... values) {
        MultivaluedHashMap<String, String> address = new MultivaluedHashMap<>();
        address.put(name, List.of(values));
        return QueryParameters.of(address);
    }

    @Test
    void what_is_absent_reads_as_nothing() {
        QueryParameters said = said("other", "x");

        assertEquals(Optional.empty(), said.code("fruit", Fruit.class));
        assertEquals(Optional.empty(), said.word("fruit", Fruit.class));
        assertEquals(List.of(), said.codes("fruit", Fruit.class));
        assertEquals(Optional.empty(), said.state("state"));
        assertEquals(Optional.empty(), said.day("day"));
        assertEquals(Optional.empty(), said.text("text", text -> false, "never"));
        assertEquals("all good", said.checked("all good"));
    }

    @Test
    void each_kind_is_read() {
        assertEquals(Optional.of(Fruit.PEAR), said("fruit", "PEAR").code("fruit", Fruit.class));
        assertEquals(Optional.of(Fruit.PEAR), said("fruit", "pear").word("fruit", Fruit.class));
        assertEquals(
                List.of(Fruit.PEAR, Fruit.APPLE), said("fruit", "PEAR", "APPLE").codes("fruit", Fruit.class));
        assertEquals(Optional.of(new StateCode("NL")), said("state", "nl").state("state"));
        assertEquals(
                Optional.of(LocalDate.of(2026, 1, 31)),
                said("day", "2026-01-31").day("day"));
        assertTrue(said("wanted", "true").yes("wanted"));
        assertFalse(said("wanted", "false").yes("wanted"));
        assertFalse(said("other", "true").yes("wanted"));
        assertEquals(Optional.of("x"), said("text", "x").text("text", "x"::equals, "not x"));
    }

    @Test
    void every_parameter_at_fault_is_named() {
        MultivaluedHashMap<String, String> address = new MultivaluedHashMap<>(Map.of(
                "fruit", "pear", "other", "PEAR", "state", "QQ", "day", "tomorrow", "wanted", "yes", "text", "y"));
        QueryParameters said = QueryParameters.of(address);
        said.code("fruit", Fruit.class);
        said.word("other", Fruit.class);
        said.state("state");
        said.day("day");
        said.yes("wanted");
        said.text("text", "x"::equals, "This is not x.");
        said.wrong("both", "They do not go together.");

        ProblemException refusal = assertThrows(ProblemException.class, () -> said.checked(""));

        assertEquals(400, refusal.type().status());
        assertEquals(
                List.of("fruit", "other", "state", "day", "wanted", "text", "both"),
                refusal.errors().stream().map(FieldError::pointer).toList());
        assertEquals(
                List.of("This must be one of APPLE, PEAR.", "This must be one of apple, pear."),
                refusal.errors().stream().map(FieldError::detail).limit(2).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01", "2200-12-31"})
    void the_first_and_the_last_day_are_days(String day) {
        assertEquals(Optional.of(LocalDate.parse(day)), said("day", day).day("day"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2201-01-01", "2026-02-30", "+12026-01-31", "2026-1-31", "2026-01-31T00:00"})
    void what_is_no_day_of_these_years_is_refused(String day) {
        QueryParameters said = said("day", day);
        said.day("day");

        assertThrows(ProblemException.class, () -> said.checked(""));
    }
}
