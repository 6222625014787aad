package org.comity.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How long a denial stands, what is proposed with it, and what it said before: pages over a service that says what we tell it. */
@QuarkusTest
@QuarkusTestResource(PortalServers.class)
class DenialPagesTest {

    private static final String ID = "0190f6d2-1111-7000-8000-000000000001";
    private static final String PAGE = "/denials/" + ID;
    private static final String API = "/denials/v1/denials/" + ID;
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @TestHTTPResource("/")
    URI portal;

    @BeforeEach
    void begin() {
        StubDenials.reset();
    }

    @Test
    void an_originator_reads_how_long_it_stands_what_is_proposed_and_who_opened_it() {
        Visitor officer = as("nl.officer");
        denial("REVIEW_OVERDUE", TODAY.minusMonths(3), """
                "proposal": {"kind": "REVOCATION", "status": "NATIONAL_APPROVAL", "reason": "It was settled."},
                "submittedBy": {"id": "somebody", "name": "A colleague"}, "submittedAt": "2026-03-02T08:00:00Z",
                "finalAssessmentDue": true, "late": true, "notifiedDate": "2026-01-02",
                """);
        StubDenials.answer("GET", API + "/receipts", 200, """
                {"items": [{"state": "DE", "day": "2026-03-02", "version": 1},
                           {"state": "DE", "day": "2026-03-05", "version": 2}]}""");

        String page = officer.get(PAGE).body();

        assertTrue(page.contains("Its review is overdue"), page);
        assertTrue(page.contains("3 months ago"));
        assertTrue(page.contains("It is proposed to revoke this denial"));
        assertTrue(page.contains("It was settled."));
        assertTrue(page.contains("The suspension has ended"));
        assertTrue(page.contains("Notified after the latest day"));
        assertTrue(page.contains("5 March 2026, version 2"));
        assertTrue(page.contains("and on one day before"));
        assertTrue(page.contains("href=\"" + PAGE + "/renew\""));
        assertFalse(page.contains("action=\"" + PAGE + "/amend\""), "it would put an end to the proposal");
        assertFalse(page.contains("href=\"" + PAGE + "/proposal\""), "an officer does not approve");
    }

    @Test
    void a_part_that_fails_says_so_and_the_page_lives_on() {
        Visitor officer = as("nl.officer");
        denial("NOTIFIED", TODAY.plusDays(3), "");

        Visitor.Page page = officer.get(PAGE);

        assertEquals(200, page.status());
        assertTrue(page.body().contains("This part does not answer at the moment"));
        assertTrue(page.body().contains("in 3 days"));
    }

    @Test
    void a_reader_is_offered_nothing_and_asks_for_no_receipts() {
        Visitor german = as("de.approver");
        denial("EXPIRED", TODAY.minusDays(1), "");

        String page = german.get(PAGE).body();

        assertTrue(page.contains("It has expired."), page);
        assertFalse(page.contains("/renew"));
        assertFalse(page.contains("/versions"));
        assertTrue(
                StubDenials.requests("GET").stream().noneMatch(it -> it.path().endsWith("/receipts")));
        assertEquals(PAGE, german.get(PAGE + "/renew").address().getPath(), "led back to the denial");
        assertEquals(404, german.get(PAGE + "/versions").status());
        assertEquals(404, german.get(PAGE + "/versions/1").status());
    }

    @Test
    void what_is_kept_from_a_reader_is_never_shown_as_empty() {
        String party = "\"parties\": [{\"role\": \"END_USER\", \"name\": \"Orsel Grid\"}],";
        denial(
                "NOTIFIED",
                TODAY.plusYears(1),
                "\"withheld\": [{\"field\": \"reasons\", \"ground\": \"SECURITY\"}]," + party);
        String contact = as("de.poc").get(PAGE).body();
        String own = as("nl.poc").get(PAGE).body();
        denial("NOTIFIED", TODAY.plusYears(1), "\"shown\": \"HEADER\",");
        String analyst = as("nl.analyst").get(PAGE).body();

        assertTrue(contact.contains("Orsel Grid"), "the service gives it to a point of contact");
        assertTrue(contact.contains("Withheld: "), contact);
        assertFalse(own.contains("Withheld from other states"), "it is withheld from this reader too");
        assertTrue(analyst.contains("Parties, end-use and reasons are for licensing officers"), analyst);
        assertFalse(analyst.contains("No parties"), analyst);
    }

