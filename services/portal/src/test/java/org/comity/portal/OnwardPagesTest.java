package org.comity.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Onward release: pages over a service that says what we tell it. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class OnwardPagesTest {

    private static final String DENIAL = "0190f6d2-1111-7000-8000-000000000001";
    private static final String REQUEST = "0190f6d2-1111-7000-8000-000000000002";
    private static final String API = "/denials/v1/onward-requests/" + REQUEST;

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void begin() {
        StubDenials.reset();
        StubDenials.answer("GET", "/denials/v1/denials/" + DENIAL, 200, """
                {"id": "%s", "ref": "DN-NL-2026-7KQ4M2", "version": 2, "originatorState": "NL", "status": "NOTIFIED",
                 "updatedAt": "2026-03-02T08:00:00Z", "kind": "REFUSAL", "destinationState": "KZ",
                 "validityPolicy": "REVIEW_REQUIRED", "tlp": "AMBER", "permittedUse": ["LICENSING"],
                 "provenance": "OWN", "releasability": {"mode": "ALL"}}""".formatted(DENIAL));
    }

    private Visitor as(String user) {
        return Visitor.signedIn(portal, user);
    }

    private static String request(String status) {
        return """
                {"id": "%s", "denialId": "%s", "denialRef": "DN-NL-2026-7KQ4M2", "originatorState": "NL",
                 "requestingState": "DE", "states": ["JP", "NO"], "reason": "They license <b>him</b>", "status": "%s",
                 "askedAt": "2026-03-02T08:00:00Z"}""".formatted(REQUEST, DENIAL, status);
    }

    @Test
    void a_reader_asks_and_faults_stand_at_their_fields() {
        Visitor officer = as("de.officer");
        StubDenials.refuse(
                "POST",
                "/denials/v1/denials/" + DENIAL + "/onward-requests",
                422,
                "invalid-values",
                "[{\"pointer\": \"/states/0\", \"detail\": \"Not this one.\"}]");

        Visitor.Page page =
                officer.post("/denials/" + DENIAL + "/onward", Map.of("key", "k", "states", "JP", "reason", "Why <b>"));

        assertEquals(422, page.status());
        assertTrue(page.body().contains("href=\"#states\""), page.body());
        assertTrue(page.body().contains("To be released to: <span lang=\"en\">Not this one."));
        assertTrue(page.body().contains("Why &lt;b&gt;"));
        StubDenials.answer("POST", "/denials/v1/denials/" + DENIAL + "/onward-requests", 201, request("ASKED"));
        Visitor.Page done =
                officer.post("/denials/" + DENIAL + "/onward", Map.of("key", "k", "states", "JP", "reason", "Why"));
        assertTrue(done.header("Location").orElseThrow().endsWith("/onward/" + REQUEST + "?done=ASKED"));
        officer.post("/denials/" + DENIAL + "/onward", Map.of("key", "k", "states", "JP"));
        // a service refuses null: what is not said is left out
        assertEquals(
                "{\"states\":[\"JP\"]}", StubDenials.requests("POST").getLast().body());
    }

    @Test
    void one_s_own_denial_and_a_role_that_may_not_ask_find_no_page() {
        assertEquals(404, as("nl.officer").get("/denials/" + DENIAL + "/onward").status());
        Visitor analyst = as("de.analyst");
        assertEquals(404, analyst.get("/denials/" + DENIAL + "/onward").status());
        assertEquals(404, analyst.get("/onward").status());
        assertEquals(404, analyst.get("/onward/" + REQUEST).status());
    }

    @Test
    void an_approver_of_the_originator_answers_and_an_officer_is_told_who_does() {
        StubDenials.answer("GET", API, 200, request("ASKED"));
        StubDenials.offers("nl.approver", "grant", "refuse");
        StubDenials.answer("POST", API + "/grant", 200, request("GRANTED"));

        String waits = as("nl.officer").get("/onward/" + REQUEST).body();
        Visitor approver = as("nl.approver");
        String page = approver.get("/onward/" + REQUEST).body();
        Visitor.Page done = approver.post("/onward/" + REQUEST + "/grant", Map.of("etag", "\"read\"", "text", ""));

        assertTrue(waits.contains("An approver of your state answers."), waits);
        assertFalse(waits.contains("/grant"));
        assertTrue(page.contains("They license &lt;b&gt;him&lt;/b&gt;"), page);
        assertTrue(page.contains("Japan, Norway"));
        assertTrue(page.contains("action=\"/onward/" + REQUEST + "/refuse\""));
        assertFalse(page.contains("/withdraw"));
        assertTrue(done.header("Location").orElseThrow().endsWith("?done=GRANTED"));
        assertEquals(
                Optional.of("\"read\""), StubDenials.requests("POST").getFirst().ifMatch());
    }

    @Test
    void a_state_that_cannot_have_it_is_named() {
        StubDenials.offers("nl.approver", "grant", "refuse");
        Visitor approver = as("nl.approver");
        StubDenials.answer("GET", API, 200, request("ASKED"));
        StubDenials.refuse(
                "POST",
                API + "/grant",
                422,
                "invalid-values",
                "[{\"pointer\": \"/states/1\", \"detail\": \"This state is no member.\"}]");

        Visitor.Page page = approver.post("/onward/" + REQUEST + "/grant", Map.of("etag", "\"read\"", "text", "Yes"));

        assertEquals(422, page.status());
        assertTrue(page.body().contains("Norway: <span lang=\"en\">This state is no member."), page.body());
        assertFalse(page.body().contains("id=\"text-error\""), "it is no fault of the comment");
        assertEquals(
                "/onward/" + REQUEST,
                approver.get("/onward/" + REQUEST + "/grant").address().getPath());
    }

    @Test
    void the_asking_desk_withdraws_and_learns_that_it_was_answered_in_the_meantime() {
        Visitor officer = as("de.officer");
        StubDenials.answer("GET", API, 200, request("ASKED"));
        StubDenials.offers("de.officer", "withdraw");
        assertTrue(officer.get("/onward/" + REQUEST).body().contains("/withdraw"));
        StubDenials.answer("GET", API, 200, request("REFUSED"));
        StubDenials.offers("de.officer");
        StubDenials.refuse("POST", API + "/withdraw", 412, "stale", "[]");

        Visitor.Page page = officer.post("/onward/" + REQUEST + "/withdraw", Map.of("etag", "\"read\""));

        assertEquals(412, page.status());
        assertTrue(page.body().contains("It was answered in the meantime"), page.body());
        assertFalse(page.body().contains("/withdraw\""));
        assertEquals(404, officer.post("/onward/" + REQUEST + "/burn", Map.of()).status());
    }

    @Test
    void the_list_names_states_in_words_and_leads_on() {
        StubDenials.answer(
                "GET",
                "/denials/v1/onward-requests",
                200,
                "{\"items\": [" + request("ASKED") + "]}",
                Map.of("Link", "</denials/v1/onward-requests?cursor=abc>; rel=\"next\""));

        String page = as("nl.officer").get("/onward").body();

        assertTrue(page.contains("Germany"), page);
        assertTrue(page.contains("href=\"/onward?cursor=abc\""));
    }

    @Test
    void a_reader_is_led_to_ask_and_the_originator_is_not() {
        String ask = "href=\"/denials/" + DENIAL + "/onward\"";
        assertTrue(as("de.officer").get("/denials/" + DENIAL).body().contains(ask));
        assertFalse(as("nl.officer").get("/denials/" + DENIAL).body().contains(ask));
        assertFalse(as("de.analyst").get("/denials/" + DENIAL).body().contains(ask));
    }
}
