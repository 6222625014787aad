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

/** The consultations that cite a denial: a part of its page, over a service that says what we tell it. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class CitingPagesTest {

    private static final String ID = "0190f6d2-1111-7000-8000-000000000001";
    private static final String CONSULTATION = "0190f6d2-1111-7000-8000-000000000002";
    private static final String API = "/denials/v1/denials/" + ID;
    private static final String PAGE = "/denials/" + ID;

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void begin() {
        StubDenials.reset();
        StubDenials.answer("GET", API, 200, """
                {"id": "%s", "ref": "DN-NL-2026-7KQ4M2", "version": 2, "originatorState": "NL", "status": "NOTIFIED",
                 "updatedAt": "2026-03-02T08:00:00Z", "kind": "REFUSAL", "destinationState": "KZ",
                 "validityPolicy": "REVIEW_REQUIRED", "tlp": "AMBER", "permittedUse": ["LICENSING"],
                 "provenance": "OWN", "releasability": {"mode": "ALL"}}""".formatted(ID));
    }

    private Visitor as(String user) {
        return Visitor.signedIn(portal, user);
    }

    private static void cited(String link) {
        StubDenials.answer("GET", "/denials/v1/consultations", 200, """
                {"items": [{"id": "%s", "ref": "CN-DE-2026-7KQ4M2", "role": "RECEIVED", "status": "REQUESTED",
                 "requestingState": "DE", "type": "NO_UNDERCUT", "controlCodes": ["5A001.f.2"], "tlp": "AMBER",
                 "updatedAt": "2026-03-02T08:00:00Z", "silent": false, "awaits": ["REPLY"],
                 "dueAt": "2036-03-16T22:59:59Z", "dueOn": "2036-03-16", "calendarState": "NL",
                 "zone": "Europe/Amsterdam"}]}""".formatted(CONSULTATION), Map.of("Link", link));
    }

    @Test
    void the_page_of_a_denial_lists_the_consultations_that_cite_it() {
        cited("</denials/v1/consultations>; rel=\"first\"");

        String page = as("nl.officer").get(PAGE).body();

        assertTrue(page.contains("Consultations that cite it"), page);
        assertTrue(page.contains("href=\"/consultations/" + CONSULTATION + "\""));
        assertTrue(page.contains("Germany"));
        assertTrue(page.contains("16 Mar 2036"), page);
        assertFalse(page.contains("These are the latest"));
        assertTrue(StubDenials.requests("GET").stream()
                .anyMatch(
                        it -> it.path().endsWith("/consultations") && it.query().contains("denial=DN-NL-2026-7KQ4M2")));
    }

    @Test
    void that_there_are_more_is_said() {
        cited("</denials/v1/consultations?cursor=abc>; rel=\"next\"");

        assertTrue(as("nl.officer").get(PAGE).body().contains("These are the latest"));
    }

    @Test
    void when_the_consultations_are_away_the_page_lives_on() {
        Visitor.Page page = as("nl.officer").get(PAGE);

        assertEquals(200, page.status());
        assertTrue(page.body().contains("The consultations do not answer"), page.body());
    }

    @Test
    void an_analyst_who_reads_no_consultation_is_asked_about_none() {
        String page = as("de.analyst").get(PAGE).body();

        assertFalse(page.contains("Consultations that cite it"), page);
        assertTrue(
                StubDenials.requests("GET").stream().noneMatch(it -> it.path().endsWith("/consultations")));
    }
}