    @Test
    void the_grounds_that_a_renewal_lacks_are_asked_for_at_the_field() {
        Visitor officer = as("nl.officer");
        denial("REVIEW_DUE", TODAY.plusMonths(1), "\"renewalCount\": 2, \"renewalNeedsGrounds\": true,");
        StubDenials.refuse(
                "POST",
                API + "/renew",
                422,
                "missing-values",
                "[{\"pointer\": \"/renewalGrounds\", \"detail\": \"Say the grounds.\"}]");

        assertTrue(officer.get(PAGE + "/renew").body().contains("This renewal asks for its grounds"));
        Visitor.Page page = officer.post(PAGE + "/renew", Map.of("etag", "\"seen\""));

        assertEquals(422, page.status());
        assertTrue(page.body().contains("href=\"#renewalGrounds\""));
        assertTrue(page.body().contains("Say the grounds."));
        assertEquals(
                Optional.of("\"seen\""), StubDenials.requests("POST").getFirst().ifMatch());
    }

    @Test
    void what_was_typed_survives_a_colleague_s_change() {
        Visitor officer = as("nl.officer");
        denial("NOTIFIED", TODAY.plusYears(1), "");
        StubDenials.refuse("POST", API + "/revoke", 412, "stale", "[]");

        Visitor.Page page =
                officer.post(PAGE + "/revoke", Map.of("etag", "\"seen\"", "reason", "Granted on appeal <b>"));

        assertEquals(412, page.status());
        assertTrue(page.body().contains("Somebody else changed this in the meantime"));
        assertTrue(page.body().contains("Granted on appeal &lt;b&gt;"));
        assertTrue(page.body().contains("name=\"etag\" value=\"&quot;read&quot;\""), page.body());
    }

    @Test
    void what_a_colleague_saved_stands_beside_the_release_that_was_chosen() {
        Visitor approver = as("nl.approver");
        denial(
                "NATIONAL_APPROVAL",
                TODAY,
                "\"submittedBy\": {\"id\": \"a\", \"name\": \"A\"}, \"submittedAt\": \"2026-03-02T08:00:00Z\",");
        StubDenials.refuse("POST", API + "/approve", 412, "stale", "[]");

        Visitor.Page page = approver.post(
                PAGE + "/approve", Map.of("etag", "\"seen\"", "releasability/mode", "ORIGINATOR_ONLY", "tlp", "AMBER"));

        assertEquals(412, page.status());
        assertTrue(page.body().contains("Somebody else changed this in the meantime"), page.body());
        assertTrue(page.body().contains("id=\"releasability/mode-saved\""), "it goes to all by now");
        assertFalse(page.body().contains("id=\"tlp-saved\""), "where both say the same");
        assertTrue(page.body().matches("(?s).*value=\"ORIGINATOR_ONLY\" checked.*"), "what was chosen is kept");
        assertTrue(page.body().contains("name=\"etag\" value=\"&quot;read&quot;\""), "sending again means it");
    }

    @Test
    void what_was_written_for_a_step_that_is_gone_stays_on_the_page() {
        Visitor approver = as("nl.approver");
        denial("REVOKED", TODAY, "");
        StubDenials.refuse("POST", API + "/return", 412, "stale", "[]");

        Visitor.Page written =
                approver.post(PAGE + "/return", Map.of("etag", "\"seen\"", "reason", "The entry is another one"));
        Visitor.Page nothing = approver.post(PAGE + "/return", Map.of("etag", "\"seen\""));

        assertEquals(412, written.status());
        assertTrue(written.body().contains("The entry is another one</textarea>"), written.body());
        assertTrue(written.body().contains("That step is not possible now"));
        assertTrue(nothing.header("Location").orElseThrow().endsWith("?done=overtaken"));
    }

    @Test
    void a_new_draft_goes_on_to_the_part_that_follows() {
        StubDenials.answer("POST", "/denials/v1/denials", 201, """
                {"id": "%s", "ref": "DN-NL-2026-7KQ4M2", "version": 0, "originatorState": "NL", "status": "DRAFT",
                 "shown": "FULL", "updatedAt": "2026-03-02T08:00:00Z"}""".formatted(ID));

        Visitor.Page made = as("nl.officer").post("/denials/new/decision", Map.of("kind", "REFUSAL"));

        assertTrue(made.header("Location").orElseThrow().endsWith(PAGE + "/draft/items"), made.body());
    }

