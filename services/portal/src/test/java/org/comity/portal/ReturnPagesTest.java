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

/** Half-yearly returns: pages over a service that says what we tell it. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class ReturnPagesTest {

    private static final String ID = "0190f6d2-3333-7000-8000-000000000003";
    private static final String PAGE = "/returns/" + ID;
    private static final String API = "/denials/v1/returns";

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void begin() {
        StubDenials.reset();
        StubDenials.answer("GET", API, 200, "{\"items\": []}");
        StubDenials.answer("GET", API + "/own-denials", 200, "{\"period\": \"2024-H1\", \"denials\": 0}");
    }

    @Test
    void a_year_shows_who_returned_what_and_a_desk_what_it_owes() {
        Visitor officer = as("nl.officer");
        StubDenials.answer("GET", API, 200, "{\"items\": [" + aReturn("DE", "2024-H1", "NIL", "RELEASED", "") + "]}");

        String page = officer.get("/returns?year=2024").body();

        assertTrue(page.contains("Germany"), page);
        assertTrue(page.contains(">Nil<"));
        assertTrue(page.contains("href=\"/returns/2024-H1/nil\""));
        assertTrue(page.contains("href=\"/returns/2024-H2/aggregate\""));
        assertTrue(page.contains("href=\"/returns?year=2025\""));
        assertEquals(404, officer.get("/returns?year=1995").status());
        assertEquals(404, officer.get("/returns?year=3000").status());
    }

    @Test
    void who_reads_denials_reads_returns_and_gives_none() {
        Visitor analyst = as("nl.analyst");
        StubDenials.answer("GET", API, 200, "{\"items\": []}");

        assertFalse(analyst.get("/returns?year=2024").body().contains("2024-H1/nil"));
        assertEquals(404, analyst.get("/returns/2024-H1/nil").status());
        assertEquals(
                404,
                analyst.post("/returns/2024-H1/nil", Map.of("releasability/mode", "ALL"))
                        .status());
        assertEquals(404, as("nl.admin").get("/returns").status());
        assertEquals(404, as("nl.officer").get("/returns/2024-H3/nil").status());
    }

    @Test
    void R298_own_denials_are_counted_before_a_nil_return_and_fill_in_an_aggregate() {
        Visitor officer = as("nl.officer");
        StubDenials.answer("GET", API, 200, "{\"items\": []}");
        StubDenials.answer("GET", API + "/own-denials", 200, """
                {"period": "2024-H1", "denials": 3, "lines": [{"destinationState": "KZ", "controlCode": "5A001.f.2",
                 "description": "IMSI catcher", "licencesDenied": 3, "reason": "COC_HR"}]}""");
        String nil = officer.get("/returns/2024-H1/nil").body();
        assertTrue(nil.contains("Your state has 3 denials of this half-year"), nil);
        assertTrue(nil.contains("name=\"nilBecause\""));
        String aggregate = officer.get("/returns/2024-H1/aggregate").body();
        assertTrue(aggregate.matches("(?s).*id=\"lines/0/controlCode\"[^>]*value=\"5A001.f.2\".*"), aggregate);
        assertTrue(aggregate.matches("(?s).*id=\"lines/0/licencesDenied\"[^>]*value=\"3\".*"), aggregate);
        StubDenials.answer("POST", API, 201, aReturn("NL", "2024-H1", "NIL", "NATIONAL_APPROVAL", ""));
        officer.post("/returns/2024-H1/nil", Map.of("releasability/mode", "ALL", "nilBecause", "They were annulled."));
        String sent = StubDenials.requests("POST").getFirst().body();
        assertTrue(sent.contains("\"nilBecause\":\"They were annulled.\""), sent);
    }

    @Test
    void R300_a_released_return_is_corrected_from_what_it_says() {
        Visitor officer = as("nl.officer");
        StubDenials.answer(
                "GET", API, 200, "{\"items\": [" + aReturn("NL", "2024-H1", "AGGREGATE", "RELEASED", "") + "]}");
        StubDenials.answer("GET", API + "/own-denials", 200, "{\"period\": \"2024-H1\", \"denials\": 0}");
        StubDenials.offers("nl.officer", "correct", "release");
        StubDenials.offers("nl.approver", "approve", "return", "correct", "release");
        StubDenials.answer("GET", API + "/" + ID, 200, aReturn("NL", "2024-H1", "AGGREGATE", "RELEASED", ""));
        StubDenials.answer(
                "POST", API + "/" + ID + "/correct", 200, aReturn("NL", "2024-H1", "AGGREGATE", "RELEASED", ""));
        assertTrue(officer.get(PAGE).body().contains("Correct it"));
        String form = officer.get("/returns/2024-H1/aggregate").body();
        assertTrue(form.contains("name=\"correct\" value=\"" + ID + "\""), form);
        assertTrue(form.matches("(?s).*id=\"lines/0/controlCode\"[^>]*value=\"5A001\".*"), form);
        Visitor.Page done = officer.post(
                "/returns/2024-H1/aggregate",
                Map.of(
                        "correct",
                        ID,
                        "etag",
                        "\"seen\"",
                        "releasability/mode",
                        "ALL",
                        "lines/0/controlCode",
                        "5A001",
                        "lines/0/licencesDenied",
                        "4"));
        assertEquals(303, done.status());
        assertEquals(
                Optional.of("\"seen\""), StubDenials.requests("POST").getLast().ifMatch());

        String correction = "\"version\": 2, \"correction\": {\"status\": \"NATIONAL_APPROVAL\", \"content\":"
                + " {\"period\": \"2024-H1\", \"kind\": \"NIL\", \"nilBecause\": \"It was annulled.\"}},";
        StubDenials.answer("GET", API + "/" + ID, 200, aReturn("NL", "2024-H1", "AGGREGATE", "RELEASED", correction));
        String waiting = as("nl.approver").get(PAGE).body();
        assertTrue(waiting.contains("It was annulled."), waiting);
        assertTrue(waiting.contains("Approve and release"), waiting);
        assertTrue(waiting.contains("2, a correction"), waiting);
    }

    @Test
    void R300_a_correction_that_a_colleague_overtook_comes_again_with_both_and_the_version_as_it_is_now() {
        Visitor officer = as("nl.officer");
        StubDenials.answer(
                "GET", API + "/" + ID, 200, aReturn("NL", "2024-H1", "AGGREGATE", "RELEASED", "\"version\": 2,"));
        StubDenials.refuse("POST", API + "/" + ID + "/correct", 412, "stale", "[]");

        Visitor.Page page = officer.post(
                "/returns/2024-H1/aggregate",
                Map.of(
                        "correct", ID,
                        "etag", "\"seen\"",
                        "releasability/mode", "ALL",
                        "lines/0/controlCode", "5A001",
                        "lines/0/licencesDenied", "4"));

        assertEquals(412, page.status());
        assertTrue(page.body().contains("name=\"etag\" value=\"&quot;read&quot;\""), page.body());
        assertTrue(page.body().contains("id=\"lines/0/licencesDenied-saved\""));
        assertTrue(page.body().matches("(?s).*id=\"lines/0/licencesDenied\"[^>]*value=\"4\".*"));
        assertFalse(page.body().contains("id=\"lines/0/controlCode-saved\""), "where both say the same");
    }

    @Test
    void R314_a_correction_that_was_sent_back_is_dropped_after_a_question() {
        String sentBack = "\"returnedBecause\": \"It was right.\", \"correction\": {\"status\": \"DRAFT\", \"content\":"
                + " {\"period\": \"2024-H1\", \"kind\": \"NIL\"}},";
        StubDenials.answer("GET", API + "/" + ID, 200, aReturn("NL", "2024-H1", "AGGREGATE", "RELEASED", sentBack));
        StubDenials.answer(
                "POST", API + "/" + ID + "/discard", 200, aReturn("NL", "2024-H1", "AGGREGATE", "RELEASED", ""));
        StubDenials.offers("nl.officer", "correct", "release", "discard");
        Visitor officer = as("nl.officer");
        assertTrue(officer.get(PAGE).body().contains("href=\"" + PAGE + "/discard\""));
        String question = officer.get(PAGE + "/discard").body();
        assertTrue(question.contains("Drop this correction?"), question);
        Visitor.Page done = officer.post(PAGE + "/discard", Map.of("etag", "\"seen\""));
        assertEquals(303, done.status());
        assertEquals(
                Optional.of("\"seen\""), StubDenials.requests("POST").getLast().ifMatch());
        assertTrue(officer.get(PAGE + "?done=dropped").body().contains("The correction is dropped."));

        assertEquals(404, as("nl.analyst").get(PAGE + "/discard").status());
        StubDenials.answer("GET", API + "/" + ID, 200, aReturn("NL", "2024-H1", "AGGREGATE", "RELEASED", ""));
        StubDenials.offers("nl.officer", "correct", "release");
        assertEquals(PAGE, officer.get(PAGE + "/discard").address().getPath(), "led to the return");
    }

    @Test
    void a_nil_return_is_one_form() {
        Visitor officer = as("nl.officer");
        StubDenials.answer("GET", API, 200, "{\"items\": []}");
        StubDenials.answer("GET", API + "/own-denials", 200, "{\"period\": \"2024-H1\", \"denials\": 0}");
        StubDenials.answer("POST", API, 201, aReturn("NL", "2024-H1", "NIL", "RELEASED", ""));

        assertFalse(officer.get("/returns/2024-H1/nil").body().contains("value=\"ALL\" checked"), "R295: it is chosen");
        Visitor.Page done = officer.post(
                "/returns/2024-H1/nil",
                Map.of("releasability/mode", "ALL", "tlp", "AMBER", "permittedUse", "LICENSING"));

        assertEquals(303, done.status());
        assertTrue(done.header("Location").orElseThrow().endsWith(PAGE + "?done=given"));
        String sent = StubDenials.requests("POST").getFirst().body();
        assertTrue(sent.contains("\"period\":\"2024-H1\"") && sent.contains("\"kind\":\"NIL\""), sent);
    }

    @Test
    void the_states_that_a_nil_return_goes_to_are_named_and_its_faults_ask_for_no_line() {
        Visitor officer = as("nl.officer");
        StubDenials.refuse(
                "POST",
                API,
                422,
                "invalid-values",
                "[{\"pointer\": \"/lines\", \"detail\": \"A nil return has none.\"}]");

        String page = officer.post(
                        "/returns/2024-H1/nil",
                        Map.of("releasability/mode", "LIST", "releasability/states", "JP", "tlp", "AMBER"))
                .body();

        assertTrue(page.contains("(Japan)"), page);
        assertTrue(page.contains("A nil return has none."));
        assertFalse(page.contains("Fill in at least one line"));
    }

    @Test
    void who_may_see_a_released_return_is_changed_by_its_desk() {
        StubDenials.answer("GET", API + "/" + ID, 200, aReturn("NL", "2024-H1", "NIL", "RELEASED", ""));
        StubDenials.offers("nl.officer", "correct", "release");
        StubDenials.refuse("POST", API + "/" + ID + "/release", 403, "widening-needs-approver", "[]");
        Visitor officer = as("nl.officer");

        assertTrue(officer.get(PAGE).body().contains("href=\"" + PAGE + "/release\""));
        assertTrue(officer.get(PAGE + "/release").body().contains("Taking a state off"));
        Visitor.Page refused = officer.post(
                PAGE + "/release",
                Map.of("etag", "\"seen\"", "releasability/mode", "LIST", "releasability/states", "JP", "tlp", "RED"));
        assertEquals(403, refused.status());
        assertTrue(refused.body().contains("href=\"#releasability/mode\""), refused.body());
        assertTrue(refused.body().contains("value=\"JP\" checked"));

        StubDenials.answer("POST", API + "/" + ID + "/release", 200, aReturn("NL", "2024-H1", "NIL", "RELEASED", ""));
        Visitor.Page done =
                officer.post(PAGE + "/release", Map.of("etag", "\"seen\"", "releasability/mode", "ORIGINATOR_ONLY"));
        assertTrue(done.header("Location").orElseThrow().endsWith(PAGE + "?done=release"));
        assertEquals(
                Optional.of("\"seen\""), StubDenials.requests("POST").getLast().ifMatch());
        assertTrue(officer.get(PAGE + "?done=release").body().contains("has changed"));
    }

    @Test
    void a_return_that_waits_or_is_another_states_has_no_release_to_change() {
        StubDenials.answer("GET", API + "/" + ID, 200, aReturn("NL", "2024-H1", "AGGREGATE", "DRAFT", ""));
        assertFalse(as("nl.officer").get(PAGE + "/release").body().contains("Taking a state off"));
        StubDenials.answer("GET", API + "/" + ID, 200, aReturn("DE", "2024-H1", "NIL", "RELEASED", ""));
        assertFalse(as("nl.officer").get(PAGE + "/release").body().contains("Taking a state off"));
        assertFalse(as("nl.officer").get(PAGE).body().contains(PAGE + "/release"));
        assertEquals(404, as("nl.admin").get(PAGE + "/release").status());
    }

    @Test
    void what_was_sent_back_can_be_given_as_nothing_after_all() {
        StubDenials.answer("GET", API + "/" + ID, 200, aReturn("NL", "2024-H1", "AGGREGATE", "DRAFT", ""));

        String page = as("nl.officer").get(PAGE).body();

        assertTrue(page.contains("href=\"/returns/2024-H1/nil\""), page);
        assertTrue(page.contains("href=\"/returns/2024-H1/aggregate\""));
    }

    @Test
    void empty_lines_are_closed_up_and_a_fault_is_said_at_its_line() {
        Visitor officer = as("nl.officer");
        StubDenials.refuse(
                "POST",
                API,
                422,
                "invalid-values",
                "[{\"pointer\": \"/lines/0/controlCode\", \"detail\": \"This is no entry.\"}]");

        Visitor.Page page = officer.post(
                "/returns/2024-H1/aggregate",
                Map.of(
                        "lines/2/destinationState", "KZ",
                        "lines/2/controlCode", "nonsense",
                        "lines/2/licencesDenied", "3",
                        "lines/2/units", "1 200",
                        "releasability/mode", "ALL"));

        assertEquals(422, page.status());
        assertTrue(page.body().contains("href=\"#lines/0/controlCode\""), page.body());
        assertTrue(page.body().contains("Line 1, Control-list entry: <span lang=\"en\">This is no entry."));
        assertTrue(page.body().matches("(?s).*id=\"lines/0/controlCode\"[^>]*value=\"nonsense\".*"));
        String sent = StubDenials.requests("POST").getFirst().body();
        assertTrue(sent.contains("\"licencesDenied\":3") && sent.contains("\"units\":1200"), sent);
    }

    @Test
    void what_is_no_number_and_a_return_without_a_line_are_said_without_asking_the_service() {
        Visitor officer = as("nl.officer");

        String page = officer.post("/returns/2024-H1/aggregate", Map.of("lines/0/licencesDenied", "two"))
                .body();
        String none = officer.post("/returns/2024-H1/aggregate", Map.of("releasability/mode", "ALL"))
                .body();

        assertTrue(page.contains("Line 1, Licences denied: Enter a whole number"), page);
        assertTrue(none.contains("Fill in at least one line"));
        assertEquals(0, StubDenials.requests("POST").size());
    }

    @Test
    void more_lines_are_asked_for_and_nothing_is_sent() {
        Visitor officer = as("nl.officer");

        Visitor.Page page =
                officer.post("/returns/2024-H1/aggregate", Map.of("lines/0/controlCode", "5A001", "then", "more"));

        assertEquals(200, page.status());
        assertTrue(page.body().contains("id=\"lines/3/controlCode\""));
        assertEquals(0, StubDenials.requests("POST").size());
    }

    @Test
    void another_approver_releases_it_or_sends_it_back_with_a_reason() {
        StubDenials.answer(
                "GET",
                API + "/" + ID,
                200,
                aReturn(
                        "NL",
                        "2024-H1",
                        "AGGREGATE",
                        "NATIONAL_APPROVAL",
                        "\"submittedBy\": {\"id\": \"a\", \"name\": \"A colleague\"},"
                                + " \"submittedAt\": \"2026-03-02T08:00:00Z\","));
        StubDenials.offers("nl.approver", "approve", "return");
        StubDenials.answer("POST", API + "/" + ID + "/approve", 200, aReturn("NL", "2024-H1", "NIL", "RELEASED", ""));
        StubDenials.refuse(
                "POST",
                API + "/" + ID + "/return",
                422,
                "invalid-values",
                "[{\"pointer\": \"/reason\", \"detail\": \"This is missing.\"}]");
        Visitor approver = as("nl.approver");

        String page = approver.get(PAGE).body();
        Visitor.Page released = approver.post(PAGE + "/approve", Map.of("etag", "\"seen\""));
        Visitor.Page back = approver.post(PAGE + "/return", Map.of("etag", "\"seen\""));

        assertTrue(page.contains("Approve and release"), page);
        assertTrue(page.contains("A colleague"));
        assertTrue(released.header("Location").orElseThrow().endsWith("?done=released"));
        assertEquals(
                Optional.of("\"seen\""), StubDenials.requests("POST").getFirst().ifMatch());
        assertEquals(422, back.status());
        assertTrue(back.body().contains("href=\"#reason\""));
        String officers = as("nl.officer").get(PAGE).body();
        assertTrue(officers.contains("It waits for an approver"));
        assertFalse(officers.contains("/approve\""));
        assertFalse(as("de.approver").get(PAGE).body().contains("/approve\""));
    }

    @Test
    void a_return_that_waits_is_work_for_another_approver() {
        StubDenials.answer(
                "GET",
                API,
                200,
                "{\"items\": ["
                        + aReturn(
                                "NL",
                                "2024-H1",
                                "AGGREGATE",
                                "NATIONAL_APPROVAL",
                                "\"submittedBy\": {\"id\": \"a\", \"name\": \"A colleague\"},"
                                        + " \"submittedAt\": \"2026-03-02T08:00:00Z\",")
                        + "]}");

        String home = as("nl.approver").get("/home").body();

        assertTrue(home.contains("Returns waiting for your approval"), home);
        assertTrue(home.contains("href=\"/returns/" + ID + "\""));
        assertTrue(home.contains("A colleague"));
        assertTrue(
                StubDenials.requests("GET").stream().anyMatch(it -> it.query().equals("waiting=true")));
        assertFalse(as("nl.officer").get("/home").body().contains("Returns waiting for your approval"));
    }

    private Visitor as(String user) {
        return Visitor.signedIn(portal, user);
    }

    private static String aReturn(String state, String period, String kind, String status, String more) {
        String lines = kind.equals("NIL")
                ? ""
                : "{\"destinationState\": \"KZ\", \"controlCode\": \"5A001\", \"description\": \"A\", \"licencesDenied\": 2,"
                        + " \"reason\": \"COC_HR\"}";
        return """
                {"id": "%s", "originatorState": "%s", "period": "%s", "kind": "%s", "status": "%s", %s "lines": [%s],
                 "tlp": "AMBER", "permittedUse": ["LICENSING"], "releasability": {"mode": "ALL"},
                 "withoutPrejudice": true, "notice": "-", "updatedAt": "2026-03-02T08:00:00Z"}""".formatted(ID, state, period, kind, status, more, lines);
    }
}
