package org.comity.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    private final Languages languages =
            new Languages(List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("es")));

    @Test
    void the_browser_s_region_decides_how_dates_are_written() {
        assertEquals(Locale.US, browser("en-US,en;q=0.9"));
        assertEquals(Locale.UK, browser("en-GB"));
        assertEquals(Locale.CANADA_FRENCH, browser("fr-CA,fr;q=0.9"));
    }

    @Test
    void a_language_without_texts_is_passed_over() {
        assertEquals(Locale.US, browser("nl-NL,nl;q=0.9,en-US;q=0.8"));
        assertEquals(Locale.UK, browser("nl-NL"));
    }

    @Test
    void a_language_without_a_region_and_no_header_at_all_have_one_of_europe() {
        assertEquals(Locale.UK, browser("en"));
        assertEquals(Locale.FRANCE, browser("fr"));
        assertEquals(Locale.of("es", "ES"), browser("es"));
        assertEquals(Locale.UK, browser(null));
        assertEquals(Locale.UK, browser("!!"));
    }

    @Test
    void the_best_of_several_spoken_languages_wins() {
        assertEquals(Locale.CANADA_FRENCH, browser("en;q=0.5,fr-CA;q=0.9"));
    }

    @Test
    void what_the_person_chose_comes_before_the_browser() {
        assertEquals(Locale.FRANCE, languages.choose("fr", Languages.wanted("en-US,es;q=0.9")));
        assertEquals(Locale.UK, languages.choose("en", Languages.wanted("fr-FR")));
        assertEquals(Locale.FRANCE, languages.choose("fr", List.of()));
    }

    @Test
    void the_browser_still_says_the_region_of_what_the_person_chose() {
        assertEquals(Locale.CANADA_FRENCH, languages.choose("fr", Languages.wanted("en-CA,fr-CA;q=0.9")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "", "fr-FR", "FR", "../fr", "<script>"})
    void a_choice_that_there_is_not_is_none(String chosen) {
        assertFalse(languages.speaks(chosen));
        assertEquals(Locale.of("es", "MX"), languages.choose(chosen, Languages.wanted("es-MX")));
    }

    @Test
    void each_language_is_offered_by_its_own_name_on_the_same_page() {
        List<LanguageLink> links = languages.links(Locale.FRANCE, "/denials?status=DRAFT");

        assertEquals(
                List.of(
                        new LanguageLink("en", "English", "/denials?status=DRAFT&language=en", false),
                        new LanguageLink("es", "Español", "/denials?status=DRAFT&language=es", false),
                        new LanguageLink("fr", "Français", "/denials?status=DRAFT&language=fr", true)),
                links);
        assertEquals("/?language=en", languages.links(Locale.UK, "/").getFirst().href());
    }

    @Test
    void a_choice_leaves_no_trace_in_the_address() {
        assertEquals("", Languages.without(null));
        assertEquals("", Languages.without("language=fr"));
        assertEquals("status=DRAFT&item=5A%26", Languages.without("status=DRAFT&language=fr&item=5A%26"));
        assertTrue(Languages.without("sublanguage=fr").contains("sub"));
    }

    private Locale browser(@org.jspecify.annotations.Nullable String header) {
        return languages.choose(null, Languages.wanted(header));
    }
}