    @Test
    void both_texts_are_shown_when_a_colleague_saved_a_draft_first() {
        Visitor officer = as("nl.officer");
        denial("DRAFT", TODAY, "\"statedEndUse\": \"Theirs\", \"assessedEndUse\": \"The same\",");
        StubDenials.refuse("PUT", API, 412, "stale", "[]");

        Visitor.Page page = officer.post(
                PAGE + "/draft/end-use",
                Map.of("etag", "\"seen\"", "statedEndUse", "Mine <b>", "assessedEndUse", "The same"));

        assertEquals(412, page.status());
        assertTrue(page.body().contains("Mine &lt;b&gt;</textarea>"), page.body());
        assertTrue(page.body().contains("id=\"statedEndUse-saved\""));
        assertTrue(page.body().contains("Theirs"));
        assertFalse(page.body().contains("id=\"assessedEndUse-saved\""), "where both say the same");
        assertTrue(page.body().contains("target=\"_blank\""), "looking costs nothing");
    }

    @Test
    void what_was_typed_stays_when_a_colleague_removed_or_approved_it() {
        Visitor officer = as("nl.officer");
        denial("DRAFT", TODAY, "\"items\": [{\"description\": \"The other\"}],");
        Visitor.Page removed = officer.post(
                PAGE + "/draft/items/1", Map.of("etag", "\"seen\"", "description", "A long description of mine"));
        denial("NOTIFIED", TODAY.plusYears(1), "\"items\": [{\"description\": \"The other\"}],");
        StubDenials.refuse("PUT", API, 412, "stale", "[]");
        Visitor.Page approved = officer.post(
                PAGE + "/draft/items/0", Map.of("etag", "\"seen\"", "description", "A long description of mine"));

        assertEquals(409, removed.status());
        assertTrue(removed.body().contains("A long description of mine</textarea>"), removed.body());
        assertTrue(removed.body().contains("action=\"" + PAGE + "/draft/items/new\""));
        assertEquals(409, approved.status());
        assertTrue(approved.body().contains("This step is no longer possible"), approved.body());
        assertTrue(approved.body().contains("A long description of mine"));
    }

    @Test
    void another_person_approves_what_was_proposed_and_says_nothing_of_its_release() {
        Visitor approver = as("nl.approver");
        denial("REVIEW_DUE", TODAY.plusMonths(1), """
                "proposal": {"kind": "RENEWAL", "status": "NATIONAL_APPROVAL", "renewalGrounds": "The risk goes on."},
                "submittedBy": {"id": "somebody", "name": "A colleague"}, "submittedAt": "2026-03-02T08:00:00Z",
                """);
        StubDenials.offers("nl.approver", "approve", "return", "release", "amend", "renew", "revoke");
        StubDenials.answer("POST", API + "/approve", 200, "{}");

        String page = approver.get(PAGE + "/proposal").body();
        Visitor.Page done = approver.post(PAGE + "/proposal", Map.of("etag", "\"seen\""));

        assertTrue(page.contains("The risk goes on."), page);
        assertTrue(page.contains("A colleague"));
        assertEquals(303, done.status());
        assertTrue(done.header("Location").orElseThrow().endsWith(PAGE + "?done=renewed"));
        assertEquals("{}", StubDenials.requests("POST").getFirst().body());
    }

    @Test
    void the_first_page_lists_proposals_reviews_and_files() {
        Visitor approver = as("nl.approver");
        String summary = """
                {"id": "0190f6d2-1111-7000-8000-00000000000%d", "ref": "DN-NL-2026-7KQ4M%d", "version": 1, "tlp": "AMBER",
                 "originatorState": "NL", "status": "REVIEW_OVERDUE", "reviewDue": "%s", "controlCodes": ["5A001"], %s
                 "updatedAt": "2026-03-02T08:00:00Z"}""";
        StubDenials.answer(
                "GET",
                "/denials/v1/denials",
                200,
                "{\"items\": ["
                        + summary.formatted(
                                1,
                                1,
                                TODAY,
                                "\"submittedBy\": {\"id\": \"a\", \"name\": \"A colleague\"},"
                                        + " \"proposal\": {\"kind\": \"RENEWAL\", \"status\": \"NATIONAL_APPROVAL\"},")
                        + "," + summary.formatted(2, 2, TODAY.minusMonths(3), "") + "]}");
        StubDenials.answer("GET", "/denials/v1/imports", 200, "{\"items\": []}");

        String page = approver.get("/home").body();

        assertTrue(page.contains("Renewal proposed by A colleague"), page);
        assertTrue(page.contains("Reviews due"));
        assertTrue(page.contains("3 months ago"));
        assertFalse(page.contains("Imported files in progress"), "nothing to do, so it is not there");
        assertTrue(
                StubDenials.requests("GET").stream().anyMatch(it -> it.query().contains("waiting=true")));
    }

