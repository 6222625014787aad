package org.comity.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private final Languages languages = new Languages(List.of(Locale.ENGLISH));

    @Test
    void the_browser_s_region_decides_how_dates_are_written() {
        assertEquals(Locale.US, languages.choose(Frames.wanted("en-US,en;q=0.9")));
        assertEquals(Locale.UK, languages.choose(Frames.wanted("en-GB")));
    }

    @Test
    void a_language_without_texts_is_passed_over() {
        assertEquals(Locale.US, languages.choose(Frames.wanted("nl-NL,nl;q=0.9,en-US;q=0.8")));
        assertEquals(Locale.UK, languages.choose(Frames.wanted("nl-NL")));
    }

    @Test
    void english_without_a_region_and_no_header_at_all_is_british() {
        assertEquals(Locale.UK, languages.choose(Frames.wanted("en")));
        assertEquals(Locale.UK, languages.choose(Frames.wanted(null)));
        assertEquals(Locale.UK, languages.choose(Frames.wanted("!!")));
    }

    @Test
    void the_best_of_several_spoken_languages_wins() {
        Languages three = new Languages(List.of(Locale.ENGLISH, Locale.FRENCH));

        assertEquals(Locale.CANADA_FRENCH, three.choose(Frames.wanted("en;q=0.5,fr-CA;q=0.9")));
    }
}
