package org.comity.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.comity.portal.api.Codes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void what_was_put_is_shown_as_it_is_read_back() {
        Form form = Form.blank()
                .put("day", LocalDate.of(2026, 2, 9))
                .put("quantity", new BigDecimal("12.50"))
                .put("kind", Codes.DenialKind.REFUSAL)
                .put("uses", List.of(Codes.PermittedUse.POLICY, Codes.PermittedUse.LICENSING));

        assertEquals(LocalDate.of(2026, 2, 9), form.day("day", "wrong"));
        assertEquals(new BigDecimal("12.5"), number(form, "wrong"));
        assertEquals(Codes.DenialKind.REFUSAL, form.code("kind", Codes.DenialKind.class));
        assertEquals(
                List.of(Codes.PermittedUse.LICENSING, Codes.PermittedUse.POLICY),
                form.codes("uses", Codes.PermittedUse.class));
        assertFalse(form.isFaulty());
    }

    @ParameterizedTest
    @CsvSource({"31,2,2026", "0,1,2026", "1,13,2026", "1,1,26", "x,1,2026", "1,,2026", "-1,1,2026"})
    void no_such_day_is_a_fault_that_leads_to_its_first_field_and_keeps_what_was_typed(
            String day, String month, String year) {
        Form form = Form.of(Map.of(
                "when-day", List.of(day),
                "when-month", List.of(month == null ? "" : month),
                "when-year", List.of(year)));

        assertNull(form.day("when", "not a date"));

        assertEquals("not a date", form.error("when"));
        assertEquals("#when-day", form.faults().getFirst().href());
        assertEquals(day, form.value("when-day"));
    }

    @Test
    void a_fault_that_the_service_finds_in_a_date_stands_at_the_date() {
        Form form = Form.blank().fault("when-day", "too late", "Date: too late");

        assertEquals("too late", form.error("when"));
        assertEquals(
                new Form.Fault("Date: too late", "#when-day", ""), form.faults().getFirst());
    }

    @Test
    void what_a_service_says_is_told_apart_from_our_own_words_before_it() {
        Form form = Form.blank()
                .refused("item", "is not an entry", "Bien : is not an entry")
                .fault("unit", "Saisissez un nombre")
                .refusedAt("/elsewhere", "is missing");

        assertTrue(form.english("item"));
        assertFalse(form.english("unit"));
        Form.Fault item = form.faults().getFirst();
        assertEquals("Bien : ", item.own());
        assertEquals("is not an entry", item.english());
        assertEquals("Saisissez un nombre", form.faults().get(1).own());
        assertEquals("", form.faults().get(2).own());
    }

    @Test
    void nothing_typed_is_no_fault() {
        Form form = Form.of(Map.of("when-day", List.of(" "), "quantity", List.of("")));

        assertNull(form.day("when", "wrong"));
        assertNull(number(form, "wrong"));
        assertNull(form.text("name"));
        assertNull(form.code("kind", Codes.DenialKind.class));
        assertFalse(form.isFaulty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,5,5", "1e5", "-1", "twelve", "1.", ".5", "NaN"})
    void what_is_no_number_is_a_fault(String typed) {
        Form form = Form.of(Map.of("quantity", List.of(typed)));

        assertNull(number(form, "not a number"));
        assertEquals("not a number", form.error("quantity"));
    }

    @Test
    void a_code_that_there_is_not_is_none() {
        assertNull(Form.of(Map.of("kind", List.of("INVENTED"))).code("kind", Codes.DenialKind.class));
    }

    @Test
    void rows_are_counted_by_their_numbers() {
        Form form = Form.of(
                Map.of("figures/0/name", List.of("a"), "figures/3/name", List.of("b"), "figure/7", List.of("c")));

        assertEquals(4, form.rows("figures"));
        assertEquals(0, form.rows("identifiers"));
    }

    @Test
    void lines_are_trimmed_and_empty_ones_left_out() {
        assertEquals(
                List.of("one", "two"),
                Form.of(Map.of("l", List.of(" one \r\n\r\ntwo"))).lines("l"));
    }

    @Test
    void the_first_fault_of_a_field_stands_and_all_are_in_the_summary() {
        Form form = Form.blank().fault("name", "first").fault("name", "second");

        assertEquals("first", form.error("name"));
        assertEquals(2, form.faults().size());
        assertTrue(form.isFaulty());
    }

    @Test
    void what_a_colleague_saved_is_shown_where_it_is_something_else() {
        Form form = Form.of(Map.of(
                        "note", List.of("Two\r\nlines"),
                        "states", List.of("DE"),
                        "until-day", List.of("3"),
                        "until-month", List.of("4"),
                        "until-year", List.of("2026")))
                .beside(Form.blank()
                        .put("note", "Two\nlines")
                        .put("states", List.of("DE", "FR"))
                        .put("until", LocalDate.of(2026, 5, 3)));

        assertFalse(form.differs("note"));
        assertTrue(form.differs("states"));
        assertEquals("3 5 2026", form.savedText("until"));
        assertFalse(form.differs("other"));
        assertFalse(Form.blank().put("note", "x").differs("note"), "where there is nothing to compare with");
    }

    private static BigDecimal number(Form form, String wrong) {
        return form.number("quantity", java.util.Locale.ENGLISH, false, wrong, which -> "which?", text -> text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.234", "0.125", "12345.678", "1234", "1000", "0.5"})
    void R289_what_stands_in_a_field_is_read_back(String number) {
        for (String language : List.of("en", "fr", "es", "de", "nl")) {
            Form form = Form.blank().put("quantity", new BigDecimal(number));
            BigDecimal read = form.number(
                    "quantity",
                    java.util.Locale.forLanguageTag(language),
                    false,
                    "wrong",
                    which -> "which?",
                    text -> text);
            assertEquals(0, new BigDecimal(number).compareTo(read), language);
        }
    }
}