    @Test
    void a_list_tells_what_is_withheld_from_what_is_not_given() {
        StubDenials.answer("GET", "/denials/v1/denials", 200, """
                {"items": [{"id": "%s", "ref": "DN-NL-2026-7KQ4M2", "version": 2, "originatorState": "NL",
                 "status": "NOTIFIED", "kind": "REFUSAL", "destinationState": "KZ", "controlCodes": [],
                 "withheld": [{"field": "items", "ground": "NATIONAL_LAW"},
                  {"field": "decisionDate", "ground": "PERSONAL"}],
                 "tlp": "AMBER", "updatedAt": "2026-03-02T08:00:00Z"}]}""".formatted(ID), Map.of());

        String page = as("de.officer")
                .get("/denials?columns=ITEMS&columns=DESTINATION&columns=DECIDED&columns=REVIEW")
                .body();

        assertTrue(page.contains("Withheld: national law"), page);
        assertTrue(page.contains("Withheld: protection of personal data"));
        assertTrue(page.contains("Kazakhstan"));
        assertEquals(2, page.split("Not given", -1).length, "the review alone");
    }

    @Test
    void a_list_shows_the_columns_that_its_address_names_and_its_links_keep_them() {
        StubDenials.answer(
                "GET",
                "/denials/v1/denials",
                200,
                """
                {"items": [{"id": "%s", "ref": "DN-NL-2026-7KQ4M2", "version": 2, "originatorState": "NL",
                 "status": "NOTIFIED", "kind": "REFUSAL", "destinationState": "KZ", "controlCodes": ["5A001"],
                 "reviewDue": "2036-03-02", "nationalRef": "NL/77", "tlp": "AMBER",
                 "updatedAt": "2026-03-02T08:00:00Z"}]}""".formatted(ID),
                Map.of("Link", "</denials/v1/denials?cursor=abc>; rel=\"next\""));

        String chosen = as("nl.officer")
                .get("/denials?destination=KZ&columns=REVIEW&columns=OWN_REFERENCE")
                .body()
                .replace("&amp;", "&");
        String usual = as("de.analyst").get("/denials").body();

        assertTrue(chosen.contains("data-label=\"Review due or expires\""), chosen);
        assertTrue(chosen.contains("NL/77"));
        assertTrue(chosen.contains("2 Mar 2036"));
        assertFalse(chosen.contains("data-label=\"Destination\""));
        assertTrue(chosen.matches("(?s).*value=\"REVIEW\" checked.*"));
        assertTrue(
                chosen.contains("href=\"/denials?destination=KZ&columns=REVIEW&columns=OWN_REFERENCE&cursor=abc"),
                chosen);
        assertTrue(chosen.contains("href=\"/denials?columns=REVIEW&columns=OWN_REFERENCE\""), "without the filter");
        assertTrue(chosen.contains("href=\"/denials/export?format=csv&destination=KZ\""));
        assertTrue(usual.contains("data-label=\"Destination\""), usual);
        assertFalse(usual.contains("value=\"OWN_REFERENCE\""), "for a state's own desk");
    }

    @Test
    void what_is_no_entry_is_said_at_the_filter_and_kept() {
        StubDenials.refuse(
                "GET",
                "/denials/v1/denials",
                400,
                "malformed-request",
                "[{\"pointer\": \"item\", \"detail\": \"This is not a control-list entry.\"}]");

        Visitor.Page page = as("nl.officer").get("/denials?item=Z%3Cb%3E");

        assertEquals(200, page.status());
        assertTrue(page.body().contains("href=\"#item\""), page.body());
        assertTrue(page.body().contains("value=\"Z&lt;b&gt;\""));
        assertTrue(page.body().contains("<title>Error:"));
        assertFalse(page.body().contains("No denials match"));
    }

