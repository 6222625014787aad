package org.comity.kernel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one form of text, and what is compared of it. */
class TextFormTest {

    @Test
    void R283_a_letter_and_its_accent_are_one_character_whatever_stood_between_them() {
        assertEquals("NL/\u00e9", TextForm.of("NL/e\u00AD\u0301"));
        assertEquals("NL/\u00e9", TextForm.of("NL/e\u200C\u0301"));
    }

    @Test
    void R283_the_variants_of_a_mongolian_shape_are_hints() {
        for (String hint : List.of("\u180B", "\u180C", "\u180D", "\u180F")) {
            assertEquals("", TextForm.of(hint));
            assertEquals("Acme", TextForm.of("Ac" + hint + "me"));
        }
    }

    @Test
    void R288_a_joiner_makes_no_other_text() {
        String with = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";
        assertEquals(with, TextForm.of(with));
        assertEquals(TextForm.folded(with.replace("\u200C", "")), TextForm.folded(with));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0xA0, 0x1680, 0x2000, 0x2007, 0x200A, 0x202F, 0x205F, 0x3000})
    void R283_every_blank_is_a_blank(int blank) {
        String written = Character.toString(blank);
        assertEquals("a b", TextForm.of(written + "a" + written + "b" + written));
        assertEquals("", TextForm.of(written));
        assertNotNull(PlainText.Check.fault(written, 10, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {0xAD, 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, 0x061C, 0xFE0F, 0xE0100, 0x200C, 0x200D})
    void R283_a_hint_that_does_not_show_is_removed(int hint) {
        String written = Character.toString(hint);
        assertEquals("Case", TextForm.of("Ca" + written + "se"));
        assertEquals("", TextForm.of(written));
        assertNotNull(PlainText.Check.fault(written, 10, false), "nothing shows");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x180E, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x034F, 0x202E, 0x2066, 0x2061, 0x206A, 0xFFF9, 0xFFFC,
                0xE0041, 0x17B4
            })
    void R283_what_else_does_not_show_is_refused(int hidden) {
        String written = "Ca" + Character.toString(hidden) + "se";
        assertEquals(written, TextForm.of(written), "it is not changed");
        assertNotNull(PlainText.Check.fault(written, 10, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06CC\u200C\u0631\u0648\u062F",
                "\u0915\u094D\u200D\u0937",
                "\u0DC1\u0DCA\u200D\u0DBB\u0DD3",
                "\u0600\u0661",
                "M\u00FCller & S\u00F6hne",
                "\u682A\u5F0F\u4F1A\u793E"
            })
    void R283_a_name_keeps_what_its_script_needs(String name) {
        assertEquals(name, TextForm.of(name));
        assertNull(PlainText.Check.fault(name, 100, false));
    }

    @Test
    void R283_a_text_is_composed() {
        assertEquals("\u00E9", TextForm.of("e\u0301"));
        assertEquals("First\n\tsecond", TextForm.of(" First\n\tsecond\n"));
        assertEquals("\u00E9", TextForm.of("e\u200B\u0301"), "a hint between a letter and its accent");
    }

    @ParameterizedTest
    @CsvSource({"30, true", "31, false"})
    void R283_a_letter_has_so_many_marks_and_no_more(int marks, boolean good) {
        String text = TextForm.of("x" + "\u0323".repeat(marks));
        assertEquals(good, PlainText.Check.fault(text, 100, false) == null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0323\u0301", "\u0323\u200B\u0301", "\u0323\u200D\u0301", "\uFF9E\u0323"})
    void R283_marks_without_end_are_put_in_order_at_once(String marks) {
        String text = "a" + marks.repeat(100_000);
        assertTimeout(Duration.ofSeconds(5), () -> TextForm.folded(TextForm.of(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "\u0130STANBUL TEKNOLOJ\u0130, istanbul teknoloji",
        "Istanbul, \u0131stanbul",
        "\u0395\u039B\u039B\u0391\u03A3 \u0391\u03A3, \u03B5\u03BB\u03BB\u03B1\u03C3 \u03B1\u03C3",
        "\u0395\u039B\u039B\u0391\u03A3, \u03B5\u03BB\u03BB\u03B1\u03C2",
        "Stra\u00DFe, STRASSE",
        "\uFF21\uFF22, ab",
        "Caf\u00E9\u00A0 Noir, CAFE\u0301 NOIR",
        "\uFB01ne, FINE"
    })
    void R288_texts_that_differ_in_case_alone_are_alike(String one, String other) {
        assertEquals(TextForm.folded(one), TextForm.folded(other));
        assertEquals(TextForm.folded(one), TextForm.folded(TextForm.folded(one)));
    }

    @ParameterizedTest
    @CsvSource({"M\u00FCller, Muller", "Almera, Almira", "A B, AB"})
    void R288_other_texts_are_not_alike(String one, String other) {
        assertNotEquals(TextForm.folded(one), TextForm.folded(other));
    }
}
