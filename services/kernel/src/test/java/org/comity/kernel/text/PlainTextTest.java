package org.comity.kernel.text;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @Test
    void the_bound_counts_characters_and_not_their_halves() {
        assertNull(PlainText.Check.fault("\uD83D\uDE00".repeat(5), 5, false));
        assertNotNull(PlainText.Check.fault("\uD83D\uDE00".repeat(6), 5, false));
        assertNull(PlainText.Check.fault("12345", 5, false));
        assertNotNull(PlainText.Check.fault("123456", 5, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Корунд Связь ООО", "شركة الرافد", "株式会社", "Grupo Vigía", "O'Brien & Söhne"})
    void names_of_every_script_are_text(String name) {
        assertNull(PlainText.Check.fault(name, 100, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "a\u0000b",
                "a\u0007",
                "a\u007f",
                "a\u202Eb",
                "a\u200Fb",
                "a\u2066b",
                "a\uD800b",
                "a\u2028b",
                "a\nb",
                "a\tb"
            })
    void what_cannot_be_shown_is_not(String text) {
        assertNotNull(PlainText.Check.fault(text, 100, false));
    }

    @Test
    void lines_may_break_where_the_field_has_several() {
        assertNull(PlainText.Check.fault("one\r\ntwo\tthree", 100, true));
    }
}