    @Test
    void an_approver_is_warned_and_may_go_on() {
        Visitor approver = as("nl.approver");
        denial(
                "NATIONAL_APPROVAL",
                TODAY,
                "\"submittedBy\": {\"id\": \"a\", \"name\": \"A\"}, \"submittedAt\": \"2026-03-02T08:00:00Z\",");
        String without = approver.get(PAGE + "/approve").body();
        StubDenials.answer("GET", API + "/warnings", 200, """
                {"items": [{"code": "UNUSUAL_AUDIENCE", "detail": "It reaches more states than most.", "states": ["JP"]},
                           {"code": "POSSIBLE_DUPLICATE", "detail": "It may be there.", "refs": ["DN-NL-2026-AAAAAA"]}]}""");
        String with = approver.get(PAGE + "/approve").body();

        assertTrue(without.contains("Approve and notify"), "while nobody warns, the page lives on");
        assertTrue(with.contains("It reaches more states than most."), with);
        assertTrue(with.contains("Japan") && with.contains("DN-NL-2026-AAAAAA"));
        assertTrue(with.contains("Approve and notify"));
    }

    private static final String UNUSUAL = """
            {"items": [{"code": "UNUSUAL_AUDIENCE", "detail": "None of your latest denials went there.", "states": ["%s"]}]}""";

    @Test
    void R244_a_release_that_brings_a_warning_comes_once_more_before_it_takes_effect() {
        Visitor approver = as("nl.approver");
        denial("NOTIFIED", TODAY.plusYears(1), "");
        StubDenials.answer("GET", API + "/warnings", 200, UNUSUAL.formatted("JP"));
        StubDenials.answer("POST", API + "/release", 200, "{}");
        Map<String, String> chosen = Map.of(
                "etag",
                "\"seen\"",
                "releasability/mode",
                "LIST",
                "releasability/states",
                "JP",
                "tlp",
                "AMBER",
                "permittedUse",
                "LICENSING");

        Visitor.Page asked = approver.post(PAGE + "/release", chosen);
        String query = StubDenials.requests("GET").stream()
                .filter(it -> it.path().endsWith("/warnings"))
                .toList()
                .getLast()
                .query();

        assertEquals("inForce=true&mode=LIST&state=JP", query);
        assertTrue(StubDenials.requests("POST").isEmpty(), "nothing has taken effect");
        assertEquals(200, asked.status());
        assertTrue(asked.body().contains("Look at this release once more"), asked.body());
        assertTrue(asked.body().contains("None of your latest denials went there."));
        assertTrue(asked.body().contains("Go on: change who may see it"));
        assertTrue(asked.body().contains("name=\"warned\" value=\"UNUSUAL_AUDIENCE-JP\""));
        assertTrue(asked.body().contains("name=\"etag\" value=\"&quot;seen&quot;\""), "as it was read");
        assertTrue(asked.body().matches("(?s).*value=\"JP\" checked.*"), "what was chosen is kept");

        Map<String, String> goingOn = new java.util.HashMap<>(chosen);
        goingOn.put("warned", "UNUSUAL_AUDIENCE-JP");
        assertEquals(303, approver.post(PAGE + "/release", goingOn).status());
        assertEquals(1, StubDenials.requests("POST").size());
    }

    @Test
    void R244_so_does_an_approval_and_what_was_shown_or_is_only_a_hint_does_not() {
        Visitor approver = as("nl.approver");
        denial(
                "NATIONAL_APPROVAL",
                TODAY,
                "\"submittedBy\": {\"id\": \"a\", \"name\": \"A\"}, \"submittedAt\": \"2026-03-02T08:00:00Z\",");
        StubDenials.answer("POST", API + "/approve", 200, "{}");
        StubDenials.answer("GET", API + "/warnings", 200, UNUSUAL.formatted("KR"));
        Map<String, String> chosen =
                Map.of("etag", "\"seen\"", "releasability/mode", "ALL", "warned", "UNUSUAL_AUDIENCE-JP");

        Visitor.Page asked = approver.post(PAGE + "/approve", chosen);
        assertEquals(200, asked.status());
        assertTrue(asked.body().contains("Go on: approve and notify"), asked.body());
        assertTrue(StubDenials.requests("POST").isEmpty());

        StubDenials.answer("GET", API + "/warnings", 200, UNUSUAL.formatted("JP"));
        assertEquals(303, approver.post(PAGE + "/approve", chosen).status(), "it was shown before");
        StubDenials.answer("GET", API + "/warnings", 200, """
                {"items": [{"code": "POSSIBLE_DUPLICATE", "detail": "It may be there.", "refs": ["DN-NL-2026-AAAAAA"]}]}""");
        assertEquals(303, approver.post(PAGE + "/approve", chosen).status(), "it is not about the release");
        StubDenials.answer("GET", API + "/warnings", 503, "{}");
        assertEquals(303, approver.post(PAGE + "/approve", chosen).status(), "nobody warns, and nothing stops");
    }

