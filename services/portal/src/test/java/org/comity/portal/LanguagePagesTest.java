package org.comity.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages in every language: the person's choice over the browser's. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class LanguagePagesTest {

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void no_service_answers() {
        StubDenials.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB, en, Share denials in confidence",
        "fr-BE, fr, Partager les refus en confiance",
        "es-CR, es, Compartir denegaciones en confianza",
        "nl-NL, en, Share denials in confidence"
    })
    void a_page_is_in_the_browser_s_language(String browser, String language, String title) {
        Visitor.Page page = new Visitor(portal, browser).get("/");

        assertTrue(page.body().contains("<html lang=\"" + language + "\""), page.body());
        assertTrue(page.body().contains(title));
        assertFalse(page.body().contains("{"), "an expression that was not resolved");
    }

    @ParameterizedTest
    @CsvSource({
        "en, es-ES, Drafts of your agency",
        "fr, en-GB, Brouillons de votre autorité",
        "es, fr-FR, Borradores de su autoridad"
    })
    void a_choice_is_kept_and_comes_before_the_browser(String chosen, String browser, String drafts) {
        Visitor visitor = new Visitor(portal, browser);
        visitor.get("/?language=" + chosen);
        Visitor.Page home = visitor.signIn(visitor.get("/home"), "nl.officer");

        assertEquals("/home", home.address().getPath());
        assertTrue(home.body().contains("<html lang=\"" + chosen + "\""));
        assertTrue(home.body().contains(drafts), home.body());
        assertTrue(home.body().contains("hreflang=\"" + chosen + "\" aria-current=\"true\""), home.body());
    }

    @Test
    void a_choice_leads_back_to_the_same_page_and_is_remembered_for_a_year() {
        Visitor visitor = new Visitor(portal);
        Visitor.Page chosen = visitor.getOnce("/yearly-tables?a=1%262&language=fr&b=2");

        assertEquals(303, chosen.status());
        assertEquals("/yearly-tables?a=1%262&b=2", chosen.header("Location").orElseThrow());
        assertEquals("no-store", chosen.header("Cache-Control").orElseThrow());
        String cookie = chosen.header("Set-Cookie").orElseThrow();
        assertTrue(cookie.startsWith("comity-language=fr;"), cookie);
        for (String part : new String[] {"max-age=31536000", "path=/", "httponly", "samesite=lax"}) {
            assertTrue(cookie.toLowerCase(Locale.ROOT).contains(part), cookie);
        }
        assertFalse(cookie.contains("ecure"), "as the session's, over HTTPS alone");
        Visitor.Page after = visitor.follow(chosen);
        assertTrue(after.body().contains("href=\"/yearly-tables?a=1%262&amp;b=2&amp;language=es\""), after.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "", "fr-FR", "%3Cscript%3E"})
    void a_language_that_there_is_not_is_ignored(String unknown) {
        Visitor.Page page = new Visitor(portal, "fr-FR").getOnce("/?language=" + unknown);

        assertEquals(200, page.status());
        assertTrue(page.header("Set-Cookie").isEmpty());
        assertTrue(page.body().contains("<html lang=\"fr\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"l%61nguage=fr", "a=1;language=fr"})
    void a_choice_that_is_written_otherwise_leads_nowhere(String query) {
        assertEquals(200, new Visitor(portal).getOnce("/?" + query).status());
    }

    @Test
    void a_cookie_that_says_another_language_is_ignored() {
        Visitor visitor = new Visitor(portal, "es-ES");
        visitor.get("/?language=fr");
        visitor.tamper("comity-language", "xx");

        assertTrue(visitor.get("/").body().contains("<html lang=\"es\""));
    }

    @Test
    void a_choice_leads_to_no_other_host() {
        Visitor.Page page = new Visitor(portal).getOnce(Visitor.origin(portal) + "//elsewhere.example/?language=fr");

        // an address with a second slash at its head is refused before a language is chosen
        assertEquals(404, page.status());
        assertTrue(page.header("Location").isEmpty());
    }

    @Test
    void what_is_not_there_is_said_in_the_language_too() {
        Visitor visitor = new Visitor(portal, "fr");

        assertTrue(visitor.get("/nowhere").body().contains("Page introuvable"));
    }

    @Test
    void a_form_from_elsewhere_is_refused_in_the_language() {
        Visitor visitor = new Visitor(portal, "fr");
        visitor.get("/?language=es");
        Visitor.Page page = visitor.post("/sign-out", Map.of(), Map.of("Origin", "https://elsewhere.example"));

        assertEquals(403, page.status());
        assertTrue(page.body().contains("Esto no se envió desde una página de Comity"), page.body());
    }

    /** A form that lapsed is nowhere but in its page, so that no link leads away from it. */
    @Test
    void a_form_that_is_given_back_offers_no_other_language() {
        Visitor.Page page = new Visitor(portal, "fr").post("/denials/new/decision", Map.of("kind", "REFUSAL"));

        assertEquals(401, page.status());
        assertTrue(page.body().contains("Enregistrer ce que j’ai écrit"), page.body());
        assertFalse(page.body().contains("comity-languages"));
    }

    @Test
    void what_a_service_finds_wrong_is_in_english_and_says_so() {
        Visitor visitor = new Visitor(portal, "fr");
        visitor.signIn(visitor.get("/home"), "nl.officer");
        StubDenials.refuse(
                "POST",
                "/denials/v1/denials",
                422,
                "invalid-content",
                "[{\"pointer\":\"/destinationState\",\"detail\":\"is no country\"}]");

        Visitor.Page page = visitor.post("/denials/new/decision", Map.of("kind", "REVOCATION"));

        assertEquals(422, page.status());
        assertTrue(page.body().contains("<title>Erreur\u00a0:"), page.body());
        assertTrue(page.body().contains("Destination\u00a0: <span lang=\"en\">is no country</span>"), page.body());
        assertTrue(
                page.body().matches("(?s).*id=\"destinationState-error\".*?<span lang=\"en\">is no country</span>.*"));
    }
}
