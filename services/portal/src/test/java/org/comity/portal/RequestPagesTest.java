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

/** Requests for information: pages over a service that says what we tell it. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class RequestPagesTest {

    private static final String REQUEST = "0190f6d2-3333-7000-8000-000000000001";
    private static final String LIST = "/bulletins/v1/requests";
    private static final String API = LIST + "/" + REQUEST;
    private static final String THREAD = "{\"state\": \"DE\", \"dueAt\": \"2026-03-16T22:59:59Z\", \"overdue\": %s%s}";

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void begin() {
        StubDenials.reset();
    }

    private Visitor as(String user) {
        return Visitor.signedIn(portal, user);
    }

    private static String request(String status, String more) {
        return """
                {"id": "%s", "ref": "RI-NL-2026-7KQ4M2", "version": 1, "originatorState": "NL", "status": "%s",
                 "updatedAt": "2026-03-02T08:00:00Z", "subject": "Who <b>ordered</b>?", "text": "Has <i>anybody</i>?"%s}""".formatted(REQUEST, status, more);
    }

    private static String threads(String... threads) {
        return ", \"threads\": [" + String.join(", ", threads) + "]";
    }

    @Test
    void a_state_that_is_asked_reads_and_answers() {
        StubDenials.answer("GET", API, 200, request("ASKED", threads(THREAD.formatted("true", ""))));
        StubDenials.offers("de.analyst", "answer");
        Visitor analyst = as("de.analyst");

        String page = analyst.get("/requests/" + REQUEST).body();
        assertTrue(page.contains("Who &lt;b&gt;ordered&lt;/b&gt;?"), page);
        assertTrue(page.contains("Your state’s answer") && page.contains("Overdue"), page);
        assertFalse(page.contains("States that are asked"), page);

        StubDenials.refuse(
                "POST",
                API + "/answer",
                422,
                "invalid-values",
                "[{\"pointer\": \"/bulletin\", \"detail\": \"Not this one.\"}]");
        Visitor.Page faulty = analyst.post(
                "/requests/" + REQUEST + "/answer", Map.of("etag", "\"read\"", "text", "No <b>", "bulletin", "BU-1"));
        assertEquals(422, faulty.status());
        assertTrue(faulty.body().contains("Not this one.") && faulty.body().contains("No &lt;b&gt;"), faulty.body());

        StubDenials.answer("POST", API + "/answer", 200, request("ASKED", ""));
        Visitor.Page done = analyst.post(
                "/requests/" + REQUEST + "/answer", Map.of("etag", "\"read\"", "text", "No", "bulletin", ""));
        assertTrue(done.header("Location").orElseThrow().contains("done=answered"));
        assertEquals("{\"text\":\"No\"}", StubDenials.requests("POST").getLast().body());
    }

    @Test
    void the_state_that_asks_sees_each_answer() {
        StubDenials.answer(
                "GET",
                API,
                200,
                request(
                        "ASKED",
                        ", \"addressees\": [\"DE\", \"JP\"]"
                                + threads(
                                        THREAD.formatted(
                                                "false",
                                                ", \"text\": \"We <b>did</b>\", \"answeredAt\": \"2026-03-03T08:00:00Z\""),
                                        THREAD.replace("DE", "JP").formatted("false", ""))));
        StubDenials.offers("nl.analyst", "withdraw");
        String page = as("nl.analyst").get("/requests/" + REQUEST).body();
        assertTrue(page.contains("We &lt;b&gt;did&lt;/b&gt;") && page.contains("Not answered yet"), page);
        assertTrue(page.contains("States that are asked") && page.contains("Japan"), page);
        assertTrue(page.contains("/requests/" + REQUEST + "/withdraw"), page);
    }

    @Test
    void the_list_tells_how_the_own_thread_stands_and_lies_beside_the_bulletins() {
        StubDenials.answer(
                "GET",
                LIST,
                200,
                "{\"items\": [" + request("ASKED", threads(THREAD.formatted("false", "")) + ", \"steps\": []") + "]}");
        String page = as("de.poc").get("/requests").body();
        assertTrue(page.contains("To answer until") && page.contains("href=\"/bulletins\""), page);
        assertFalse(page.contains("/requests/new"), "a point of contact asks nobody");
        assertTrue(as("de.analyst").get("/requests?language=en").body().contains("/requests/new"));
        assertEquals(404, as("de.poc").get("/requests/new").status());
        assertEquals(404, as("de.auditor").get("/requests").status());
    }

    @Test
    void a_draft_is_written_and_its_day_and_number_reach_the_service() {
        StubDenials.answer("POST", LIST, 201, request("DRAFT", ", \"steps\": []"));
        Visitor analyst = as("nl.analyst");
        analyst.post(
                "/requests/new/what", Map.of("key", "k", "subject", "Who?", "text", "Why?", "relatedBulletin", ""));
        assertEquals(
                "{\"subject\":\"Who?\",\"text\":\"Why?\"}",
                StubDenials.requests("POST").getLast().body());

        StubDenials.answer("GET", API, 200, request("DRAFT", ""));
        StubDenials.offers("nl.analyst", "edit", "submit");
        StubDenials.answer("PUT", API, 200, request("DRAFT", ", \"steps\": []"));
        analyst.post(
                "/requests/" + REQUEST + "/draft/whom",
                Map.of("etag", "\"read\"", "addressees", "DE", "dueInWorkingDays", "5"));
        assertEquals(
                "{\"subject\":\"Who <b>ordered</b>?\",\"text\":\"Has <i>anybody</i>?\",\"addressees\":[\"DE\"],\"dueInWorkingDays\":5}",
                StubDenials.requests("PUT").getLast().body());
        Visitor.Page wrong = analyst.post(
                "/requests/" + REQUEST + "/draft/whom",
                Map.of("etag", "\"read\"", "addressees", "DE", "dueInWorkingDays", "many"));
        assertEquals(422, wrong.status());
        assertTrue(wrong.body().contains("Give a number from 1 to 60."), wrong.body());
    }
}