    @Test
    void R244_R296_a_release_that_reaches_nobody_today_comes_once_more() {
        Visitor approver = as("nl.approver");
        denial("NOTIFIED", TODAY.plusYears(1), "");
        StubDenials.answer("GET", API + "/warnings", 200, """
                {"items": [{"code": "NO_AUDIENCE", "pointer": "/releasability", "detail": "It reaches no state today."}]}""");
        StubDenials.answer("POST", API + "/release", 200, "{}");
        Map<String, String> chosen = Map.of(
                "etag", "\"seen\"", "releasability/mode", "REGIME", "releasability/regime", "ZC", "tlp", "AMBER");

        Visitor.Page asked = approver.post(PAGE + "/release", chosen);
        assertEquals(200, asked.status());
        assertTrue(asked.body().contains("It reaches no state today."), asked.body());
        assertTrue(asked.body().contains("name=\"warned\" value=\"NO_AUDIENCE\""));
        assertTrue(StubDenials.requests("POST").isEmpty(), "nothing has taken effect");

        Map<String, String> goingOn = new java.util.HashMap<>(chosen);
        goingOn.put("warned", "NO_AUDIENCE");
        assertEquals(303, approver.post(PAGE + "/release", goingOn).status());
    }

    @Test
    void R297_what_no_state_was_told_of_is_said_not_to_be_notified() {
        Visitor approver = as("nl.approver");
        denial(
                "NOTIFIED",
                TODAY.plusYears(1),
                "\"statesReached\": 0, \"dueDates\": {\"preferred\": \"2026-04-30\", \"latest\": \"2026-05-30\"},");
        String nobody = approver.get(PAGE + "?done=approved").body();
        assertTrue(nobody.contains("Approved. No state is told"), nobody);
        assertTrue(nobody.contains("It is in force, and not notified yet."), nobody);
        assertFalse(nobody.contains("can now read it"), nobody);
        assertTrue(nobody.contains("30 May 2026"), "by when it is to be notified");

        denial("NOTIFIED", TODAY.plusYears(1), "\"statesReached\": 0, \"notifiedDate\": \"2026-04-02\",");
        String narrowed = approver.get(PAGE + "?done=released").body();
        assertTrue(narrowed.contains("No other state can read it now."), narrowed);
        assertFalse(narrowed.contains("not notified yet"), narrowed);

        denial("NOTIFIED", TODAY.plusYears(1), "\"statesReached\": 2, \"notifiedDate\": \"2026-04-02\",");
        String told = approver.get(PAGE + "?done=approved").body();
        assertTrue(told.contains("The states that you chose can now read it."), told);
        assertFalse(told.contains("No state is told"), told);
    }

    @Test
    void R295_the_release_is_to_do_until_it_is_chosen() {
        Visitor officer = as("nl.officer");
        String task = "(?s).*/draft/release\".{0,900}To do.*";
        denial("DRAFT", TODAY, "");
        String chosen = officer.get(PAGE + "/draft").body();
        assertFalse(chosen.matches(task), chosen);
        StubDenials.answer("GET", API, 200, """
                {"id": "%s", "ref": "DN-NL-2026-7KQ4M2", "version": 0, "originatorState": "NL", "status": "DRAFT",
                 "shown": "FULL", "updatedAt": "2026-03-02T08:00:00Z", "tlp": "AMBER", "permittedUse": ["LICENSING"],
                 "provenance": "OWN"}""".formatted(ID));
        String open = officer.get(PAGE + "/draft").body();
        assertTrue(open.matches(task), open);
        String release = officer.get(PAGE + "/draft/release").body();
        assertFalse(release.matches("(?s).*name=\"releasability/mode\"[^>]*checked.*"), release);
    }

