package org.comity.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bulletins: pages over a service that says what we tell it. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class BulletinPagesTest {

    private static final String ID = "0190f6d2-4444-7000-8000-000000000001";
    private static final String API = "/bulletins/v1/bulletins/" + ID;

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void begin() {
        StubDenials.reset();
    }

    private static void answers(String originator, String more) {
        StubDenials.answer("GET", API, 200, """
                {"id": "%s", "ref": "BU-XX-2026-7KQ4M2", "version": 1, "originatorState": "%s", "status": "PUBLISHED",
                 "updatedAt": "2026-03-02T08:00:00Z", "headline": "Invented", "class": "RISK", "tlp": "AMBER",
                 "provenance": "OWN", "releasability": {"mode": "ALL"}%s}""".formatted(ID, originator, more));
    }

    private String page(String user, String language) {
        return Visitor.signedIn(portal, user)
                .get("/bulletins/" + ID + "?language=" + language)
                .body();
    }

    @Test
    void R356_a_state_that_stays_unnamed_has_a_name_in_each_language() {
        answers("XX", ", \"unnamed\": true");
        assertTrue(page("de.analyst", "en").contains("A subscribing state"));
        assertTrue(page("de.analyst", "fr").contains("Un État souscripteur"));
        assertTrue(page("de.analyst", "es").contains("Un Estado suscriptor"));
        assertTrue(page("de.analyst", "en").contains("Our own information"));
    }

    @Test
    void R359_the_desk_sees_what_is_gone_and_what_came_in_as_STIX() {
        answers(
                "NL",
                ", \"derivedFrom\": [\"BU-DE-2026-AAAAAA\"], \"goneSources\": [\"BU-DE-2026-AAAAAA\"],"
                        + " \"givenObjects\": [{\"id\": \"identity--x\", \"type\": \"identity\", \"name\": \"<b>\"}]");
        String page = page("nl.analyst", "en");
        assertTrue(page.contains("It was written from BU-DE-2026-AAAAAA, which was recalled"), page);
        assertTrue(page.contains("Written from") && page.contains("identity--x"), page);
        assertFalse(page.contains("<b>"), page);
    }

    @Test
    void R357_what_the_form_says_of_the_name_and_the_sources_reaches_the_service() {
        answers("NL", "");
        StubDenials.offers("nl.analyst", "edit", "submit");
        StubDenials.answer("PUT", API, 200, "{\"id\": \"" + ID + "\"}");
        Visitor analyst = Visitor.signedIn(portal, "nl.analyst");
        analyst.post(
                "/bulletins/" + ID + "/draft/release",
                Map.of("etag", "\"read\"", "releasability/mode", "ALL", "tlp", "AMBER", "unnamed", "true"));
        assertTrue(
                StubDenials.requests("PUT").getLast().body().contains("\"unnamed\":true"),
                StubDenials.requests("PUT").getLast().body());
        analyst.post(
                "/bulletins/" + ID + "/draft/source",
                Map.of("etag", "\"read\"", "derivedFrom", "BU-DE-2026-AAAAAA\nBU-JP-2026-BBBBBB"));
        assertTrue(
                StubDenials.requests("PUT")
                        .getLast()
                        .body()
                        .contains("\"derivedFrom\":[\"BU-DE-2026-AAAAAA\",\"BU-JP-2026-BBBBBB\"]"),
                StubDenials.requests("PUT").getLast().body());
        assertEquals(2, StubDenials.requests("PUT").size());
    }

    @Test
    void R360_an_approver_signs_a_collective_notice_and_sees_who_has() {
        answers(
                "NL",
                ", \"signatories\": [\"DE\", \"JP\"], \"signatures\": [{\"state\": \"JP\", \"signedAt\": \"2026-03-02T08:00:00Z\"}]");
        StubDenials.offers("de.approver", "cosign");
        StubDenials.answer("POST", API + "/cosign", 200, "{\"id\": \"" + ID + "\"}");
        Visitor approver = Visitor.signedIn(portal, "de.approver");
        String page = approver.get("/bulletins/" + ID + "?language=en").body();
        assertTrue(page.contains("Sign for your state") && page.contains("Has signed") && page.contains("Japan"), page);
        Visitor.Page done = approver.post("/bulletins/" + ID + "/cosign", Map.of("etag", "\"read\""));
        assertTrue(done.header("Location").orElseThrow().contains("done=signed"));
    }
}
