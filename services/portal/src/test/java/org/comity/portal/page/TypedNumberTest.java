package org.comity.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as people of several languages type them. */
class TypedNumberTest {

    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "de", "nl");

    private static TypedNumber read(String typed, String language) {
        return TypedNumber.of(typed, Locale.forLanguageTag(language), false);
    }

    private static void assertRead(String number, TypedNumber read) {
        TypedNumber.Read one = assertInstanceOf(TypedNumber.Read.class, read);
        assertEquals(0, new BigDecimal(number).compareTo(one.number()), one + " is not " + number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|12",
                "12.5|12.5",
                "12,5|12.5",
                "1.234.567|1234567",
                "1,234,567|1234567",
                "1.234,5|1234.5",
                "1,234.5|1234.5",
                "1.234,567|1234.567",
                "1 234,5|1234.5",
                "1\u00A0234|1234",
                "1\u202F234\u202F567,25|1234567.25",
                "1'234.50|1234.5",
                "120000|120000",
                "1234.567|1234.567",
                "0,125|0.125",
                "1.2340|1.234"
            })
    void R289_what_can_be_read_in_one_way_is_read_in_every_language(String typed, String number) {
        LANGUAGES.forEach(language -> assertRead(number, read(typed, language)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120.000|en|120000|120",
                "120.000|fr|120000|120",
                "1.000|fr|1000|1",
                "1,000|es|1000|1",
                "1,234|fr|1234|1.234",
                "1.234|en|1234|1.234"
            })
    void R289_what_can_be_read_in_two_ways_is_asked(String typed, String language, String grouped, String decimal) {
        TypedNumber.Ambiguous asked = assertInstanceOf(TypedNumber.Ambiguous.class, read(typed, language));
        Locale locale = Locale.forLanguageTag(language);

        assertEquals(0, new BigDecimal(grouped).compareTo(asked.grouped()));
        assertEquals(0, new BigDecimal(decimal).compareTo(asked.decimal()));
        assertRead(grouped, read(TypedNumber.unmistakable(asked.grouped(), locale), language));
        assertRead(decimal, read(TypedNumber.unmistakable(asked.decimal(), locale), language));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,000|en|1000",
                "120,000|en|120000",
                "1.000|es|1000",
                "120.000|es|120000",
                "12.000|es|12000",
                "120.000|de|120000"
            })
    void R289_what_the_page_itself_would_write_counts(String typed, String language, String number) {
        assertRead(number, read(typed, language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "1000", "12000", "1234567", "0.5", "12.25", "1234567.125"})
    void R289_what_a_page_shows_is_typed_back(String number) {
        LANGUAGES.forEach(language -> assertRead(
                number,
                read(
                        NumberFormat.getNumberInstance(Locale.forLanguageTag(language))
                                .format(new BigDecimal(number)),
                        language)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3",
                "1,23,456",
                "12.34.567",
                "1..2",
                "1.",
                ",5",
                "-1",
                "1e5",
                "x",
                "1.234,",
                "1 23",
                "1.0000000",
                "1234567890123456"
            })
    void R289_what_is_no_number_is_wrong(String typed) {
        LANGUAGES.forEach(language -> assertInstanceOf(TypedNumber.Wrong.class, read(typed, language)));
    }

    @ParameterizedTest
    @CsvSource({"3, true", "1 234, true", "1.234, true", "3.0, true", "3.5, false", "1 234.5, false"})
    void R289_a_whole_number_has_no_decimals(String typed, boolean good) {
        TypedNumber read = TypedNumber.of(typed, Locale.ENGLISH, true);

        assertEquals(good, read instanceof TypedNumber.Read, read.toString());
        assertInstanceOf(TypedNumber.Ambiguous.class, TypedNumber.of("120.000", Locale.ENGLISH, true));
    }
}