    @Test
    void R246_a_final_assessment_is_erased_by_a_word_of_its_own_alone() {
        Visitor officer = as("nl.officer");
        denial("DRAFT", TODAY, "\"suspensionEndsOn\": \"2026-04-30\", \"finalAssessment\": \"It <stands>.\",");
        StubDenials.answer("PUT", API, 200, "{}");
        String draft = PAGE + "/draft/decision";

        Visitor.Page asked = officer.post(draft, Map.of("etag", "\"seen\"", "kind", "REFUSAL"));
        assertEquals(422, asked.status());
        assertTrue(asked.body().contains("href=\"#eraseAssessment\""), asked.body());
        assertTrue(asked.body().contains("It &lt;stands&gt;."));
        assertTrue(StubDenials.requests("PUT").isEmpty());

        officer.post(draft, Map.of("etag", "\"seen\"", "kind", "REFUSAL", "eraseAssessment", "yes"));
        assertFalse(StubDenials.requests("PUT").getLast().body().contains("finalAssessment"));
        officer.post(draft, Map.of("etag", "\"seen\"", "kind", "SUSPENSION", "finalAssessment", "It goes."));
        assertTrue(StubDenials.requests("PUT").getLast().body().contains("\"finalAssessment\":\"It goes.\""));
        officer.post(draft, Map.of("etag", "\"seen\"", "kind", "SUSPENSION", "finalAssessment", " "));
        assertFalse(StubDenials.requests("PUT").getLast().body().contains("finalAssessment"), "seen, and emptied");
    }

    @Test
    void R247_the_same_case_elsewhere_and_what_it_replaces_are_typed_with_the_decision() {
        Visitor officer = as("nl.officer");
        denial(
                "DRAFT",
                TODAY,
                "\"externalRefs\": [{\"system\": \"WA\", \"ref\": \"WA-77\"}], \"supersedes\": \"DN-NL-2025-AAAAAA\",");
        StubDenials.answer("PUT", API, 200, "{}");
        String draft = PAGE + "/draft/decision";

        String page = officer.get(draft).body();
        officer.post(
                draft,
                Map.of(
                        "etag", "\"seen\"",
                        "externalRefs/0/system", "",
                        "externalRefs/0/ref", "",
                        "externalRefs/2/system", "EU",
                        "externalRefs/2/ref", "EU-9",
                        "supersedes", "DN-NL-2025-BBBBBB"));
        String sent = StubDenials.requests("PUT").getLast().body();

        assertTrue(page.contains("value=\"WA-77\"") && page.contains("value=\"DN-NL-2025-AAAAAA\""), page);
        assertTrue(sent.contains("\"externalRefs\":[{\"system\":\"EU\",\"ref\":\"EU-9\"}]"), sent);
        assertTrue(sent.contains("\"supersedes\":\"DN-NL-2025-BBBBBB\""), sent);

        StubDenials.refuse(
                "PUT",
                API,
                422,
                "invalid-values",
                "[{\"pointer\": \"/externalRefs/0/system\", \"detail\": \"This is missing.\"}]");
        Visitor.Page faulty = officer.post(draft, Map.of("etag", "\"seen\"", "externalRefs/1/ref", "EU-9"));
        assertTrue(faulty.body().contains("href=\"#externalRefs/0/system\""), faulty.body());
        assertTrue(
                faulty.body().matches("(?s).*id=\"externalRefs/0/ref\"[^>]*value=\"EU-9\".*"), "the row that is named");
    }

    @Test
    void a_denial_is_saved_as_a_pdf() {
        StubDenials.file(API + "/document", "application/pdf", "%PDF-1.7");

        Visitor.Page pdf = as("de.officer").get(PAGE + "/document");

        assertEquals("%PDF-1.7", pdf.body());
        assertTrue(pdf.header("Content-Disposition").orElseThrow().startsWith("attachment"));
        assertEquals(404, as("nl.admin").get(PAGE + "/document").status());
    }

    @Test
    void the_list_is_a_page_that_there_is_not_for_who_reads_no_denial() {
        for (String user : new String[] {"nl.admin", "nl.auditor", "secretariat.staff"}) {
            Visitor.Page page = as(user).get("/denials");

            assertEquals(404, page.status(), user);
            assertTrue(page.body().contains("Page not found"), user);
        }
    }

