package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.drafted;
import static org.comity.denials.denial.DenialExamples.json;
import static org.comity.denials.denial.DenialExamples.list;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.notified;
import static org.comity.denials.denial.DenialExamples.notifiedBy;
import static org.comity.denials.denial.DenialExamples.ref;
import static org.comity.denials.denial.DenialExamples.step;
import static org.comity.denials.denial.DenialExamples.tag;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class DenialJourneyTest {

    private final TestClock clock;

    DenialJourneyTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    @AfterEach
    void timeGoesOn() {
        clock.run();
    }

    private static List<String> listed(String person) {
        return Api.as(person).get(DENIALS).then().statusCode(200).extract().path("items.id");
    }

    @Test
    void a_denial_of_one_state_reaches_the_states_on_its_list_and_no_other() {
        List<String> ofJapan = listed("jp.officer");
        Response draft = drafted("nl.officer", draft("DE"));
        String id = draft.path("id");
        assertEquals(DENIALS + "/" + id, draft.header("Location").replaceFirst("^http://[^/]+", ""));
        draft.then().body("ref", matchesPattern("DN-NL-2\\d{3}-[0-9A-Z]{6}")).body("status", is("DRAFT"));

        assertFalse(listed("de.officer").contains(id), "a draft is on nobody else's list");
        Api.as("de.officer").get(DENIALS + "/" + id).then().statusCode(404);

        step("nl.officer", id, "submit", Map.of()).then().statusCode(200).body("status", is("NATIONAL_APPROVAL"));
        step("nl.approver", id, "approve", Map.of())
                .then()
                .statusCode(200)
                .body("status", is("NOTIFIED"))
                .body("version", is(1))
                .body("approvedBy.name", is("nl.approver"));

        assertTrue(listed("de.officer").contains(id));
        Api.as("de.officer")
                .get(DENIALS + "/" + id)
                .then()
                .statusCode(200)
                .body("parties.name", hasItem("Korund Svyaz OOO"))
                .body("reasons[0].narrative", is("The end-user has a record of unlawful interception."))
                .body("withoutPrejudice", is(true));
        Api.as("jp.officer").get(DENIALS + "/" + id).then().statusCode(404);
        assertEquals(ofJapan, listed("jp.officer"));
    }

    @Test
    void what_is_answered_to_a_draft_is_what_is_read_back() {
        Map<String, Object> draft = draft("DE");
        draft.put("items", list(map("controlCode", "4D004", "quantity", new java.math.BigDecimal("2.50"))));
        draft.put("nationalAnnex", map("value", new java.math.BigDecimal("1E+5"), "currency", "EUR"));
        Map<String, Object> withheld = draft("DE");
        withheld.put(
                "withheld",
                list(map("field", "decisionDate", "ground", "SECURITY"), map("field", "items", "ground", "SECURITY")));
        for (Map<String, Object> each : List.of(draft, draft("DE"), withheld, Map.<String, Object>of())) {
            Response answered = drafted("nl.officer", each);
            Response read = Api.as("nl.officer").get(DENIALS + "/" + answered.path("id"));
            assertEquals(answered.asString(), read.asString());
            assertEquals(answered.header("ETag"), read.header("ETag"));
        }
    }

    @Test
    void a_reader_sees_of_the_release_only_its_mode_and_nothing_of_the_file() {
        String id = notified("DE", "JP");
        Api.as("de.officer")
                .get(DENIALS + "/" + id)
                .then()
                .statusCode(200)
                .body("releasability", is(Map.of("mode", "LIST")))
                .body("$", not(hasKey("createdBy")))
                .body("$", not(hasKey("createdAt")))
                .body("$", not(hasKey("submittedBy")))
                .body("$", not(hasKey("approvedBy")))
                .body("$", not(hasKey("nationalRef")))
                .body("$", not(hasKey("nationalAnnex")))
                .body("$", not(hasKey("releaseVersion")))
                .body("$", not(hasKey("warnings")));
        Api.as("nl.officer")
                .get(DENIALS + "/" + id)
                .then()
                .body("releasability.states", is(List.of("DE", "JP")))
                .body("nationalAnnex.exporter", is("Windmill Optics B.V."))
                .body("createdBy.name", is("nl.officer"));
        Api.as("de.officer").get(DENIALS + "/" + id + "/versions").then().statusCode(403);
        Api.as("nl.officer")
                .get(DENIALS + "/" + id + "/versions")
                .then()
                .statusCode(200)
                .body("items.version", is(List.of(1)));
    }

    @Test
    void an_external_reference_is_shown_to_members_of_its_system() {
        String id = notified("DE", "AL");
        Api.as("de.officer").get(DENIALS + "/" + id).then().body("externalRefs.ref", is(List.of("WA-77")));
        Api.as("al.officer").get(DENIALS + "/" + id).then().body("$", not(hasKey("externalRefs")));
    }

    @Test
    void an_analyst_sees_the_header_of_what_is_released_for_policy_work() {
        String id = notified("DE");
        Api.as("de.analyst")
                .get(DENIALS + "/" + id)
                .then()
                .statusCode(200)
                .body("shown", is("HEADER"))
                .body("items.controlCode", is(List.of("5A001.f.2")))
                .body("$", not(hasKey("parties")))
                .body("$", not(hasKey("reasons")))
                .body("$", not(hasKey("statedEndUse")));
        Map<String, Object> licensingOnly = draft("DE");
        licensingOnly.put("permittedUse", list("LICENSING"));
        String hidden = DenialExamples.notifiedBy("nl", licensingOnly);
        Api.as("de.analyst").get(DENIALS + "/" + hidden).then().statusCode(404);
        assertFalse(listed("de.analyst").contains(hidden));
    }

    @Test
    void an_event_says_that_a_denial_was_notified_and_nothing_of_what_it_says() {
        String id = notified("DE");
        var events = Events.await(ComityServers.servers(), "denials.denial.v1", 1, message -> id.equals(message.key()));
        String event = events.getFirst().value();
        assertTrue(event.contains("\"type\":\"org.comity.denials.denial.notified.v1\""), event);
        assertTrue(event.contains("\"version\":1"), event);
        assertFalse(event.contains("Korund") || event.contains("\"data\"") || event.contains("DE\""), event);
    }

    @Test
    void narrowing_bites_on_the_next_read_and_leaves_other_readers_what_they_had() {
        String id = notified("DE", "JP");
        String tagOfGermany = tag("de.officer", id);
        step("nl.officer", id, "release", map("releasability", map("mode", "LIST", "states", list("DE"))))
                .then()
                .statusCode(200)
                .body("releaseVersion", is(1))
                .body("version", is(1));
        Api.as("jp.officer").get(DENIALS + "/" + id).then().statusCode(404);
        assertEquals(tagOfGermany, tag("de.officer", id), "who still reads notices nothing");
    }

    @Test
    void widening_takes_an_approver() {
        String id = notified("DE");
        Map<String, Object> wider = map("releasability", map("mode", "LIST", "states", list("DE", "JP")));
        step("nl.officer", id, "release", wider)
                .then()
                .statusCode(403)
                .body("type", is("urn:comity:problem:widening-needs-approver"));
        Api.as("jp.officer").get(DENIALS + "/" + id).then().statusCode(404);
        step("nl.approver", id, "release", wider).then().statusCode(200);
        Api.as("jp.officer").get(DENIALS + "/" + id).then().statusCode(200);
    }

    @Test
    void R25_a_milder_label_and_another_use_take_an_approver() {
        String id = notified("DE"); // AMBER, for licensing and policy work
        released("nl.officer", id, "tlp", "GREEN").then().statusCode(403);
        released("nl.officer", id, "permittedUse", list("LICENSING", "POLICY", "ENFORCEMENT"))
                .then()
                .statusCode(403)
                .body("type", is("urn:comity:problem:widening-needs-approver"));
        released("nl.officer", id, "tlp", "AMBER").then().statusCode(200);
        released("nl.officer", id, "permittedUse", list("LICENSING")).then().statusCode(200);
        released("nl.officer", id, "permittedUse", list("LICENSING", "POLICY"))
                .then()
                .statusCode(403);
        released("nl.officer", id, "tlp", "RED").then().statusCode(200);
        released("nl.officer", id, "tlp", "AMBER").then().statusCode(403);
        Api.as("de.officer").get(DENIALS + "/" + id).then().body("tlp", is("RED"));
        released("nl.approver", id, "tlp", "AMBER").then().statusCode(200);
        Api.as("de.officer").get(DENIALS + "/" + id).then().body("tlp", is("AMBER"));
    }

    private static Response released(String person, String id, String field, Object value) {
        return step(
                person, id, "release", map("releasability", map("mode", "LIST", "states", list("DE")), field, value));
    }

    @Test
    void R26_a_release_to_a_list_names_at_least_one_state() {
        step("nl.approver", notified("DE"), "release", map("releasability", map("mode", "LIST", "states", list())))
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/releasability/states")));
    }

    @Test
    void R295_no_release_is_chosen_for_anybody_and_none_is_no_choice_of_nobody() {
        Map<String, Object> draft = draft("DE");
        draft.remove("releasability");
        String id = drafted("nl.officer", draft)
                .then()
                .body("$", not(hasKey("releasability")))
                .extract()
                .path("id");
        step("nl.officer", id, "submit", Map.of())
                .then()
                .statusCode(422)
                .body("type", is("urn:comity:problem:missing-values"))
                .body("errors.pointer", is(List.of("/releasability")));
        draft.put("releasability", map("mode", "ORIGINATOR_ONLY"));
        edited(id, draft).then().statusCode(200).body("releasability.mode", is("ORIGINATOR_ONLY"));
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIST | NL | | /releasability/states",
                "LIST | DE | DE | /releasability/excluded",
                "LIST | NL,DE | DE | /releasability/excluded"
            })
    void R296_what_would_reach_nobody_is_neither_submitted_nor_approved_nor_released(
            String mode, String states, String excluded, String pointer) {
        Map<String, Object> release = map("mode", mode, "states", List.of(states.split(",")));
        if (excluded != null) {
            release.put("excluded", List.of(excluded.split(",")));
        }
        Map<String, Object> draft = draft("DE");
        draft.put("releasability", release);
        refused(step("nl.officer", drafted("nl.officer", draft).path("id"), "submit", Map.of()), pointer);
        String waiting = drafted("nl.officer", draft("DE")).path("id");
        step("nl.officer", waiting, "submit", Map.of()).then().statusCode(200);
        refused(step("nl.approver", waiting, "approve", map("releasability", release)), pointer);
        refused(step("nl.approver", notified("DE"), "release", map("releasability", release)), pointer);
    }

    private static void refused(Response answer, String pointer) {
        answer.then()
                .statusCode(422)
                .body("type", is("urn:comity:problem:invalid-values"))
                .body("errors.pointer", is(List.of(pointer)));
    }

    @Test
    void R297_what_no_state_was_told_of_is_not_notified_until_the_first_one_is() {
        clock.set(Instant.parse("2026-05-30T12:00:00Z"));
        String id = notified(); // decided on 2026-03-31, released to nobody
        Api.as("nl.officer")
                .get(DENIALS + "/" + id)
                .then()
                .body("status", is("NOTIFIED"))
                .body("statesReached", is(0))
                .body("$", not(hasKey("notifiedDate")))
                .body("late", is(false));
        clock.set(Instant.parse("2026-05-31T12:00:00Z"));
        late(id, true);
        Map<String, Object> toGermany = map("releasability", map("mode", "LIST", "states", list("DE")));
        step("nl.approver", id, "release", toGermany)
                .then()
                .statusCode(200)
                .body("statesReached", is(1))
                .body("notifiedDate", is("2026-05-31"))
                .body("late", is(true));
        Api.as("de.officer")
                .get(DENIALS + "/" + id)
                .then()
                .statusCode(200)
                .body("notifiedDate", is("2026-05-31"))
                .body("late", is(true))
                .body("$", not(hasKey("statesReached")));
        var events = Events.await(ComityServers.servers(), "denials.denial.v1", 1, message -> id.equals(message.key()));
        assertTrue(
                events.getFirst().value().contains("denial.notified.v1"), "the first event is that somebody is told");
        clock.set(Instant.parse("2026-06-30T12:00:00Z"));
        step("nl.officer", id, "release", map("releasability", map("mode", "ORIGINATOR_ONLY")))
                .then()
                .statusCode(200)
                .body("statesReached", is(0))
                .body("notifiedDate", is("2026-05-31"));
    }

    @Test
    void R297_a_regime_without_members_tells_nobody_and_an_amendment_may_be_the_first_to_tell() {
        clock.set(Instant.parse("2026-05-01T12:00:00Z"));
        Map<String, Object> draft = draft();
        draft.put("releasability", map("mode", "REGIME", "regime", "ZC"));
        String id = notifiedBy("nl", draft);
        Api.as("nl.officer").get(DENIALS + "/" + id).then().body("$", not(hasKey("notifiedDate")));
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        draft.put("releasability", map("mode", "LIST", "states", list("DE")));
        edited(id, draft).then().statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        clock.set(Instant.parse("2026-05-02T12:00:00Z"));
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200).body("notifiedDate", is("2026-05-02"));
        var events = Events.await(ComityServers.servers(), "denials.denial.v1", 1, message -> id.equals(message.key()));
        assertTrue(events.getFirst().value().contains("denial.notified.v1"));
    }

    @Test
    void R312_what_happens_before_the_first_state_is_told_sends_no_event() {
        String id = notified(); // released to nobody
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        Map<String, Object> changed = draft();
        changed.put("destinationState", "UZ");
        edited(id, changed).then().statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        Map<String, Object> toNobody = map("mode", "ORIGINATOR_ONLY");
        step("nl.officer", id, "release", map("releasability", toNobody, "tlp", "AMBER_STRICT"))
                .then()
                .statusCode(200)
                .body("tlp", is("AMBER_STRICT"));
        step("nl.officer", id, "renew", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        assertEquals(0, events(id));
        step("nl.approver", id, "release", map("releasability", map("mode", "LIST", "states", list("DE"))))
                .then()
                .statusCode(200);
        assertEquals(1, events(id));
        step("nl.officer", id, "release", map("releasability", toNobody)).then().statusCode(200);
        assertEquals(2, events(id), "a state that was told once is told that it reads it no more");

        String revoked = notified();
        step("nl.officer", revoked, "revoke", map("reason", "Over")).then().statusCode(200);
        step("nl.approver", revoked, "approve", Map.of()).then().statusCode(200).body("status", is("REVOKED"));
        assertEquals(0, events(revoked));
    }

    private static long events(String id) {
        return ComityServers.servers().count("select count(*) from outbox where subject = '" + id + "'");
    }

    @Test
    void R297_a_review_that_counts_from_the_notification_counts_from_the_first_state_told() {
        clock.set(Instant.parse("2026-05-01T12:00:00Z"));
        Map<String, Object> draft = draft();
        draft.put("withheld", list(map("field", "decisionDate", "ground", "SECURITY")));
        draft.remove("validFrom");
        String id = notifiedBy("nl", draft);
        Api.as("nl.officer").get(DENIALS + "/" + id).then().body("reviewDue", is("2029-05-01"));
        clock.set(Instant.parse("2026-07-01T12:00:00Z"));
        step("nl.approver", id, "release", map("releasability", map("mode", "ALL")))
                .then()
                .statusCode(200)
                .body("reviewDue", is("2029-07-01"));
    }

    @Test
    void R30_a_denial_is_late_from_the_day_after_the_latest() {
        Map<String, Object> draft = draft("DE"); // decided on 2026-03-31
        clock.set(Instant.parse("2026-05-30T23:59:59.999999Z"));
        String inTime = notifiedBy("nl", draft);
        String open = drafted("nl.officer", draft("DE")).path("id");
        late(open, false);
        clock.set(Instant.parse("2026-05-31T00:00:00Z"));
        late(open, true);
        String late = notified("DE");
        clock.set(Instant.parse("2027-01-01T00:00:00Z"));
        late(inTime, false);
        late(late, true);
    }

    private static void late(String id, boolean late) {
        Api.as("nl.officer")
                .get(DENIALS + "/" + id)
                .then()
                .body("dueDates.latest", is("2026-05-30"))
                .body("late", is(late));
    }

    @Test
    void R45_an_originator_that_is_no_member_of_the_system_reads_its_own_reference() {
        String id = notifiedBy("al", draft("DE", "CR"));
        Api.as("al.officer").get(DENIALS + "/" + id).then().body("externalRefs.ref", is(List.of("WA-77")));
        Api.as("de.officer").get(DENIALS + "/" + id).then().body("externalRefs.ref", is(List.of("WA-77")));
        Api.as("cr.officer").get(DENIALS + "/" + id).then().body("$", not(hasKey("externalRefs")));
    }

    @Test
    void ALL_and_REGIME_reach_whom_they_say() {
        Map<String, Object> all = draft();
        all.put("releasability", map("mode", "ALL", "excluded", list("JP")));
        String toAll = DenialExamples.notifiedBy("nl", all);
        Api.as("al.officer").get(DENIALS + "/" + toAll).then().statusCode(200);
        Api.as("jp.officer").get(DENIALS + "/" + toAll).then().statusCode(404);
        Map<String, Object> regime = draft();
        regime.put("provenance", "REGIME_DERIVED");
        regime.put("releasability", map("mode", "REGIME", "regime", "WA"));
        String toMembers = DenialExamples.notifiedBy("nl", regime);
        Api.as("jp.officer").get(DENIALS + "/" + toMembers).then().statusCode(200);
        for (String outside : List.of("al", "cr", "ec", "xk", "mk")) {
            Api.as(outside + ".officer").get(DENIALS + "/" + toMembers).then().statusCode(404);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, true", "true, false", "false, true"})
    void R241_material_of_a_regime_is_read_by_its_members_of_today(boolean filter, boolean policies) {
        Map<String, Object> regime = draft();
        regime.put("provenance", "REGIME_DERIVED");
        regime.put("releasability", map("mode", "REGIME", "regime", "MTCR"));
        String id = DenialExamples.notifiedBy("nl", regime);
        SwitchedReleaseFilter.removed = !filter;
        if (!policies) {
            WallTest.rowLevelSecurity("disable");
        }
        try {
            Map<String, Integer> answers = new java.util.LinkedHashMap<>();
            for (String membership : List.of(
                    "delete from member_regime where iso2 = 'JP' and regime = 'MTCR'",
                    "insert into member_regime values ('JP', 'MTCR', (now() at time zone 'UTC')::date + 1)",
                    "update member_regime set since = since - 1 where iso2 = 'JP' and regime = 'MTCR'",
                    "update member_regime set since = null where iso2 = 'JP' and regime = 'MTCR'")) {
                ComityServers.servers().sql(membership);
                int one = Api.as("jp.officer").get(DENIALS + "/" + id).statusCode();
                List<String> listed =
                        Api.as("jp.officer").get(DENIALS + "?limit=1").path("items.id");
                assertEquals(one == 200, listed.contains(id), membership);
                answers.put(membership.substring(0, 6) + answers.size(), one);
                Api.as("au.officer").get(DENIALS + "/" + id).then().statusCode(200);
                Api.as("nl.officer").get(DENIALS + "/" + id).then().statusCode(200);
            }
            assertEquals(List.of(404, 404, 200, 200), List.copyOf(answers.values()));
        } finally {
            SwitchedReleaseFilter.removed = false;
            WallTest.rowLevelSecurity("enable");
        }
    }

    @Test
    void R301_a_denial_replaces_another_own_one_that_is_in_force_or_over_and_no_other() {
        String german = ref("de.officer", notifiedBy("de", draft("NL")));
        String hidden = ref("de.officer", notifiedBy("de", draft()));
        String ownDraft = drafted("nl.officer", draft("DE")).path("ref");
        String id = drafted("nl.officer", draft("DE")).path("id");
        for (String wrong : List.of(german, hidden, ownDraft, ref("nl.officer", id), "DN-NL-2026-ZZZZZZ", "x")) {
            Map<String, Object> draft = draft("DE");
            draft.put("supersedes", wrong);
            edited(id, draft)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", is(List.of("/supersedes")))
                    .body(
                            "errors.detail",
                            is(List.of("Your state has no other denial of this reference, in force or over.")));
            Api.as("nl.officer")
                    .contentType(ContentType.JSON)
                    .body(json(draft))
                    .post(DENIALS)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", is(List.of("/supersedes")));
        }
        String old = notified("DE");
        Map<String, Object> draft = draft("DE");
        draft.put("supersedes", ref("nl.officer", old));
        edited(id, draft).then().statusCode(200).body("supersedes", is(ref("nl.officer", old)));
        step("nl.officer", old, "revoke", map("reason", "It is replaced."))
                .then()
                .statusCode(200);
        step("nl.approver", old, "approve", Map.of()).then().statusCode(200).body("status", is("REVOKED"));
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of())
                .then()
                .statusCode(200)
                .body("supersedes", is(ref("nl.officer", old)));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, true", "true, false"})
    void R302_which_denial_is_replaced_is_shown_to_whom_may_read_both(boolean filter, boolean policies) {
        String old = notified("JP");
        Map<String, Object> draft = draft("DE", "JP");
        draft.put("supersedes", ref("nl.officer", old));
        String id = notifiedBy("nl", draft);
        SwitchedReleaseFilter.removed = !filter;
        if (!policies) {
            WallTest.rowLevelSecurity("disable");
        }
        try {
            for (String reader : List.of("jp.officer", "jp.poc", "nl.officer")) {
                Api.as(reader)
                        .get(DENIALS + "/" + id)
                        .then()
                        .statusCode(200)
                        .body("supersedes", is(draft.get("supersedes")));
            }
            for (String reader : List.of("de.officer", "de.poc", "de.analyst", "jp.analyst")) {
                boolean readsOld = reader.startsWith("jp");
                Api.as(reader)
                        .get(DENIALS + "/" + id)
                        .then()
                        .statusCode(200)
                        .body("supersedes", is(readsOld ? draft.get("supersedes") : null));
            }
        } finally {
            SwitchedReleaseFilter.removed = false;
            WallTest.rowLevelSecurity("enable");
        }
    }

    @Test
    void R302_an_amendment_of_what_it_replaces_alone_is_no_version_and_changes_nothing_for_who_may_not_read_that() {
        String old = notified("JP");
        Map<String, Object> draft = draft("DE", "JP");
        String id = notifiedBy("nl", draft);
        String outside = tag("de.officer", id);
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        draft.put("supersedes", ref("nl.officer", old));
        edited(id, draft).then().statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200).body("version", is(1));
        assertEquals(outside, tag("de.officer", id));
        Api.as("jp.officer").get(DENIALS + "/" + id).then().body("supersedes", is(draft.get("supersedes")));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "false, true", "true, false"})
    void R306_the_reference_of_a_regime_at_a_party_is_for_its_originators_desk(boolean filter, boolean policies) {
        Map<String, Object> draft = draft("EC", "DE");
        draft.put(
                "parties",
                list(
                        map(
                                "role", "END_USER",
                                "name", "Korund Svyaz OOO",
                                "identifiers",
                                        list(
                                                map("type", "tax", "value", "000"),
                                                map("type", "regime_reg_ref", "value", "WA-HIDDEN-1"),
                                                map("type", "Regime_Reg_Ref", "value", "WA-HIDDEN-2"),
                                                map("type", "company", "value", "111"))),
                        map(
                                "role",
                                "CONSIGNEE",
                                "name",
                                "Invented Person Brunnen",
                                "isNaturalPerson",
                                true,
                                "identifiers",
                                list(
                                        map("type", "regime_reg_ref", "value", "WA-HIDDEN-3"),
                                        map("type", "passport", "value", "222")))));
        String id = notifiedBy("nl", draft);
        SwitchedReleaseFilter.removed = !filter;
        if (!policies) {
            WallTest.rowLevelSecurity("disable");
        }
        try {
            for (String reader : List.of("ec.officer", "de.officer", "de.poc", "nl.poc")) {
                Api.as(reader)
                        .get(DENIALS + "/" + id)
                        .then()
                        .statusCode(200)
                        .body("parties[0].identifiers.value", is(List.of("000", "111")))
                        .body("parties[1].identifiers.value", is(List.of("222")));
            }
            Api.as("nl.officer")
                    .get(DENIALS + "/" + id)
                    .then()
                    .body("parties[0].identifiers.value", is(List.of("000", "WA-HIDDEN-1", "WA-HIDDEN-2", "111")))
                    .body("parties[1].identifiers.value", is(List.of("WA-HIDDEN-3", "222")));
        } finally {
            SwitchedReleaseFilter.removed = false;
            WallTest.rowLevelSecurity("enable");
        }
    }

    @Test
    void R269_a_state_that_subscribed_since_is_reached_when_a_list_names_it_and_not_before() {
        Map<String, Object> toAll = draft();
        toAll.put("releasability", map("mode", "ALL"));
        String id = beforeItSubscribes("AU", () -> DenialExamples.notifiedBy("nl", toAll));
        Map<String, Object> exceptGermany = map("mode", "ALL", "excluded", list("DE"));

        readBy(id, Map.of("au", 404, "de", 200, "jp", 200));
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        readBy(id, Map.of("au", 404, "de", 200, "jp", 200));
        step("nl.approver", id, "release", map("releasability", map("mode", "ALL"), "tlp", "RED"))
                .then()
                .statusCode(200);
        readBy(id, Map.of("au", 404, "de", 200, "jp", 200));
        step("nl.officer", id, "release", map("releasability", exceptGermany))
                .then()
                .statusCode(200);
        readBy(id, Map.of("au", 404, "de", 404, "jp", 200));
        Map<String, Object> named = map("mode", "LIST", "states", list("AU", "JP"));
        step("nl.officer", id, "release", map("releasability", named)).then().statusCode(403);
        step("nl.approver", id, "release", map("releasability", named)).then().statusCode(200);
        readBy(id, Map.of("au", 200, "de", 404, "jp", 200));
    }

    private static void readBy(String id, Map<String, Integer> statuses) {
        statuses.forEach((state, status) -> assertEquals(
                status, Api.as(state + ".officer").get(DENIALS + "/" + id).statusCode(), state));
    }

    private static String beforeItSubscribes(String state, Supplier<String> act) {
        try {
            ComityServers.servers().sql("update member_state set status = 'INTERESTED' where iso2 = '" + state + "'");
            return act.get();
        } finally {
            ComityServers.servers().sql("update member_state set status = 'SUBSCRIBED' where iso2 = '" + state + "'");
        }
    }

    @Test
    void four_eyes_hold() {
        String id = drafted("nl.approver", draft("DE")).path("id");
        step("nl.approver", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of())
                .then()
                .statusCode(403)
                .body("type", is("urn:comity:problem:same-person"));
        step("nl.officer", id, "approve", Map.of()).then().statusCode(403);
        Map<String, Object> edited = draft("DE");
        Api.as("nl.approver")
                .contentType(ContentType.JSON)
                .header("If-Match", tag("nl.approver", id))
                .body(json(edited))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(200)
                .body("status", is("DRAFT"));
        step("nl.approver", id, "approve", Map.of())
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:not-submitted"));
    }

    @Test
    void a_submission_sent_back_says_why() {
        String id = drafted("nl.officer", draft("DE")).path("id");
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.officer", id, "return", map("reason", "x")).then().statusCode(403);
        step("nl.approver", id, "return", map("reason", "The end-user's address is missing."))
                .then()
                .statusCode(200)
                .body("status", is("DRAFT"))
                .body("returnedBecause", is("The end-user's address is missing."));
    }

    @Test
    void an_amendment_is_seen_when_it_is_approved_and_counts_as_a_version() {
        String id = notified("DE");
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200).body("amendment.status", is("DRAFT"));
        Map<String, Object> changed = draft("DE");
        changed.put("destinationState", "UZ");
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", tag("nl.officer", id))
                .body(json(changed))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(200)
                .body("destinationState", is("KZ"))
                .body("amendment.content.destinationState", is("UZ"));
        String before = tag("de.officer", id);
        Api.as("de.officer")
                .get(DENIALS + "/" + id)
                .then()
                .body("destinationState", is("KZ"))
                .body("$", not(hasKey("amendment")));
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        assertEquals(before, tag("de.officer", id), "a reader notices nothing of an amendment that is worked on");
        step("nl.approver", id, "approve", Map.of())
                .then()
                .statusCode(200)
                .body("status", is("AMENDED"))
                .body("version", is(2))
                .body("$", not(hasKey("amendment")));
        Api.as("de.officer")
                .get(DENIALS + "/" + id)
                .then()
                .body("destinationState", is("UZ"))
                .body("version", is(2))
                .body("status", is("AMENDED"));
        assertNotEquals(before, tag("de.officer", id));
        Api.as("nl.officer")
                .get(DENIALS + "/" + id + "/versions")
                .then()
                .body("items.content.destinationState", is(List.of("KZ", "UZ")));
    }

    @Test
    void a_narrower_release_outlives_an_amendment_that_was_open_before() {
        String id = notified("DE", "JP");
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        step("nl.officer", id, "release", map("releasability", map("mode", "LIST", "states", list("DE"))))
                .then()
                .statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        Api.as("jp.officer").get(DENIALS + "/" + id).then().statusCode(404);
    }

    @Test
    void an_amendment_of_what_readers_do_not_see_is_noticed_by_none() {
        String id = notified("DE");
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        Map<String, Object> same = draft("DE");
        same.put("nationalAnnex", map("exporter", "Another exporter B.V."));
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", tag("nl.officer", id))
                .body(json(same))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(200);
        String before = tag("de.officer", id);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of())
                .then()
                .statusCode(200)
                .body("version", is(1))
                .body("nationalAnnex.exporter", is("Another exporter B.V."));
        assertEquals(before, tag("de.officer", id));
    }

    @Test
    void R47_an_amendment_of_regime_references_alone_is_noticed_by_the_members_alone() {
        String id = notified("DE", "AL");
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        Map<String, Object> same = draft("DE", "AL");
        same.put("externalRefs", list(map("system", "WA", "ref", "WA-77"), map("system", "WA", "ref", "WA-78")));
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", tag("nl.officer", id))
                .body(json(same))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(200);
        String member = tag("de.officer", id);
        String outside = tag("al.officer", id);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200).body("version", is(1));
        assertEquals(outside, tag("al.officer", id));
        assertNotEquals(member, tag("de.officer", id));
        Api.as("de.officer").get(DENIALS + "/" + id).then().body("externalRefs.ref", is(List.of("WA-77", "WA-78")));
    }

    @Test
    void R22_the_regime_that_a_record_was_derived_from_does_not_change_with_its_release() {
        Map<String, Object> derived = draft();
        derived.put("provenance", "REGIME_DERIVED");
        derived.put("releasability", map("mode", "LIST", "regime", "NSG", "states", list("DE")));
        String id = DenialExamples.notifiedBy("nl", derived);
        for (String regime : List.of("EU", "WA")) {
            step("nl.approver", id, "release", map("releasability", map("mode", "REGIME", "regime", regime)))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/releasability/regime"));
        }
        step("nl.approver", id, "release", map("releasability", map("mode", "ORIGINATOR_ONLY")))
                .then()
                .statusCode(422);
        step("nl.approver", id, "release", map("releasability", map("mode", "REGIME", "regime", "NSG")))
                .then()
                .statusCode(200);
    }

    @Test
    void R22_an_amendment_does_not_lift_the_regime_that_a_record_was_derived_from() {
        Map<String, Object> derived = draft();
        derived.put("provenance", "REGIME_DERIVED");
        derived.put("releasability", map("mode", "LIST", "regime", "NSG", "states", list("DE")));
        String id = DenialExamples.notifiedBy("nl", derived);
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        derived.put("provenance", "OWN");
        derived.put("releasability", map("mode", "ALL"));
        edited(id, derived).then().statusCode(422).body("errors.pointer", is(List.of("/provenance")));
        derived.put("provenance", "REGIME_DERIVED");
        derived.put("releasability", map("mode", "REGIME", "regime", "WA"));
        edited(id, derived).then().statusCode(422).body("errors.pointer", is(List.of("/releasability/regime")));
        derived.put("releasability", map("mode", "REGIME", "regime", "NSG"));
        edited(id, derived).then().statusCode(200);
    }

    private static Response edited(String id, Map<String, Object> content) {
        return Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", tag("nl.officer", id))
                .body(json(content))
                .put(DENIALS + "/" + id);
    }

    @Test
    void a_withheld_field_is_shown_as_withheld_with_its_ground_and_its_value_stays_with_the_originators_desk() {
        Map<String, Object> draft = draft("DE");
        draft.put(
                "withheld",
                java.util.stream.Stream.of(
                                "items",
                                "destinationState",
                                "transitStates",
                                "parties",
                                "statedEndUse",
                                "assessedEndUse",
                                "reasons",
                                "decisionDate")
                        .map(field -> map("field", field, "ground", "NATIONAL_LAW"))
                        .toList());
        String id = DenialExamples.notifiedBy("nl", draft);
        Response reader = Api.as("de.officer").get(DENIALS + "/" + id);
        reader.then()
                .statusCode(200)
                .body("withheld.size()", is(8))
                .body("withheld[3]", is(Map.of("field", "parties", "ground", "NATIONAL_LAW")));
        for (String field : List.of(
                "items",
                "destinationState",
                "transitStates",
                "parties",
                "statedEndUse",
                "assessedEndUse",
                "reasons",
                "decisionDate",
                "validFrom",
                "dueDates",
                "late")) {
            reader.then().body("$", not(hasKey(field)));
        }
        for (String person : List.of("de.officer", "nl.officer")) {
            Api.as(person)
                    .get(DENIALS + "?limit=100")
                    .then()
                    .body("items.find { it.id == '" + id + "' }.withheld.size()", is(8))
                    .body("items.find { it.id == '" + id + "' }", not(hasKey("destinationState")));
        }
        // counted from the notification, and not from the day that is withheld
        reader.then().body("reviewDue", not(is("2029-03-31")));
        assertFalse(reader.asString().contains("Korund") || reader.asString().contains("5A001"), reader.asString());
        Api.as("nl.officer")
                .get(DENIALS + "/" + id)
                .then()
                .body("parties.name", hasItem("Korund Svyaz OOO"))
                .body("destinationState", is("KZ"))
                .body("decisionDate", is("2026-03-31"));
        for (String table : List.of("denial_party", "denial_item", "denial_item_code", "denial_reason")) {
            assertEquals(
                    0,
                    ComityServers.servers().count("select count(*) from " + table + " where denial_id = '" + id + "'"),
                    "no reader has a row of " + table);
        }
    }

    @Test
    void R330_all_its_readers_see_the_contact_of_a_denial_of_up_to_200_characters_and_a_tear_line_copy_has_none() {
        Map<String, Object> draft = draft("DE");
        draft.put("contact", "o".repeat(200));
        String id = DenialExamples.notifiedBy("nl", draft);
        for (String reader : List.of("nl.officer", "de.officer", "de.poc", "de.analyst")) {
            Api.as(reader).get(DENIALS + "/" + id).then().statusCode(200).body("contact", is("o".repeat(200)));
            Api.as(reader)
                    .get(DENIALS + "/" + id + "/tearline")
                    .then()
                    .statusCode(200)
                    .body("$", not(hasKey("contact")));
        }
        draft.remove("contact");
        draft.put("nationalRef", "NL/R330");
        Api.as("de.officer")
                .get(DENIALS + "/" + DenialExamples.notifiedBy("nl", draft))
                .then()
                .body("$", not(hasKey("contact")));
    }

    @Test
    void lists_are_filtered_and_paged_without_gap_or_repetition() {
        List<String> made = List.of(notified("NO"), notified("NO"), notified("NO"));
        Map<String, Object> other = draft("NO");
        other.put("destinationState", "EG");
        other.put("items", list(map("controlCode", "4D004", "description", "Delivery software")));
        String elsewhere = DenialExamples.notifiedBy("nl", other);
        Api.as("no.officer").get(DENIALS + "?destination=EG").then().body("items.id", is(List.of(elsewhere)));
        Api.as("no.officer")
                .get(DENIALS + "?item=5A001")
                .then()
                .body("items.id", not(hasItem(elsewhere)))
                .body("items.controlCodes", everyItem(is(List.of("5A001.f.2"))));
        Api.as("no.officer").get(DENIALS + "?originator=DE").then().body("items", is(List.of()));
        Api.as("no.officer")
                .get(DENIALS + "?status=REVOKED&status=EXPIRED")
                .then()
                .body("items", is(List.of()));
        java.util.List<String> walked = new java.util.ArrayList<>();
        String next = DENIALS + "?limit=1";
        while (next != null) {
            Response page = Api.as("no.officer").urlEncodingEnabled(false).get(next);
            walked.addAll(page.then().statusCode(200).extract().path("items.id"));
            next = page.headers().getValues("Link").stream()
                    .filter(link -> link.endsWith("rel=\"next\""))
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .findFirst()
                    .orElse(null);
        }
        java.util.List<String> expected = new java.util.ArrayList<>(made);
        expected.add(elsewhere);
        assertEquals(expected.reversed(), walked.subList(0, 4));
        assertEquals(walked.size(), new java.util.HashSet<>(walked).size(), "no record comes twice");
        assertEquals(listed("no.officer"), walked);
    }
}
