package org.comity.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of consultations: for whom they are, and how faults, refusals and colleagues' changes are told. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class ConsultationPagesTest {

    private static final String ID = "0190f6d2-1111-7000-8000-000000000001";
    private static final String NOTE = "0190f6d2-2222-7000-8000-000000000002";
    private static final String API = "/denials/v1/consultations/" + ID;
    private static final String PAGE = "/consultations/" + ID;
    private static final String STALE = problem(412, "precondition-failed", "");
    private static final String OFFERED = "\"steps\": [\"reply\", \"ask\", \"propose\"]";

    @TestHTTPResource("/")
    URI portal;

    private final Services services = new Services();

    /** What the denials service answers, and what came to it. */
    private static final class Services {

        Services on(String request, int status, String etag, String json) {
            String[] parts = request.split(" ");
            StubDenials.answer(parts[0], parts[1], status, json, Map.of("ETag", etag));
            return this;
        }

        List<StubDenials.Request> came(String request) {
            String[] parts = request.split(" ");
            return StubDenials.requests(parts[0]).stream()
                    .filter(it -> it.path().equals(parts[1]))
                    .toList();
        }
    }

    @AfterEach
    void forget() {
        StubDenials.reset();
    }

    @Test
    void the_navigation_leads_there_for_desk_and_point_of_contact_alone() {
        for (String user : new String[] {"ee.officer", "ee.approver", "ee.poc"}) {
            assertTrue(signedIn(user).get("/home").body().contains("href=\"/consultations\""), user);
        }
        for (String user : new String[] {"ee.analyst", "ee.auditor", "ee.admin", "secretariat.staff"}) {
            Visitor visitor = signedIn(user);
            assertFalse(visitor.get("/home").body().contains("href=\"/consultations\""), user);
            services.on("GET " + API, 200, "\"1\"", received("REQUESTED", ""));
            for (String path : new String[] {"/consultations", "/consultations/new", PAGE, PAGE + "/decide"}) {
                assertEquals(404, visitor.get(path).status(), user + " " + path);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/draft", "/draft/check", "/decide", "/threads/EE/reply", "/notes/" + NOTE})
    void a_point_of_contact_reads_and_takes_no_step(String step) {
        services.on("GET " + API, 200, "\"1\"", received("REQUESTED", "").replace(OFFERED, "\"steps\": []"));
        Visitor contact = signedIn("ee.poc");

        Visitor.Page page = contact.get(PAGE);

        assertEquals(200, page.status());
        assertFalse(page.body().contains(PAGE + "/threads/EE/reply"));
        assertFalse(page.body().contains("Internal notes"));
        assertTrue(services.came("GET " + API + "/notes").isEmpty());
        assertEquals(404, contact.get(PAGE + step).status());
    }

    @Test
    void a_list_says_by_when_and_an_empty_one_what_to_do_next() {
        services.on("GET /denials/v1/consultations", 200, "\"1\"", """
                {"items": [{"id": "%s", "ref": "CN-NL-2026-7KQ4M2", "role": "RECEIVED", "status": "REQUESTED",
                "requestingState": "NL", "consultedStates": ["EE"], "type": "NO_UNDERCUT", "destination": "KZ",
                "controlCodes": ["5A001.f.2"], "tlp": "AMBER", "dueAt": "2999-12-03T21:59:59.999999Z",
                "dueOn": "2999-12-03", "calendarState": "EE", "zone": "Europe/Tallinn", "silent": false, "awaits": ["REPLY"],
                "updatedAt": "2026-11-19T08:00:00Z"}]}""".formatted(ID));
        Visitor officer = signedIn("ee.officer");

        String list = officer.get("/consultations").body();

        assertTrue(list.contains("Netherlands asks"), list);
        assertTrue(list.contains("by 3 Dec 2999"), list);
        assertTrue(list.contains("on your own calendar, Eastern European"), list);
        assertTrue(list.contains("Kazakhstan"));

        services.on(
                "GET /denials/v1/consultations",
                200,
                "\"1\"",
                "{\"items\": [{\"id\": \"" + ID + "\", \"ref\": \"CN-NL-2026-7KQ4M2\", \"role\": \"SENT\","
                        + " \"status\": \"DECISION_PENDING\", \"requestingState\": \"NL\", \"type\": \"LOCATION\","
                        + " \"controlCodes\": [], \"tlp\": \"AMBER\", \"silent\": true, \"awaits\": [\"DECISION\"],"
                        + " \"updatedAt\": \"2026-11-19T08:00:00Z\"}]}");
        String late = officer.get("/consultations?view=sent").body();
        assertTrue(late.contains("Late"), late);
        assertTrue(late.contains("passed without an answer"));
        assertTrue(late.contains("record your decision"));

        services.on("GET /denials/v1/consultations", 200, "\"1\"", "{\"items\": []}");
        assertTrue(officer.get("/consultations?view=sent").body().contains("Consult its originator"));
        assertTrue(officer.get("/consultations?view=answer").body().contains("Nothing to answer"));
        assertEquals(200, officer.get("/consultations?view=nothing").status());
    }

    @Test
    void a_consulted_state_reads_its_own_thread_and_the_words_that_nothing_is_blocked() {
        services.on("GET " + API, 200, "\"1\"", received("REQUESTED", ""))
                .on("GET " + API + "/notes", 200, "\"n\"", "{\"items\": []}");

        String page = signedIn("ee.officer").get(PAGE).body();

        assertTrue(page.contains("A consultation never blocks a decision"), page);
        assertTrue(page.contains("creates no duty to deny"));
        assertTrue(page.contains("until then counts as “not identical”"), page);
        assertTrue(page.contains("Eastern European"), page);
        assertTrue(page.contains("Only people of your state"));
        assertFalse(page.contains("Consulted states"));
        assertFalse(page.contains("Record the decision"));
    }

    @ParameterizedTest
    @CsvSource({
        "reply, answer, text",
        "ask, text, text",
        "extend, workingDays, text",
    })
    void what_the_service_finds_wrong_stands_at_its_field_and_what_was_typed_is_kept(
            String verb, String field, String kept) {
        services.on("GET " + API, 200, "\"1\"", received("REQUESTED", ""))
                .on("POST " + API + "/threads/EE/" + verb, 422, "\"1\"", problem(422, "missing-values", "/" + field));
        Visitor officer = signedIn("ee.officer");
        assertEquals(200, officer.get(PAGE + "/threads/EE/" + verb).status());

        Visitor.Page page = officer.post(PAGE + "/threads/EE/" + verb, Map.of("etag", "\"1\"", kept, "What I wrote"));

        assertEquals(422, page.status());
        assertTrue(page.body().contains("<title>Error:"), page.body());
        assertTrue(page.body().contains("href=\"#" + field + "\""), page.body());
        assertTrue(page.body().contains("id=\"" + field + "-error\""));
        assertTrue(page.body().contains("What I wrote"));
        assertEquals(
                Optional.of("\"1\""),
                services.came("POST " + API + "/threads/EE/" + verb).getFirst().ifMatch());
    }

    @Test
    void days_that_are_no_number_never_reach_the_service() {
        services.on("GET " + API, 200, "\"1\"", received("REQUESTED", ""));

        Visitor.Page page = signedIn("ee.officer")
                .post(PAGE + "/threads/EE/extend", Map.of("etag", "\"1\"", "workingDays", "five"));

        assertEquals(422, page.status());
        assertTrue(page.body().contains("Enter a whole number of working days"));
        assertTrue(page.body().contains("value=\"five\""));
        assertTrue(services.came("POST " + API + "/threads/EE/extend").isEmpty());
    }

    @Test
    void a_change_in_the_meantime_is_told_and_the_reply_kept_with_the_new_version() {
        services.on("GET " + API, 200, "\"2\"", received("REQUESTED", ""))
                .on("POST " + API + "/threads/EE/reply", 412, "\"2\"", STALE);

        Visitor.Page page = signedIn("ee.officer")
                .post(
                        PAGE + "/threads/EE/reply",
                        Map.of("etag", "\"1\"", "answer", "IDENTICAL", "text", "The same end-user"));

        assertEquals(412, page.status());
        assertTrue(page.body().contains("Something has changed here in the meantime"));
        assertTrue(page.body().contains("The same end-user"));
        assertTrue(page.body().contains("value=\"&quot;2&quot;\""), page.body());
        assertTrue(page.body().matches("(?s).*value=\"IDENTICAL\" checked.*"));
    }

    @Test
    void R336_a_question_is_acknowledged_by_one_press_and_both_read_it() {
        String offered = received("REQUESTED", "").replace("\"reply\", ", "\"acknowledge\", \"reply\", ");
        services.on("GET " + API, 200, "\"2\"", offered)
                .on("GET " + API + "/notes", 200, "\"1\"", "{\"items\": []}")
                .on("POST " + API + "/threads/EE/acknowledge", 200, "\"3\"", received("REQUESTED", ""));
        Visitor officer = signedIn("ee.officer");

        String page = officer.get(PAGE).body();
        assertTrue(page.contains("action=\"" + PAGE + "/threads/EE/acknowledge\""), page);
        Visitor.Page sent = officer.post(PAGE + "/threads/EE/acknowledge", Map.of("etag", "\"2\""));
        assertEquals(303, sent.status());
        assertEquals(
                Optional.of("\"2\""),
                services.came("POST " + API + "/threads/EE/acknowledge")
                        .getFirst()
                        .ifMatch());

        services.on(
                "GET " + API,
                200,
                "\"3\"",
                received("REQUESTED", "")
                        .replace(
                                "\"denials\": [",
                                "\"exchanges\": [{\"by\": \"EE\", \"kind\": \"ACKNOWLEDGED\","
                                        + " \"at\": \"2026-11-19T09:00:00Z\"}], \"denials\": ["));
        String told = officer.get(PAGE + "?done=acknowledged").body();
        assertTrue(told.contains("Estonia confirmed that it has the question"), told);
        assertTrue(told.contains("Confirmed. The other state can see"), told);
    }

    @Test
    void a_step_that_has_become_impossible_says_why() {
        services.on("GET " + API, 200, "\"2\"", received("DECISION_PENDING", "REPLIED_IDENTICAL"))
                .on(
                        "POST " + API + "/threads/EE/ask",
                        409,
                        "\"2\"",
                        "{\"type\": \"urn:comity:problem:already-replied\", \"title\": \"Already replied\","
                                + " \"status\": 409}");
        Visitor officer = signedIn("ee.officer");

        Visitor.Page page = officer.post(PAGE + "/threads/EE/ask", Map.of("etag", "\"2\"", "text", "Which bands?"));

        assertEquals(409, page.status());
        assertTrue(
                page.body().contains("This step is no longer possible. <span lang=\"en\">Already replied"),
                page.body());
        // nor is it offered any more
        assertEquals(303, officer.getOnce(PAGE + "/threads/EE/ask").status());
    }

    @Test
    void a_late_reply_is_marked_beside_what_silence_counted_as() {
        String late = received("DECISION_PENDING", "DEEMED_NOT_IDENTICAL")
                .replace(
                        "\"late\": false}",
                        "\"late\": true}, \"deemed\": {\"as\": \"NOT_IDENTICAL\","
                                + " \"at\": \"2026-11-19T21:59:59.999999Z\"}, \"exchanges\": [{\"by\": \"EE\","
                                + " \"kind\": \"REPLIED\", \"text\": \"We were late\", \"at\": \"2026-11-20T08:00:00Z\"}]");
        services.on("GET " + API, 200, "\"1\"", late).on("GET " + API + "/notes", 200, "\"n\"", "{\"items\": []}");
        Visitor officer = signedIn("ee.officer");

        String page = officer.get(PAGE).body();

        assertTrue(page.contains("Silence: not identical"), page);
        assertTrue(page.matches("(?s).*Estonia replied: Essentially identical <strong[^>]*>Late</strong>.*"), page);
        assertTrue(page.contains("What silence counted as stands"));
        assertTrue(page.indexOf("it counts as “Not identical”") < page.indexOf("We were late"), "in their order");
        assertEquals(303, officer.getOnce(PAGE + "/threads/EE/reply").status());
    }

    @Test
    void a_deadline_that_is_ahead_is_never_told_as_past() {
        services.on("GET " + API, 200, "\"1\"", received("DECISION_PENDING", "REPLIED_IDENTICAL"))
                .on("GET " + API + "/notes", 200, "\"n\"", "{\"items\": []}");

        String page = signedIn("ee.officer").get(PAGE).body();

        assertTrue(page.contains("No answer is awaited any more. The deadline is the end of 3 December 2999"), page);
        assertFalse(page.contains("The deadline was"));
    }

    @Test
    void a_list_keeps_its_place_and_a_step_that_is_gone_says_so() {
        services.on("GET " + API, 200, "\"1\"", received("CLOSED", "REPLIED_IDENTICAL"))
                .on("GET " + API + "/notes", 200, "\"n\"", "{\"items\": []}")
                .on("GET /denials/v1/consultations", 200, "\"1\"", """
                        {"items": [{"id": "%s", "ref": "CN-NL-2026-7KQ4M2", "role": "RECEIVED", "status": "REQUESTED",
                        "requestingState": "NL", "type": "NO_UNDERCUT", "controlCodes": [], "tlp": "AMBER",
                        "silent": false, "awaits": [], "updatedAt": "2026-11-19T08:00:00Z"}]}""".formatted(ID));
        Visitor officer = signedIn("ee.officer");

        String list = officer.get("/consultations?view=answered&cursor=abc&trail=first")
                .body();
        String from = "?from=view%3Danswered%26cursor%3Dabc%26trail%3Dfirst";
        Visitor.Page gone = officer.get(PAGE + "/threads/EE/reply");

        assertTrue(list.contains("href=\"" + PAGE + from + "\""), list);
        assertTrue(list.contains("a further page"));
        assertTrue(officer.get(PAGE + from)
                .body()
                .contains("href=\"/consultations?view=answered&amp;cursor=abc&amp;trail=first#c-" + ID + "\""));
        assertFalse(officer.get(PAGE + "?from=//elsewhere.example").body().contains("href=\"//elsewhere"));
        assertTrue(gone.body().contains("That step is not possible now"), gone.body());
        assertEquals(PAGE, officer.get(PAGE + "/notes").address().getPath());
    }

    @Test
    void whoever_adds_states_is_told_what_the_transaction_carries_to_them() {
        services.on(
                "GET " + API,
                200,
                "\"1\"",
                draft().replace("{\"state\": \"EE\"}", "{\"state\": \"EE\", \"denialRefs\": [\"DN-EE-2026-7KQ4M2\"]}"));
        Visitor officer = signedIn("nl.officer");

        String cites = officer.get(PAGE + "/draft/states").body();
        services.on("GET " + API, 200, "\"1\"", draft());
        String scratch = officer.get(PAGE + "/draft/states").body();

        assertTrue(cites.contains("copied from a denial"), cites);
        assertFalse(scratch.contains("copied from a denial"));
        assertTrue(officer.get(PAGE + "/draft").body().contains("<title>Draft of a consultation: CN-"));
    }

    @Test
    void both_texts_of_a_draft_are_shown_and_what_was_removed_stays_to_be_added() {
        services.on("GET " + API, 200, "\"2\"", draft()).on("PUT " + API, 412, "\"2\"", STALE);
        Visitor officer = signedIn("nl.officer");

        Visitor.Page both = officer.post(PAGE + "/draft/question", Map.of("etag", "\"1\"", "question", "Mine"));
        Visitor.Page removed =
                officer.post(PAGE + "/draft/items/4", Map.of("etag", "\"1\"", "description", "Of mine, and long"));

        assertEquals(412, both.status());
        assertTrue(
                both.body().contains("id=\"question-saved\"") && both.body().contains("Is it the same?"), both.body());
        assertTrue(both.body().contains("Mine</textarea>"));
        assertEquals(409, removed.status());
        assertTrue(removed.body().contains("Of mine, and long</textarea>"), removed.body());
        assertTrue(removed.body().contains("action=\"" + PAGE + "/draft/items/new\""));
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSIT_ALLOWED, NO_UNDERCUT, undercut-notice, allowed a transit, granted a licence, Why it was allowed",
        "GRANTED, NO_UNDERCUT, undercut-notice, granted a licence, allowed a transit, Why it was granted",
        "TRANSIT_ALLOWED, ESSENTIAL_INTEREST, essential-interest-notice, allowed the transit, granted the licence, Why it was allowed",
    })
    void R262_the_notice_of_whatever_lets_the_goods_go_is_sent_in_its_words(
            String outcome, String type, String notice, String said, String unsaid, String why) {
        services.on("GET " + API, 200, "\"1\"", decided("SENT", outcome, type, false))
                .on("GET " + API + "/notes", 200, "\"n\"", "{\"items\": []}")
                .on("POST " + API + "/" + notice, 200, "\"2\"", decided("SENT", outcome, type, true));
        Visitor approver = signedIn("nl.approver");

        assertTrue(approver.get(PAGE).body().contains("href=\"" + PAGE + "/notice\""));
        Visitor.Page form = approver.get(PAGE + "/notice");
        approver.post(PAGE + "/notice", Map.of("etag", "\"1\"", "reasons", "Civil use"));

        assertEquals(200, form.status());
        assertTrue(form.body().contains("your state " + said), form.body());
        assertFalse(form.body().contains("your state " + unsaid));
        assertEquals(1, services.came("POST " + API + "/" + notice).size());

        services.on("GET " + API, 200, "\"1\"", decided("NOTIFIED", outcome, type, true));
        String told = signedIn("ee.officer").get(PAGE).body();
        assertTrue(told.contains("Netherlands " + said.replace("the ", "a ")), told);
        assertTrue(told.contains(why), told);
        assertTrue(told.contains("NG-NL-2026-7KQ4M2"));
    }

    @Test
    void R262_a_transit_whose_notice_is_outstanding_is_work_on_the_first_page() {
        services.on("GET /denials/v1/consultations", 200, "\"1\"", """
                {"items": [{"id": "%s", "ref": "CN-NL-2026-7KQ4M2", "role": "SENT", "status": "TRANSIT_ALLOWED",
                "requestingState": "NL", "consultedStates": ["EE"], "type": "NO_UNDERCUT", "controlCodes": [],
                "tlp": "AMBER", "silent": false, "awaits": ["NOTICE"], "updatedAt": "2026-11-19T08:00:00Z"}]}""".formatted(ID))
                .on("GET " + API, 200, "\"1\"", decided("SENT", "TRANSIT_ALLOWED", "NO_UNDERCUT", false));

        String home = signedIn("nl.approver").get("/home").body();

        assertTrue(home.contains("Notices to send to other states"), home);
        assertTrue(services.came("GET /denials/v1/consultations").stream()
                .anyMatch(it -> it.query().contains("status=GRANTED&status=TRANSIT_ALLOWED")));
        assertTrue(home.contains("A notice to other states is outstanding"), home);
    }

    @Test
    void R266_the_list_is_narrowed_and_each_filter_can_be_taken_off() {
        services.on("GET /denials/v1/consultations", 200, "\"1\"", "{\"items\": []}");
        Visitor officer = signedIn("nl.officer");

        String list = officer.get("/consultations?view=sent&state=EE&item=5A001&destination=KZ")
                .body();

        String query = services.came("GET /denials/v1/consultations").getLast().query();
        assertTrue(query.contains("role=sent&state=EE&item=5A001&destination=KZ"), query);
        assertTrue(list.contains("<title>Consultations, Sent, filtered"), list);
        assertTrue(list.contains("href=\"/consultations?view=sent&amp;item=5A001&amp;destination=KZ\""), list);
        assertTrue(list.contains("With: Estonia"));
        assertTrue(list.contains("Destination: Kazakhstan"));
        assertTrue(list.contains("href=\"/consultations?view=closed&amp;state=EE&amp;item=5A001&amp;destination=KZ\""));
        assertTrue(list.contains("None of these match"));
        assertTrue(list.contains("name=\"view\" value=\"sent\""));
        assertFalse(officer.get("/consultations?view=sent").body().contains("comity-chip"));
    }

    @Test
    void R266_what_is_wrong_with_a_filter_is_told_at_its_field() {
        services.on("GET /denials/v1/consultations", 400, "\"1\"", problem(400, "malformed-request", "item"));

        String list =
                signedIn("nl.officer").get("/consultations?view=sent&item=imsi").body();

        assertTrue(list.contains("<title>Error: "), list);
        assertTrue(list.contains("href=\"#item\""), list);
        assertTrue(list.contains("id=\"item-error\""));
        assertTrue(list.contains("value=\"imsi\""));
        assertFalse(list.contains("None of these match"));
    }

    @Test
    void the_thread_of_another_state_is_a_page_that_there_is_not() {
        services.on("GET " + API, 200, "\"1\"", received("REQUESTED", ""));

        assertEquals(404, signedIn("ee.officer").get(PAGE + "/threads/JP/reply").status());
    }

    @Test
    void two_who_change_one_note_see_both_texts() {
        services.on("GET " + API, 200, "\"1\"", received("REQUESTED", ""))
                .on("GET " + API + "/notes/" + NOTE, 200, "\"b\"", """
                        {"id": "%s", "writtenBy": {"id": "a", "name": "Mari Invented"},
                        "at": "2026-11-19T08:00:00Z", "text": "What she wrote since",
                        "editedBy": {"id": "b", "name": "Jaan Invented"}, "editedAt": "2026-11-20T08:00:00Z"}""".formatted(NOTE))
                .on("PUT " + API + "/notes/" + NOTE, 412, "\"b\"", STALE);

        Visitor.Page page = signedIn("ee.officer")
                .post(PAGE + "/notes/" + NOTE, Map.of("etag", "\"a\"", "text", "What I wrote meanwhile"));

        assertEquals(412, page.status());
        assertTrue(page.body().contains("What she wrote since"));
        assertTrue(page.body().contains("What I wrote meanwhile"));
        assertTrue(page.body().contains("As Jaan Invented saved it"), page.body());
        assertTrue(page.body().contains("value=\"&quot;b&quot;\""), "saving again means it");
    }

    @Test
    void a_draft_s_fault_is_told_where_it_is_typed_and_its_steps_keep_what_they_do_not_show() {
        services.on("GET " + API, 200, "\"1\"", draft())
                .on(
                        "POST " + API + "/submit",
                        422,
                        "\"1\"",
                        problem(422, "missing-values", "/consultedStates/0/denialRefs"))
                .on("PUT " + API, 200, "\"2\"", draft());
        Visitor officer = signedIn("nl.officer");

        Visitor.Page check = officer.post(PAGE + "/draft/check", Map.of("etag", "\"1\""));
        assertEquals(422, check.status());
        assertTrue(check.body().contains("href=\"" + PAGE + "/draft/states/EE#theirs\""), check.body());

        officer.post(PAGE + "/draft/transaction", Map.of("etag", "\"1\"", "candidateTransaction/destination", "UZ"));
        String sent = services.came("PUT " + API).getFirst().body();
        assertTrue(sent.contains("\"destination\":\"UZ\""), sent);
        assertTrue(sent.contains("\"question\":\"Is it the same?\""), sent);
        assertTrue(sent.contains("\"value\":125000"), sent);
        assertTrue(sent.contains("\"state\":\"EE\""), sent);
        assertTrue(sent.contains("\"name\":\"Korund Invented\""), sent);
        assertEquals(303, officer.getOnce(PAGE + "/draft/items/7").status());
        assertEquals(303, officer.getOnce(PAGE + "/draft/states/JP").status());
        assertEquals(404, officer.get(PAGE + "/draft/nothing").status());
    }

    private Visitor signedIn(String user) {
        return Visitor.signedIn(portal, user);
    }

    private static String problem(int status, String slug, String pointer) {
        String errors = pointer.isEmpty()
                ? ""
                : ", \"errors\": [{\"pointer\": \"" + pointer + "\", \"detail\": \"This is missing.\"}]";
        return "{\"type\": \"urn:comity:problem:" + slug + "\", \"title\": \"No\", \"status\": " + status + errors
                + "}";
    }

    /** What Estonia is asked by the Netherlands. */
    private static String received(String status, String replied) {
        String thread = replied.isEmpty()
                ? "\"status\": \"REQUESTED\", " + OFFERED
                : "\"status\": \"" + replied + "\", \"reply\": {\"answer\": \"IDENTICAL\","
                        + " \"at\": \"2026-11-20T08:00:00Z\", \"late\": false}";
        return """
                {"id": "%s", "ref": "CN-NL-2026-7KQ4M2", "role": "RECEIVED", "status": "%s",
                "requestingState": "NL", "type": "NO_UNDERCUT", "tlp": "AMBER", "withoutPrejudice": true,
                "updatedAt": "2026-11-19T08:00:00Z", "requestedAt": "2026-11-19T08:00:00Z",
                "procedure": {"code": "NO_UNDERCUT_CONSULTATION", "version": 1, "replyDays": 10, "extensionDays": 30,
                              "notifyPreferredDays": 45, "notifyLatestDays": 90},
                "candidateTransaction": {"items": [{"controlCode": "5A001.f.2", "description": "IMSI catcher"}],
                "destination": "KZ", "parties": [{"role": "END_USER", "name": "Korund Invented", "country": "KZ"}]},
                "question": "Is it the same?",
                "threads": [{"id": "%s", "state": "EE", "voluntary": false, %s,
                "denials": [{"id": "%s", "ref": "DN-EE-2026-7KQ4M2", "catchAll": false}],
                "clock": {"calendarState": "EE", "zone": "Europe/Tallinn", "requestedOn": "2026-11-19",
                "dueOn": "2999-12-03", "dueAt": "2999-12-03T21:59:59.999999Z", "silence": "NOT_IDENTICAL"}}]}""".formatted(ID, status, NOTE, thread, NOTE);
    }

    /** What the Netherlands decided, for this reader, with its notice. */
    private static String decided(String role, String outcome, String type, boolean sent) {
        String field = type.equals("NO_UNDERCUT") ? "undercutNotice" : "essentialInterestNotice";
        String notice = type.equals("NO_UNDERCUT") ? "undercut-notice" : "essential-interest-notice";
        String steps = role.equals("SENT") && !sent ? "\"" + notice + "\"" : "";
        String told = sent
                ? ", \"ref\": \"NG-NL-2026-7KQ4M2\", \"sentAt\": \"2026-11-20T08:00:00Z\", \"reasons\": \"Civil use\""
                : "";
        String party = role.equals("NOTIFIED")
                ? ""
                : ", \"requestedAt\": \"2026-11-19T08:00:00Z\", \"outcome\": {\"outcome\": \"" + outcome
                        + "\", \"explanation\": \"Civil use\", \"decidedAt\": \"2026-11-19T09:00:00Z\"},"
                        + " \"decidedBy\": {\"id\": \"someone\", \"name\": \"Someone Invented\"}";
        return """
                {"id": "%s", "ref": "CN-NL-2026-7KQ4M2", "role": "%s", "status": "%s", "requestingState": "NL",
                "type": "%s", "tlp": "AMBER", "withoutPrejudice": true, "updatedAt": "2026-11-19T08:00:00Z"%s,
                "steps": [%s], "%s": {"decidedOn": "2026-11-19", "preferredBy": "2026-12-19", "latestBy": "2027-01-18", "late": false%s}}""".formatted(ID, role, outcome, type, party, steps, field, told);
    }

    /** What the Netherlands are drafting. */
    private static String draft() {
        return """
                {"id": "%s", "ref": "CN-NL-2026-7KQ4M2", "role": "SENT", "status": "DRAFT", "requestingState": "NL",
                "type": "NO_UNDERCUT", "tlp": "AMBER", "withoutPrejudice": true, "updatedAt": "2026-11-19T08:00:00Z",
                "candidateTransaction": {"items": [{"controlCode": "5A001.f.2"}], "destination": "KZ",
                "parties": [{"role": "END_USER", "name": "Korund Invented"}]}, "question": "Is it the same?",
                "consultedStates": [{"state": "EE"}], "nationalAnnex": {"value": 125000, "currency": "EUR"},
                "steps": ["edit", "submit", "discard"]}""".formatted(ID);
    }
}