    @Test
    void a_step_that_is_gone_says_so_on_the_page_of_the_denial() {
        Visitor approver = as("nl.approver");
        denial("REVOKED", TODAY, "");

        for (String step : new String[] {"/approve", "/return", "/renew", "/revoke", "/proposal"}) {
            Visitor.Page page = approver.get(PAGE + step);

            assertEquals(PAGE, page.address().getPath(), step);
            assertTrue(page.body().contains("That step is not possible now"), step);
            assertTrue(page.body().contains("<title>Error: "), step);
        }
        StubDenials.refuse("POST", API + "/approve", 412, "stale", "[]");
        Visitor.Page approved =
                approver.post(PAGE + "/approve", Map.of("etag", "\"seen\"", "releasability/mode", "ALL"));
        Visitor.Page decided = approver.post(PAGE + "/proposal", Map.of("etag", "\"seen\""));
        for (Visitor.Page page : new Visitor.Page[] {approved, decided}) {
            assertEquals(303, page.status());
            assertTrue(page.header("Location").orElseThrow().endsWith("?done=overtaken"));
        }
        assertEquals(200, approver.get(PAGE + "/release").status(), "what is over can still be taken back");
        assertEquals(PAGE, approver.get(PAGE + "/amend").address().getPath());
    }

    @Test
    void versions_and_what_changed_are_told_in_words() {
        Visitor officer = as("nl.officer");
        denial("AMENDED", TODAY.plusYears(2), "");
        StubDenials.answer("GET", API + "/versions", 200, """
                {"items": [{"version": 1, "notifiedAt": "2026-03-02T08:00:00Z", "content": {}},
                           {"version": 2, "notifiedAt": "2026-04-02T08:00:00Z", "content": {}}]}""");
        StubDenials.answer("GET", API + "/versions/2/changes", 200, """
                {"items": [
                  {"pointer": "/kind", "kind": "CHANGED", "before": "REFUSAL", "after": "REVOCATION"},
                  {"pointer": "/parties/0/address", "label": "Orsel Grid", "kind": "REMOVED", "before": "1 Old Road"},
                  {"pointer": "/parties/1", "label": "Tavelin", "kind": "ADDED",
                   "after": {"role": "AGENT", "name": "Tavelin", "country": "KZ", "aliases": ["A", "B"]}},
                  {"pointer": "/transitStates/0", "kind": "ADDED", "after": "AE"}]}""");

        String versions = officer.get(PAGE + "/versions").body();
        String changes = officer.get(PAGE + "/versions/2").body();

        assertTrue(versions.indexOf("Version 2") < versions.indexOf("Version 1"), "the latest first");
        assertTrue(changes.contains("Refusal of a licence"), changes);
        assertTrue(changes.contains("Revocation of a licence"));
        assertTrue(changes.contains("Orsel Grid: Address"));
        assertTrue(changes.contains("Part in the transaction: Agent"));
        assertTrue(changes.contains("Country: Kazakhstan"));
        assertTrue(changes.contains("Also known as: A, B"));
        assertTrue(changes.contains("United Arab Emirates"));
        assertEquals(404, officer.get(PAGE + "/versions/3").status());
        assertEquals(404, officer.get(PAGE + "/versions/2?since=2").status());
    }

    private Visitor as(String user) {
        return Visitor.signedIn(portal, user);
    }

    /** A denial of the Netherlands, and the steps that its desk is offered. */
    private static void denial(String status, LocalDate reviewDue, String more) {
        String[] desk =
                switch (status) {
                    case "DRAFT" -> new String[] {"edit", "submit", "discard"};
                    case "NATIONAL_APPROVAL" -> new String[] {"edit"};
                    case "REVOKED", "EXPIRED" -> new String[] {"release"};
                    default -> new String[] {"release", "amend", "renew", "revoke"};
                };
        StubDenials.offers("nl.officer", desk);
        StubDenials.offers(
                "nl.approver", status.equals("NATIONAL_APPROVAL") ? new String[] {"edit", "approve", "return"} : desk);
        StubDenials.answer("GET", API, 200, """
                {"id": "%s", "ref": "DN-NL-2026-7KQ4M2", "version": 2, "originatorState": "NL", "status": "%s",
                 %s
                 "updatedAt": "2026-03-02T08:00:00Z", "reviewDue": "%s", "kind": "REFUSAL", "destinationState": "KZ",
                 "validityPolicy": "REVIEW_REQUIRED", "tlp": "AMBER", "permittedUse": ["LICENSING"],
                 "provenance": "OWN", "releasability": {"mode": "ALL"}}""".formatted(
                        ID, status, more.contains("\"shown\"") ? more : "\"shown\": \"FULL\"," + more, reviewDue));
    }
}
