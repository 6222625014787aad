package org.comity.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever decides on a denial reads beside the button that no denial creates a duty to deny. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class NoDutyPagesTest {

    private static final String ID = "0190f6d2-5555-7000-8000-000000000005";
    private static final String DUTY = "A denial creates no duty to deny. Each state decides on its own applications.";

    @TestHTTPResource("/")
    URI portal;

    private Visitor approver;

    @BeforeEach
    void begin() {
        StubDenials.reset();
        approver = Visitor.signedIn(portal, "nl.approver");
    }

    @AfterEach
    void forget() {
        StubDenials.reset();
    }

    private void assertSaid(String path) {
        Visitor.Page page = approver.get(path);
        assertEquals(200, page.status(), path);
        String main =
                page.body().substring(page.body().indexOf("<main"), page.body().indexOf("</main>"));
        assertTrue(main.contains(DUTY), path + "\n" + main);
    }

    @Test
    void R250_on_approving_a_file() {
        StubDenials.answer("GET", "/denials/v1/imports/" + ID, 200, """
                {"id": "%s", "status": "SUBMITTED", "fileName": "ours.csv", "createdAt": "2026-03-02T08:00:00Z",
                 "createdBy": {"id": "1", "name": "nl.officer"}, "rows": 1, "denials": 1,
                 "changes": {"new": 1, "changed": 0, "unchanged": 0}, "progress": {"done": 1, "total": 1},
                 "settings": {"kind": "REFUSAL", "decisionDate": "2026-03-01", "basis": "LISTED",
                              "countryMeans": "PARTY", "tlp": "AMBER", "permittedUse": ["LICENSING"],
                              "releasability": {"mode": "ALL"}}}""".formatted(ID));
        StubDenials.answer("GET", "/denials/v1/imports/" + ID + "/records", 200, "{\"items\": []}");
        StubDenials.offers("nl.approver", "approve", "return");
        assertSaid("/imports/" + ID);
    }

    @Test
    void R250_on_granting_an_onward_release() {
        StubDenials.answer("GET", "/denials/v1/onward-requests/" + ID, 200, """
                {"id": "%s", "denialId": "%s", "denialRef": "DN-NL-2026-7KQ4M2", "originatorState": "NL",
                 "requestingState": "DE", "states": ["JP"], "reason": "A licence", "status": "ASKED",
                 "askedAt": "2026-03-02T08:00:00Z"}""".formatted(ID, ID));
        StubDenials.offers("nl.approver", "grant", "refuse");
        assertSaid("/onward/" + ID);
    }

    @Test
    void R250_on_giving_a_return() {
        StubDenials.answer("GET", "/denials/v1/returns", 200, "{\"items\": []}");
        StubDenials.answer("GET", "/denials/v1/returns/own-denials", 200, "{\"period\": \"2024-H1\", \"denials\": 0}");
        assertSaid("/returns/2024-H1/nil");
        assertSaid("/returns/2024-H1/aggregate");
    }

    @Test
    void R250_on_deciding_a_consultation_and_on_sending_its_notice() {
        consultation("\"status\": \"DECISION_PENDING\",");
        StubDenials.offers("nl.approver", "decide", "withdraw");
        assertSaid("/consultations/" + ID + "/decide");

        consultation("\"status\": \"GRANTED\", \"outcome\": {\"outcome\": \"GRANTED\","
                + " \"decidedAt\": \"2026-03-02T08:00:00Z\"}, \"undercutNotice\": {\"preferredBy\": \"2026-04-16\","
                + " \"latestBy\": \"2026-05-31\", \"late\": false}, \"decidedBy\": {\"id\": \"1\", \"name\": \"x\"},");
        StubDenials.offers("nl.approver", "undercut-notice");
        assertSaid("/consultations/" + ID + "/notice");
    }

    @Test
    void R125_by_when_a_notice_is_due_is_told_by_the_procedure_that_was_applied() {
        consultation("\"status\": \"DECISION_PENDING\",");
        StubDenials.offers("nl.approver", "decide", "withdraw");
        String page = approver.get("/consultations/" + ID + "/decide").body();
        assertTrue(page.contains("preferably by day 45 after the decision, at the latest by day 90"), page);
    }

    @Test
    void R250_a_page_that_says_it_nowhere_else_says_it_at_its_foot_alone() {
        consultation("\"status\": \"DECISION_PENDING\",");
        StubDenials.offers("nl.approver", "decide", "withdraw");
        Visitor.Page page = approver.get("/consultations/" + ID + "/withdraw");
        assertEquals(200, page.status(), page.body());
        String main =
                page.body().substring(page.body().indexOf("<main"), page.body().indexOf("</main>"));
        assertFalse(main.contains(DUTY), main);
    }

    private static void consultation(String standing) {
        StubDenials.answer("GET", "/denials/v1/consultations/" + ID, 200, """
                {"id": "%s", "ref": "CN-NL-2026-7KQ4M2", "role": "SENT", %s "requestingState": "NL",
                 "type": "NO_UNDERCUT", "tlp": "AMBER", "withoutPrejudice": true, "updatedAt": "2026-03-02T08:00:00Z",
                 "requestedAt": "2026-02-02T08:00:00Z",
                 "procedure": {"code": "NO_UNDERCUT_CONSULTATION", "version": 2, "replyDays": 10, "extensionDays": 30,
                               "notifyPreferredDays": 45, "notifyLatestDays": 90}}""".formatted(ID, standing));
    }
}
