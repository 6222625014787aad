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

/** Denials in files, in and out: pages over a service that says what we tell it. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class FilePagesTest {

    private static final String ID = "0190f6d2-2222-7000-8000-000000000002";
    private static final String PAGE = "/imports/" + ID;
    private static final String API = "/denials/v1/imports/" + ID;

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void begin() {
        StubDenials.reset();
    }

    @Test
    void a_file_is_for_a_desk_alone() {
        Visitor analyst = as("nl.analyst");

        for (String path : new String[] {"/imports", "/imports/new", PAGE, "/imports/template", PAGE + "/annotated"}) {
            assertEquals(404, analyst.get(path).status(), path);
        }
        assertFalse(analyst.get("/returns").body().contains("/imports"));
    }

    @Test
    void a_file_is_sent_on_with_what_is_asked_once() {
        Visitor officer = as("nl.officer");
        StubDenials.answer("POST", "/denials/v1/imports", 201, anImport("CHECKED", ""));

        Visitor.Page sent = officer.upload(
                "/imports/new",
                Map.of(
                        "kind", "REFUSAL",
                        "decisionDate-day", "27",
                        "decisionDate-month", "3",
                        "decisionDate-year", "2026",
                        "basis", "LISTED",
                        "countryMeans", "PARTY",
                        "releasability/mode", "ALL",
                        "tlp", "AMBER",
                        "permittedUse", "LICENSING"),
                "our ünits.csv",
                "reference,name\n1,Ω\n");

        assertEquals(303, sent.status(), sent.body());
        assertTrue(sent.header("Location").orElseThrow().endsWith(PAGE));
        String body = StubDenials.requests("POST").getFirst().body();
        assertTrue(body.contains("\"decisionDate\":\"2026-03-27\""), body);
        assertTrue(body.contains("\"countryMeans\":\"PARTY\""), body);
        assertTrue(body.contains("\"releasability\":{\"mode\":\"ALL\"}"), body);
        assertTrue(body.contains("reference,name\n1,Ω"), body);
        assertTrue(body.contains(".csv"), body);
    }

    @Test
    void what_is_wrong_with_the_settings_is_said_at_the_field_and_all_that_was_typed_is_kept() {
        Visitor officer = as("nl.officer");
        StubDenials.refuse("POST", "/denials/v1/imports", 422, "invalid-values", """
                [{"pointer": "/settings/decisionDate", "detail": "Too late."},
                 {"pointer": "/settings/countryMeans", "detail": "This is missing."},
                 {"pointer": "/settings/releasability/states", "detail": "Name one."},
                 {"pointer": "/file", "detail": "No column name."}]""");

        String page = officer.upload("/imports/new", Map.of("kind", "BROKERING"), "a.csv", "x\n")
                .body();
        String noFile = officer.upload("/imports/new", Map.of("kind", "BROKERING"), "", "")
                .body();

        assertTrue(page.contains("href=\"#decisionDate-day\""), page);
        assertTrue(page.contains("href=\"#countryMeans\""));
        assertTrue(page.contains("href=\"#releasability/states\""));
        assertTrue(page.contains("href=\"#file\""));
        assertTrue(page.contains("value=\"BROKERING\" selected"));
        assertTrue(noFile.contains("Choose a file"), noFile);
        assertEquals(1, StubDenials.requests("POST").size(), "without a file nothing is sent");
    }

    @Test
    void R259_a_file_is_sent_on_with_the_regime_that_it_was_learned_in() {
        Visitor officer = as("nl.officer");
        StubDenials.answer("POST", "/denials/v1/imports", 201, anImport("CHECKED", ""));

        officer.upload(
                "/imports/new",
                Map.of(
                        "kind", "REFUSAL",
                        "releasability/mode", "LIST",
                        "releasability/states", "DE",
                        "provenance", "REGIME_DERIVED",
                        "derivedFrom", "WA"),
                "a.csv",
                "x\n");

        String body = StubDenials.requests("POST").getFirst().body();
        assertTrue(body.contains("\"provenance\":\"REGIME_DERIVED\""), body);
        assertTrue(body.contains("\"releasability\":{\"mode\":\"LIST\",\"states\":[\"DE\"],\"regime\":\"WA\"}"), body);
        String form = officer.get("/imports/new").body();
        assertTrue(form.matches("(?s).*value=\"OWN\" checked.*"));
        assertTrue(form.contains("A suspension is not complete without it"), "R-256: the file would be refused");
    }

    @Test
    void R259_a_regime_that_is_missing_is_asked_for_where_it_was_learned() {
        Visitor officer = as("nl.officer");
        StubDenials.refuse("POST", "/denials/v1/imports", 422, "invalid-values", """
                [{"pointer": "/settings/releasability/regime", "detail": "Name the regime."}]""");

        String list = officer.upload(
                        "/imports/new",
                        Map.of("releasability/mode", "LIST", "provenance", "REGIME_DERIVED"),
                        "a.csv",
                        "x\n")
                .body();
        String regime = officer.upload(
                        "/imports/new",
                        Map.of("releasability/mode", "REGIME", "provenance", "REGIME_DERIVED"),
                        "a.csv",
                        "x\n")
                .body();

        assertTrue(list.contains("href=\"#derivedFrom\""), list);
        assertTrue(regime.contains("href=\"#releasability/regime\""), regime);
    }

    @Test
    void a_mended_file_begins_with_the_settings_of_the_faulty_one() {
        Visitor officer = as("nl.officer");
        StubDenials.answer("GET", API, 200, anImport("FAULTY", ""));
        StubDenials.file("/denials/v1/imports/template", "text/csv", "reference,name");

        assertEquals(200, officer.get("/imports/new").status());
        String like = officer.get("/imports/new?like=" + ID).body();
        Visitor.Page template = officer.get("/imports/template?format=csv");

        assertTrue(like.contains("value=\"REFUSAL\" selected"), like);
        assertTrue(like.matches("(?s).*id=\"decisionDate-month\"[^>]*value=\"3\".*"));
        assertEquals("reference,name", template.body());
    }

    @Test
    void a_form_that_was_given_back_asks_for_its_file_again() {
        Visitor officer = as("nl.officer");

        Visitor.Page page = officer.post("/imports/new", Map.of("kind", "BROKERING"));

        assertEquals(422, page.status());
        assertTrue(page.body().contains("Choose the file again"));
        assertTrue(page.body().contains("value=\"BROKERING\" selected"));
    }

    @Test
    void every_fault_is_named_by_row_and_column() {
        Visitor officer = as("nl.officer");
        StubDenials.answer(
                "GET",
                API,
                200,
                anImport(
                        "FAULTY",
                        "\"faultCount\": 1,"
                                + " \"faults\": [{\"row\": 4, \"column\": \"denial_cle\", \"detail\": \"This is <no> entry.\"}],"));

        String page = officer.get(PAGE).body();

        assertTrue(page.contains("1 fault"), page);
        assertTrue(page.contains("denial_cle"));
        assertTrue(page.contains("This is &lt;no&gt; entry."));
        assertTrue(page.contains("/imports/new?like=" + ID));
        assertFalse(page.contains("/apply"));
    }

    @Test
    void while_a_step_runs_the_page_tells_how_far_it_is_and_offers_no_other() {
        Visitor officer = as("nl.officer");
        StubDenials.answer("GET", API, 200, anImport("APPLYING", ""));

        String page = officer.get(PAGE).body();

        assertTrue(page.contains("data-waiting=\"" + PAGE + "\""), page);
        assertTrue(page.contains("3 of 12"));
        assertFalse(page.contains("http-equiv"), "no page loads itself (WCAG 2.2.2)");
        assertFalse(page.contains("method=\"post\" action=\"/imports"));
    }

    @Test
    void a_step_that_was_broken_off_can_be_taken_again() {
        Visitor officer = as("nl.officer");
        StubDenials.answer("GET", API, 200, anImport("SUBMITTING", "\"interrupted\": true,"));

        String page = officer.get(PAGE).body();

        assertTrue(page.contains("action=\"/imports/" + ID + "/submit\""), page);
        assertFalse(page.contains("http-equiv"));
    }

    @Test
    void why_a_step_was_undone_is_told_by_reference_and_field() {
        Visitor officer = as("nl.officer");
        StubDenials.answer(
                "GET",
                API,
                200,
                anImport(
                        "APPLIED",
                        "\"failure\": [{\"pointer\": \"/NL~12026~11/parties/0/address\", \"detail\": \"Missing.\"}],"));
        StubDenials.answer("GET", API + "/records", 200, "{\"items\": []}");

        String page = officer.get(PAGE).body();

        assertTrue(page.contains("The last step was undone"), page);
        assertTrue(page.contains("NL/2026/1: Address: <span lang=\"en\">Missing."));
    }

    @Test
    void R270_who_applies_a_file_reads_that_changed_drafts_keep_their_release() {
        Visitor officer = as("nl.officer");
        StubDenials.answer("GET", API + "/records", 200, "{\"items\": []}");
        StubDenials.answer("GET", API, 200, anImport("CHECKED", ""));
        assertTrue(officer.get(PAGE).body().contains("Their release, marking and uses stay"));
        StubDenials.answer("GET", API, 200, anImport("CHECKED", "").replace("\"changed\": 1", "\"changed\": 0"));
        assertFalse(officer.get(PAGE).body().contains("Their release, marking and uses stay"));
    }

    @Test
    void a_step_names_the_version_that_its_page_showed_and_tells_when_it_is_overtaken() {
        Visitor officer = as("nl.officer");
        StubDenials.answer("GET", API, 200, anImport("CHECKED", ""));
        StubDenials.answer("GET", API + "/records", 200, "{\"items\": []}");
        StubDenials.refuse("POST", API + "/apply", 412, "stale", "[]");

        Visitor.Page page = officer.post(PAGE + "/apply", Map.of("etag", "\"seen\""));

        assertEquals(303, page.status());
        Visitor.Page told = officer.follow(page);
        assertTrue(told.body().contains("somebody else went on with this import"), told.body());
        assertTrue(told.body().contains("<title>Error:"), told.body());
        assertEquals(PAGE, officer.get(PAGE + "/apply").address().getPath(), "led to the file");
        assertEquals(
                Optional.of("\"seen\""), StubDenials.requests("POST").getFirst().ifMatch());
        assertEquals(
                404, officer.post(PAGE + "/delete", Map.of("etag", "\"seen\"")).status());
    }

    @Test
    void whoever_approves_a_file_reads_what_is_released_to_whom_and_is_warned() {
        String denial = "0190f6d2-3333-7000-8000-000000000003";
        StubDenials.answer("GET", API, 200, anImport("SUBMITTED", "\"passedOver\": 1,"));
        StubDenials.offers("nl.approver", "approve", "return");
        StubDenials.answer("GET", API + "/records", 200, """
                {"items": [{"reference": "NL/1", "firstRow": 2, "change": "UNCHANGED",
                            "denial": "0190f6d2-4444-7000-8000-000000000004"},
                           {"reference": "NL/2", "firstRow": 3, "change": "NEW", "denial": "%s",
                            "passedOver": true}]}""".formatted(denial));
        StubDenials.answer("GET", "/denials/v1/denials/" + denial + "/warnings", 200, """
                {"items": [{"code": "UNUSUAL_AUDIENCE", "detail": "It reaches more than most.", "states": ["JP"]},
                           {"code": "POSSIBLE_DUPLICATE", "detail": "One like it.", "refs": []}]}""");

        String page = as("nl.approver").get(PAGE).body();
        String officers = as("nl.officer").get(PAGE).body();

        assertTrue(page.contains("Approve and notify all"), "though who submitted it does not answer");
        assertTrue(officers.contains("They wait for an approver"));
        for (String read : new String[] {page, officers}) {
            assertTrue(read.contains("Refusal of a licence"), read);
            assertTrue(read.contains("1 March 2026"));
            assertTrue(read.contains("Germany") && read.contains("AMBER"));
        }
        assertTrue(page.contains("It reaches more than most.") && page.contains("Japan"), page);
        assertTrue(page.contains("1 denial was left out of the last step") && page.contains("Left out</strong>"));
        assertFalse(page.contains("One like it."), "that is of one denial alone");
        assertTrue(
                StubDenials.requests("GET").stream().noneMatch(it -> it.path().contains("4444")),
                "what was imported before tells nothing of who submitted this");
    }

    @Test
    void a_file_that_is_too_large_is_told_at_its_field() {
        Visitor officer = as("nl.officer");
        StubDenials.refuse("POST", "/denials/v1/imports", 413, "too-large", "[]");

        String here = officer.upload("/imports/new", Map.of("kind", "BROKERING"), "a.csv", "x".repeat(8 * 1024 * 1024))
                .body();
        int sent = StubDenials.requests("POST").size();
        String there = officer.upload("/imports/new", Map.of("kind", "BROKERING"), "a.csv", "x")
                .body();

        assertEquals(0, sent, "nothing is sent that would be refused");
        for (String page : new String[] {here, there}) {
            assertTrue(page.contains("larger than 8 MB"), page);
            assertTrue(page.contains("href=\"#file\"") && page.contains("value=\"BROKERING\" selected"));
        }
    }

    @Test
    void a_key_that_was_used_for_something_else_leads_to_what_there_is_and_is_replaced() {
        Visitor officer = as("nl.officer");
        StubDenials.refuse(
                "POST",
                "/denials/v1/imports",
                422,
                "idempotency-key-reused",
                "[{\"pointer\": \"Idempotency-Key\", \"detail\": \"Use a new key for a new request.\"}]");

        String page = officer.upload("/imports/new", Map.of("kind", "BROKERING", "key", "used-before"), "a.csv", "x")
                .body();

        assertTrue(page.contains("Something was sent with this form already"), page);
        assertFalse(page.contains("Use a new key"));
        assertTrue(page.matches("(?s).*name=\"key\" value=\"[0-9a-f-]{36}\".*"), page);
    }

    @Test
    void a_list_is_downloaded_as_it_is_narrowed_and_never_shown_as_a_page() {
        Visitor officer = as("nl.officer");
        StubDenials.file("/denials/v1/exports", "application/json", "{\"items\": []}");

        Visitor.Page file = officer.get("/denials/export?format=json&status=REVOKED&destination=KZ");

        assertEquals("{\"items\": []}", file.body());
        assertTrue(file.header("Content-Type").orElseThrow().startsWith("application/json"));
        assertTrue(file.header("Content-Disposition").orElseThrow().startsWith("attachment"));
        String query = StubDenials.requests("GET").getLast().query();
        assertTrue(query.contains("status=REVOKED") && query.contains("destination=KZ"), query);
        assertEquals(404, officer.get("/denials/export?format=exe").status());
        assertEquals(404, as("nl.admin").get("/denials/export?format=csv").status());
    }

    @Test
    void a_list_that_is_too_long_for_a_file_says_what_to_do() {
        Visitor officer = as("nl.officer");
        StubDenials.refuse("GET", "/denials/v1/exports", 422, "too-many-records", "[]");
        StubDenials.answer("GET", "/denials/v1/denials", 200, "{\"items\": []}");

        Visitor.Page page = officer.get("/denials/export?format=csv&status=NOTIFIED");

        assertEquals("/denials", page.address().getPath());
        assertTrue(page.address().getQuery().contains("status=NOTIFIED"));
        assertTrue(page.body().contains("Narrow the list by a filter"));
    }

    private Visitor as(String user) {
        return Visitor.signedIn(portal, user);
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
