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

/** What is thrown away or sent back, after a page that says what will be lost. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class DiscardPagesTest {

    private static final String ID = "0190f6d2-1111-7000-8000-000000000001";
    private static final String DENIAL = "/denials/" + ID;
    private static final String CONSULTATION = "/consultations/" + ID;
    private static final String FILE = "/imports/" + ID;
    private static final String API = "/denials/v1";
    private static final Map<String, String> SEEN = Map.of("etag", "\"seen\"");

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void begin() {
        StubDenials.reset();
    }

    @Test
    void R245_a_page_says_what_will_be_lost_before_a_draft_is_thrown_away() {
        Visitor officer = as("nl.officer");
        denial("DRAFT", "");
        StubDenials.answer("POST", API + DENIAL + "/discard", 204, "");

        String tasks = officer.get(DENIAL + "/draft").body();
        String one = officer.get(DENIAL).body();
        String sure = officer.get(DENIAL + "/discard").body();
        Visitor.Page done = officer.post(DENIAL + "/discard", SEEN);
        String gone = officer.follow(done).body();

        for (String page : new String[] {tasks, one}) {
            assertTrue(page.contains("href=\"" + DENIAL + "/discard\""), page);
        }
        assertTrue(sure.contains("What will be lost"), sure);
        assertTrue(sure.contains("DN-NL-2026-7KQ4M2, which is not given again"));
        assertTrue(sure.contains("govuk-button--warning"));
        assertTrue(sure.contains("name=\"etag\" value=\"&quot;read&quot;\""));
        assertEquals(
                Optional.of("\"seen\""), StubDenials.requests("POST").getFirst().ifMatch());
        assertEquals(303, done.status());
        assertTrue(gone.contains("The draft is thrown away") && gone.contains("DN-NL-2026-7KQ4M2"), gone);
    }

    @Test
    void R245_what_is_in_force_stays_when_its_amendment_or_proposal_is_dropped() {
        Visitor officer = as("nl.officer");
        StubDenials.answer("POST", API + DENIAL + "/discard", 200, "{}");
        denial("NOTIFIED", "\"proposal\": {\"kind\": \"RENEWAL\", \"status\": \"DRAFT\"},");
        String one = officer.get(DENIAL).body();
        String sure = officer.get(DENIAL + "/discard").body();
        Visitor.Page done = officer.post(DENIAL + "/discard", SEEN);
        String told = officer.follow(done).body();

        assertTrue(one.contains("Drop this renewal"), one);
        assertTrue(sure.contains("Drop this renewal?") && sure.contains("stays in force"), sure);
        assertTrue(done.header("Location").orElseThrow().endsWith(DENIAL + "?done=dropped"));
        assertTrue(told.contains("It is dropped."), told);

        denial("NOTIFIED", "\"amendment\": {\"status\": \"DRAFT\", \"content\": {\"kind\": \"REFUSAL\"}},");
        assertTrue(officer.get(DENIAL + "/draft").body().contains("Drop this amendment"));
        assertTrue(officer.get(DENIAL + "/discard").body().contains("All that was changed in it"));
    }

    @Test
    void R245_what_waits_is_not_offered_to_be_thrown_away_and_who_was_quicker_is_told() {
        Visitor officer = as("nl.officer");
        denial("NATIONAL_APPROVAL", "\"submittedBy\": {\"id\": \"a\", \"name\": \"A\"},");
        assertFalse(officer.get(DENIAL + "/draft").body().contains("/discard"));
        assertEquals(DENIAL, officer.get(DENIAL + "/discard").address().getPath());
        StubDenials.refuse("POST", API + DENIAL + "/discard", 409, "already-submitted", "[]");
        assertTrue(officer.post(DENIAL + "/discard", SEEN)
                .header("Location")
                .orElseThrow()
                .endsWith("?done=overtaken"));

        denial("DRAFT", "");
        StubDenials.refuse("POST", API + DENIAL + "/discard", 412, "stale", "[]");
        Visitor.Page again = officer.post(DENIAL + "/discard", SEEN);
        assertEquals(412, again.status());
        assertTrue(again.body().contains("Somebody else changed this in the meantime"), again.body());
        assertTrue(again.body().contains("value=\"&quot;read&quot;\""));
    }

    @Test
    void R245_nobody_but_the_own_desk_has_these_pages() {
        denial("DRAFT", "");
        StubDenials.answer("GET", API + CONSULTATION, 200, consultation("DRAFT"));
        file("APPLIED", "");
        for (String user : new String[] {"nl.analyst", "nl.poc", "nl.admin", "secretariat.staff"}) {
            Visitor visitor = as(user);
            for (String path :
                    new String[] {DENIAL + "/discard", CONSULTATION + "/discard", FILE + "/discard", FILE + "/return"
                    }) {
                assertEquals(404, visitor.get(path).status(), user + path);
                assertEquals(404, visitor.post(path, SEEN).status(), user + path);
            }
        }
        Visitor german = as("de.officer");
        assertEquals(DENIAL, german.get(DENIAL + "/discard").address().getPath(), "led to what it is shown");
        assertTrue(StubDenials.requests("POST").isEmpty());
    }

    @Test
    void R245_nothing_but_a_reference_is_shown_of_what_an_address_says_is_gone() {
        Visitor officer = as("nl.officer");
        denial("DRAFT", "");
        String page = officer.get(DENIAL + "/discard?gone=Your%20session%20has%20ended")
                .body();
        assertFalse(page.contains("Your session"), page);
    }

    @Test
    void R245_the_draft_of_a_consultation_is_thrown_away() {
        Visitor officer = as("nl.officer");
        StubDenials.answer("GET", API + CONSULTATION, 200, consultation("DRAFT"));
        StubDenials.offers("nl.officer", "edit", "submit", "discard");
        StubDenials.answer("POST", API + CONSULTATION + "/discard", 204, "");

        assertTrue(officer.get(CONSULTATION + "/draft").body().contains("href=\"" + CONSULTATION + "/discard\""));
        String sure = officer.get(CONSULTATION + "/discard").body();
        Visitor.Page done = officer.post(CONSULTATION + "/discard", SEEN);

        assertTrue(sure.contains("The internal notes of your state on it"), sure);
        assertTrue(officer.follow(done).body().contains("CN-NL-2026-7KQ4M2 can no longer be opened"));

        StubDenials.answer("GET", API + CONSULTATION, 200, consultation("NATIONAL_APPROVAL"));
        StubDenials.offers("nl.officer", "edit");
        assertFalse(officer.get(CONSULTATION + "/draft").body().contains("/discard"));
    }

    @Test
    void R245_a_file_is_thrown_away_with_its_drafts_and_what_stays_is_named() {
        Visitor officer = as("nl.officer");
        file("APPLIED", "\"returnedBecause\": \"The release is too wide\",");
        StubDenials.answer("GET", API + FILE + "/records", 200, "{\"items\": []}");
        StubDenials.answer("POST", API + FILE + "/discard", 202, anImport("DISCARDING", ""));

        String page = officer.get(FILE).body();
        String sure = officer.get(FILE + "/discard").body();
        Visitor.Page done = officer.post(FILE + "/discard", SEEN);

        assertTrue(page.contains("Throw the drafts away") && page.contains("The release is too wide"), page);
        assertTrue(sure.contains("All drafts that the file made") && sure.contains("ours.csv"), sure);
        assertTrue(done.header("Location").orElseThrow().endsWith(FILE));

        file("DISCARDED", "\"passedOver\": 1,");
        StubDenials.answer("GET", API + FILE + "/records", 200, """
                {"items": [{"reference": "NL/1", "firstRow": 2, "change": "NEW", "discarded": true},
                           {"reference": "NL/2", "firstRow": 3, "change": "NEW", "passedOver": true,
                            "denial": "0190f6d2-4444-7000-8000-000000000004"}]}""");
        String after = officer.get(FILE).body();
        assertTrue(after.contains("Thrown away</strong>"), after);
        assertTrue(after.contains("1 denial stays"));
        assertFalse(after.contains("href=\"" + FILE + "/discard\""));
        assertEquals(FILE, officer.get(FILE + "/discard").address().getPath());

        file("CHECKED", "");
        assertTrue(officer.get(FILE + "/discard").body().contains("It has made no drafts"));
        file("FAULTY", "");
        assertTrue(officer.get(FILE).body().contains("href=\"" + FILE + "/discard\""));
    }

    @Test
    void R245_an_approver_sends_a_file_back_with_a_reason() {
        file("SUBMITTED", "");
        StubDenials.answer("GET", API + FILE + "/records", 200, "{\"items\": []}");
        StubDenials.answer("POST", API + FILE + "/return", 202, anImport("RETURNING", ""));
        Visitor approver = as("nl.approver");
        Visitor officer = as("nl.officer");

        assertTrue(approver.get(FILE).body().contains("href=\"" + FILE + "/return\""));
        assertFalse(officer.get(FILE).body().contains("/return"));
        assertEquals(FILE, officer.get(FILE + "/return").address().getPath());
        String ask = approver.get(FILE + "/return").body();
        Visitor.Page done =
                approver.post(FILE + "/return", Map.of("etag", "\"seen\"", "reason", "Only to Germany, please"));
        assertTrue(ask.contains("Why do you send it back?"), ask);
        assertEquals(303, done.status());
        StubDenials.Request sent = StubDenials.requests("POST").getFirst();
        assertEquals("{\"reason\":\"Only to Germany, please\"}", sent.body());
        assertEquals(Optional.of("\"seen\""), sent.ifMatch());

        StubDenials.refuse(
                "POST",
                API + FILE + "/return",
                422,
                "missing-values",
                "[{\"pointer\": \"/reason\", \"detail\": \"This is missing.\"}]");
        Visitor.Page missing = approver.post(FILE + "/return", SEEN);
        assertEquals(422, missing.status());
        assertTrue(missing.body().contains("href=\"#reason\""), missing.body());
        StubDenials.refuse("POST", API + FILE + "/return", 412, "stale", "[]");
        Visitor.Page overtaken =
                approver.post(FILE + "/return", Map.of("etag", "\"seen\"", "reason", "Only to Germany, please"));
        assertEquals(412, overtaken.status());
        assertTrue(overtaken.body().contains("Only to Germany, please</textarea>"), overtaken.body());
    }

    private Visitor as(String user) {
        return Visitor.signedIn(portal, user);
    }

    private static void denial(String status, String more) {
        boolean works = status.equals("DRAFT") || more.contains("\"status\": \"DRAFT\"");
        StubDenials.offers("nl.officer", works ? new String[] {"edit", "submit", "discard"} : new String[] {"edit"});
        StubDenials.answer("GET", API + DENIAL, 200, """
                {"id": "%s", "ref": "DN-NL-2026-7KQ4M2", "version": 2, "originatorState": "NL", "status": "%s",
                 "shown": "FULL", %s
                 "updatedAt": "2026-03-02T08:00:00Z", "kind": "REFUSAL", "destinationState": "KZ",
                 "validityPolicy": "REVIEW_REQUIRED", "tlp": "AMBER", "permittedUse": ["LICENSING"],
                 "provenance": "OWN", "releasability": {"mode": "ALL"}}""".formatted(ID, status, more));
    }

    private static String consultation(String status) {
        return """
                {"id": "%s", "ref": "CN-NL-2026-7KQ4M2", "role": "SENT", "status": "%s", "requestingState": "NL",
                 "type": "NO_UNDERCUT", "tlp": "AMBER", "version": 0, "withoutPrejudice": true, "threads": [],
                 "createdAt": "2026-03-02T08:00:00Z", "updatedAt": "2026-03-02T08:00:00Z"}""".formatted(ID, status);
    }

    private static void file(String status, String more) {
        StubDenials.offers(
                "nl.officer",
                switch (status) {
                    case "CHECKED" -> new String[] {"apply", "discard"};
                    case "APPLIED" -> new String[] {"submit", "discard"};
                    case "FAULTY" -> new String[] {"discard"};
                    default -> new String[] {};
                });
        StubDenials.offers("nl.approver", "approve", "return");
        StubDenials.answer("GET", API + FILE, 200, anImport(status, more));
    }

    private static String anImport(String status, String more) {
        return """
                {"id": "%s", "status": "%s", "fileName": "ours.csv", "createdAt": "2026-03-02T08:00:00Z", %s
                 "createdBy": {"id": "1", "name": "nl.officer"}, "rows": 20, "denials": 12,
                 "changes": {"new": 10, "changed": 1, "unchanged": 1}, "progress": {"done": 3, "total": 12},
                 "settings": {"kind": "REFUSAL", "decisionDate": "2026-03-01", "basis": "LISTED", "countryMeans": "PARTY",
                              "tlp": "AMBER", "permittedUse": ["LICENSING"],
                              "releasability": {"mode": "LIST", "states": ["DE", "FR"]}}}""".formatted(ID, status, more);
    }
}
