package org.comity.denials.returns;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.comity.denials.denial.DenialExamples;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.EventContract;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestClock;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Returns over HTTP: who gives, approves and sees them. */
@QuarkusTest
class ReturnTest {

    private static final String RETURNS = "/denials/v1/returns";
    private static final String TO_GERMANY = "\"releasability\":{\"mode\":\"LIST\",\"states\":[\"DE\"]}";
    private static final String LINE = "{\"destinationState\":\"KZ\",\"controlCode\":\"5A001.f.2\",\"description\":"
            + "\"Interception equipment\",\"licencesDenied\":3,\"units\":12,\"reason\":\"COC_HR\"}";

    private final TestClock clock;

    ReturnTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void nothingReturned() {
        RegisteredStates.announce();
        ComityServers.servers().sql("truncate denial_return cascade", "truncate denial cascade");
    }

    @AfterEach
    void run() {
        clock.run();
    }

    private static String nil(String period) {
        return "{\"period\":\"" + period + "\",\"kind\":\"NIL\"," + TO_GERMANY + "}";
    }

    private static String aggregate(String period, String... lines) {
        return "{\"period\":\"" + period + "\",\"kind\":\"AGGREGATE\",\"lines\":[" + String.join(",", lines) + "],"
                + TO_GERMANY + ",\"permittedUse\":[\"LICENSING\",\"POLICY\"]}";
    }

    private static Response give(String person, String body) {
        return Api.as(person).contentType("application/json").body(body).post(RETURNS);
    }

    /** Gives a return of the Netherlands, which another person approves. */
    private static String released(String body) {
        String id = give("nl.officer", body).then().statusCode(201).extract().path("id");
        step("nl.approver", id, "approve", "{}").then().statusCode(200).body("status", is("RELEASED"));
        return id;
    }

    private static Response step(String person, String id, String verb, String body) {
        String tag = Api.as(person).get(RETURNS + "/{id}", id).header("ETag");
        return Api.as(person)
                .contentType("application/json")
                .header("If-Match", tag == null ? "\"none\"" : tag)
                .body(body)
                .post(RETURNS + "/{id}/{verb}", id, verb);
    }

    private static Response list(String person, int year) {
        return Api.as(person).queryParam("year", year).get(RETURNS);
    }

    @Test
    void R274_a_year_is_no_part_of_the_question_what_waits() {
        for (String query : List.of("year=x&waiting=true", "year=2026&waiting=true", "year=x")) {
            Api.wrongly("nl.officer").get("/denials/v1/returns?" + query).then().statusCode(400);
        }
        Api.as("nl.officer").get("/denials/v1/returns?waiting=true").then().statusCode(200);
    }

    @Test
    void R299_a_nil_return_too_is_released_by_another_person_and_reaches_whom_it_is_released_to() {
        Response given = give("nl.officer", nil("2026-H1"));
        given.then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("status", is("NATIONAL_APPROVAL"))
                .body("version", is(0))
                .body("submittedBy.name", notNullValue())
                .body("notice", is("These denials create no duty to deny."));
        String id = given.path("id");
        Api.as("de.officer").get(RETURNS + "/{id}", id).then().statusCode(404);
        step("nl.officer", id, "approve", "{}").then().statusCode(403);
        step("nl.approver", id, "approve", "{}")
                .then()
                .statusCode(200)
                .body("status", is("RELEASED"))
                .body("version", is(1))
                .body("statesReached", is(1));
        list("de.officer", 2026)
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].originatorState", is("NL"))
                .body("items[0].kind", is("NIL"))
                .body("items[0].releasability.states", nullValue())
                .body("items[0].submittedBy", nullValue());
        Api.as("de.poc").get(RETURNS + "/{id}", id).then().statusCode(200);
        for (String person : List.of("jp.officer", "de.analyst", "secretariat.staff", "nl.analyst")) {
            Api.as(person).get(RETURNS + "/{id}", id).then().statusCode(404);
            list(person, 2026).then().statusCode(200).body("items.size()", is(0));
        }
        list("de.officer", 2025).then().body("items.size()", is(0));
        list("de.admin", 2026).then().statusCode(403);
        give("nl.analyst", nil("2025-H2")).then().statusCode(403);
        give("secretariat.staff", nil("2025-H2")).then().statusCode(403);
    }

    @Test
    void R88_an_aggregate_is_released_when_another_person_approves() {
        String id = give("nl.officer", aggregate("2026-H1", LINE))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.as("de.officer").get(RETURNS + "/{id}", id).then().statusCode(404);
        step("nl.officer", id, "approve", "{}").then().statusCode(403);
        step("de.approver", id, "approve", "{}").then().statusCode(404);
        Api.as("nl.officer").get(RETURNS + "?waiting=true").then().body("items.id", is(List.of(id)));
        for (String other : List.of("nl.poc", "de.officer", "de.analyst")) {
            Api.as(other).get(RETURNS + "?waiting=true").then().statusCode(200).body("items", is(List.of()));
        }
        Api.as("nl.admin").get(RETURNS + "?waiting=true").then().statusCode(403);
        Api.wrongly("nl.officer").get(RETURNS + "?waiting=maybe").then().statusCode(400);
        step("nl.approver", id, "approve", "{}").then().statusCode(200).body("status", is("RELEASED"));
        Api.as("nl.officer").get(RETURNS + "?waiting=true").then().body("items", is(List.of()));
        Api.as("de.officer")
                .get(RETURNS + "/{id}", id)
                .then()
                .statusCode(200)
                .body("lines[0].licencesDenied", is(3))
                .body("lines[0].units", is(12))
                .body("lines[0].reason", is("COC_HR"))
                .body("approvedBy", nullValue());
        Api.as("de.analyst").get(RETURNS + "/{id}", id).then().statusCode(200);
        step("de.approver", id, "approve", "{}").then().statusCode(403);
        step("nl.approver", id, "approve", "{}").then().statusCode(409).body("type", endsWith("not-submitted"));
    }

    @Test
    void R88_whoever_gave_it_last_does_not_approve_it_and_giving_anew_voids_what_was_read() {
        String id = give("nl.approver", aggregate("2026-H1", LINE))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step("nl.approver", id, "approve", "{}").then().statusCode(403).body("type", endsWith("same-person"));
        String read = Api.as("nl.approver").get(RETURNS + "/{id}", id).header("ETag");
        give("nl.officer", aggregate("2026-H1", LINE, LINE))
                .then()
                .statusCode(200)
                .body("id", is(id))
                .body("lines.size()", is(2));
        Api.as("nl.approver")
                .contentType("application/json")
                .header("If-Match", read)
                .body("{}")
                .post(RETURNS + "/{id}/approve", id)
                .then()
                .statusCode(412);
        step("nl.approver", id, "return", "{\"reason\":\"One line is there twice.\"}")
                .then()
                .statusCode(200)
                .body("status", is("DRAFT"))
                .body("returnedBecause", is("One line is there twice."));
        step("nl.approver", id, "approve", "{}").then().statusCode(409);
        give("nl.officer", aggregate("2026-H1", LINE)).then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        give("nl.officer", nil("2026-H1")).then().statusCode(409).body("type", endsWith("already-returned"));
    }

    @Test
    void R88_a_states_system_gives_and_never_approves() {
        String token = Tokens.ofSystem("nl-system");
        String id = Api.withToken(token)
                .contentType("application/json")
                .body(aggregate("2026-H1", LINE))
                .post(RETURNS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Api.withToken(token)
                .contentType("application/json")
                .header(
                        "If-Match",
                        Api.withToken(token).get(RETURNS + "/{id}", id).header("ETag"))
                .body("{}")
                .post(RETURNS + "/{id}/approve", id)
                .then()
                .statusCode(403);
    }

    private static String to(String states, String more) {
        return "{\"releasability\":{\"mode\":\"LIST\",\"states\":[" + states + "]}" + more + "}";
    }

    @Test
    void R88_the_desk_narrows_a_release_at_once_and_an_approver_widens_it() {
        String id = released(nil("2026-H1").replace("[\"DE\"]", "[\"DE\",\"EE\"]"));
        for (String wider : List.of(
                to("\"DE\",\"EE\",\"JP\"", ""),
                to("\"DE\"", ",\"tlp\":\"GREEN\""),
                to("\"DE\"", ",\"permittedUse\":[\"LICENSING\",\"POLICY\"]"))) {
            step("nl.officer", id, "release", wider)
                    .then()
                    .statusCode(403)
                    .body("type", endsWith("widening-needs-approver"));
        }
        step("nl.officer", id, "release", to("\"DE\"", ",\"tlp\":\"RED\""))
                .then()
                .statusCode(200)
                .body("tlp", is("RED"))
                .body("releasability.states", is(List.of("DE")));
        Api.as("ee.officer").get(RETURNS + "/{id}", id).then().statusCode(404);
        Api.as("de.officer").get(RETURNS + "/{id}", id).then().statusCode(200);
        step("nl.approver", id, "release", to("\"DE\",\"JP\"", ",\"permittedUse\":[\"LICENSING\",\"POLICY\"]"))
                .then()
                .statusCode(200);
        Api.as("jp.analyst").get(RETURNS + "/{id}", id).then().statusCode(200);
        step("nl.officer", id, "release", "{\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}")
                .then()
                .statusCode(200);
        Api.as("de.officer").get(RETURNS + "/{id}", id).then().statusCode(404);
    }

    @Test
    void R88_a_release_is_changed_by_the_own_desk_of_what_is_released_with_a_release_that_can_be() {
        String id = released(nil("2026-H1"));
        step("de.officer", id, "release", to("\"DE\"", "")).then().statusCode(403);
        step("jp.officer", id, "release", to("\"JP\"", "")).then().statusCode(404);
        step("nl.analyst", id, "release", to("\"DE\"", "")).then().statusCode(404);
        step("nl.approver", id, "release", to("", ""))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/releasability/states"));
        step("nl.approver", id, "release", to("\"CH\"", ""))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/releasability/states/0"));
        String waiting = give("nl.officer", aggregate("2025-H2", LINE)).path("id");
        step("nl.officer", waiting, "release", to("\"DE\"", ""))
                .then()
                .statusCode(409)
                .body("type", endsWith("not-released"));
    }

    @Test
    void R88_R242_a_release_is_narrowed_while_a_reader_is_suspended() {
        String id = released(nil("2026-H1").replace("[\"DE\"]", "[\"DE\",\"EE\",\"JP\"]"));
        ComityServers.servers().sql("update member_state set status = 'ACCESS_SUSPENDED' where iso2 = 'EE'");
        try {
            step("nl.officer", id, "release", to("\"DE\",\"EE\"", "")).then().statusCode(200);
        } finally {
            ComityServers.servers().sql("update member_state set status = 'SUBSCRIBED' where iso2 = 'EE'");
        }
        Api.as("ee.officer").get(RETURNS + "/{id}", id).then().statusCode(200);
        Api.as("jp.officer").get(RETURNS + "/{id}", id).then().statusCode(404);
    }

    @Test
    void R269_a_state_that_subscribed_since_is_not_reached_by_the_same_release() {
        String id;
        try {
            ComityServers.servers().sql("update member_state set status = 'INTERESTED' where iso2 = 'AU'");
            id = released("{\"period\":\"2026-H1\",\"kind\":\"NIL\",\"releasability\":{\"mode\":\"ALL\"}}");
        } finally {
            ComityServers.servers().sql("update member_state set status = 'SUBSCRIBED' where iso2 = 'AU'");
        }
        step("nl.officer", id, "release", "{\"releasability\":{\"mode\":\"ALL\",\"excluded\":[\"DE\"]}}")
                .then()
                .statusCode(200);
        Api.as("jp.officer").get(RETURNS + "/{id}", id).then().statusCode(200);
        Api.as("au.officer").get(RETURNS + "/{id}", id).then().statusCode(404);
        step("nl.approver", id, "release", "{\"releasability\":{\"mode\":\"LIST\",\"states\":[\"AU\"]}}")
                .then()
                .statusCode(200);
        Api.as("au.officer").get(RETURNS + "/{id}", id).then().statusCode(200);
    }

    @Test
    void R88_R241_what_went_to_the_members_of_a_regime_is_read_by_members_of_today() {
        String id = released(
                nil("2026-H1").replace(TO_GERMANY, "\"releasability\":{\"mode\":\"REGIME\",\"regime\":\"EU\"}"));
        Api.as("de.officer").get(RETURNS + "/{id}", id).then().statusCode(200);
        ComityServers.servers().sql("delete from member_regime where iso2 = 'DE' and regime = 'EU'");
        try {
            Api.as("de.officer").get(RETURNS + "/{id}", id).then().statusCode(404);
            list("de.officer", 2026).then().body("items.size()", is(0));
            // it does not come back by the back door: to give it to Germany is wider than what it reaches now
            step("nl.officer", id, "release", to("\"DE\"", ""))
                    .then()
                    .statusCode(403)
                    .body("type", endsWith("widening-needs-approver"));
        } finally {
            ComityServers.servers().sql("insert into member_regime (iso2, regime) values ('DE', 'EU')");
        }
        Api.as("de.officer").get(RETURNS + "/{id}", id).then().statusCode(200);
    }

    @Test
    void R86_a_period_that_is_not_over_is_refused_up_to_its_last_moment() {
        clock.set(Instant.parse("2026-12-31T23:59:59.999999Z"));
        give("nl.officer", nil("2026-H2"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", is("/period"))
                .body(
                        "errors[0].detail",
                        is("This half-year is not over; it can be returned from 2027-01-01 (UTC) on."));
        clock.set(Instant.parse("2027-01-01T00:00:00Z"));
        give("nl.officer", nil("2026-H2")).then().statusCode(201);
    }

    @Test
    void R87_all_faults_are_named_at_once_and_nothing_is_kept() {
        give(
                        "nl.officer",
                        "{\"period\":\"2026-H9\",\"kind\":\"AGGREGATE\",\"lines\":[{\"controlCode\":\"XX\"}],"
                                + "\"releasability\":{\"mode\":\"LIST\",\"states\":[\"BR\"]}}")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/period",
                                "/lines/0/controlCode",
                                "/lines/0/licencesDenied",
                                "/releasability/states/0"));
        give("nl.officer", "{}").then().statusCode(422).body("errors.pointer", hasItems("/period", "/kind"));
        Api.wrongly("nl.officer")
                .contentType("application/json")
                .body(aggregate("2026-H1", LINE.replace("3", "0")))
                .post(RETURNS)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/lines/0/licencesDenied"));
        Api.wrongly("nl.officer")
                .contentType("application/json")
                .body("{\"period\":\"2026-H1\",\"lines\":[null],\"kind\":\"AGGREGATE\"}")
                .post(RETURNS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/lines/0"));
        Api.wrongly("nl.officer").queryParam("year", "last").get(RETURNS).then().statusCode(400);
        Api.wrongly("nl.officer").get(RETURNS + "/{id}", "x").then().statusCode(404);
        list("nl.officer", 2026).then().body("items.size()", is(0));
    }

    @Test
    void a_key_used_twice_takes_effect_once_and_each_state_has_its_own_period() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Api.as("nl.officer")
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .body(nil("2025-H2"))
                    .post(RETURNS)
                    .then()
                    .statusCode(201);
        }
        String german = give("de.officer", nil("2025-H2").replace("\"DE\"", "\"NL\""))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        step("de.approver", german, "approve", "{}").then().statusCode(200);
        list("nl.officer", 2025).then().body("items.originatorState", is(List.of("DE", "NL")));
    }

    private static Map<String, Object> denied(String decided, String sensitivity) {
        Map<String, Object> draft = DenialExamples.draft("DE");
        draft.put("decisionDate", decided);
        Map<String, Object> item = DenialExamples.map("controlCode", "5A001.f.2", "description", "IMSI catcher");
        if (sensitivity != null) {
            item.put("sensitivity", sensitivity);
        }
        draft.put("items", DenialExamples.list(item));
        return draft;
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31,, 0",
        "2026-01-01,, 1",
        "2026-06-30, BASIC, 1",
        "2026-07-01,, 0",
        "2026-03-01, SENSITIVE, 0",
        "2026-03-01, VERY_SENSITIVE, 0",
        "2026-03-01, UNLISTED, 0"
    })
    void R298_the_own_denials_of_the_half_year_and_of_the_basic_list_are_counted(
            String decided, String sensitivity, int counted) {
        clock.set(Instant.parse("2026-08-01T00:00:00Z"));
        DenialExamples.notifiedBy("nl", denied(decided, sensitivity));
        Api.as("nl.officer")
                .get(RETURNS + "/own-denials?period=2026-H1")
                .then()
                .statusCode(200)
                .body("denials", is(counted))
                .body("lines.size()", is(counted));
        give("nl.officer", nil("2026-H1")).then().statusCode(counted == 0 ? 201 : 409);
    }

    @Test
    void R298_drafts_and_denials_of_others_are_not_counted_and_withheld_ones_are_without_what_is_withheld() {
        clock.set(Instant.parse("2026-08-01T00:00:00Z"));
        DenialExamples.drafted("nl.officer", denied("2026-02-01", null));
        Map<String, Object> german = denied("2026-02-01", null);
        german.put("releasability", DenialExamples.map("mode", "ALL"));
        DenialExamples.notifiedBy("de", german);
        own("nl.officer").body("denials", is(0));
        Map<String, Object> day = denied("2026-02-01", null);
        day.put("withheld", DenialExamples.list(DenialExamples.map("field", "decisionDate", "ground", "SECURITY")));
        DenialExamples.notifiedBy("nl", day);
        Map<String, Object> items = denied("2026-02-01", null);
        items.put("withheld", DenialExamples.list(DenialExamples.map("field", "items", "ground", "SECURITY")));
        DenialExamples.notifiedBy("nl", items);
        own("nl.officer").body("denials", is(2)).body("lines.size()", is(1)).body("lines[0].licencesDenied", is(1));
        own("de.officer").body("denials", is(1));
        own("jp.officer").body("denials", is(0));
        for (String other : List.of("nl.analyst", "nl.poc", "secretariat.staff")) {
            Api.as(other).get(RETURNS + "/own-denials?period=2026-H1").then().statusCode(403);
        }
        Api.wrongly("nl.officer")
                .get(RETURNS + "/own-denials?period=2026")
                .then()
                .statusCode(400);
    }

    private static io.restassured.response.ValidatableResponse own(String person) {
        return Api.as(person)
                .get(RETURNS + "/own-denials?period=2026-H1")
                .then()
                .statusCode(200);
    }

    @Test
    void R298_a_nil_return_in_spite_of_denials_says_why_to_its_own_desk() {
        clock.set(Instant.parse("2026-08-01T00:00:00Z"));
        String waiting = give("nl.officer", nil("2026-H1")).path("id");
        DenialExamples.notifiedBy("nl", denied("2026-02-01", null));
        give("nl.officer", nil("2026-H1")).then().statusCode(409).body("type", endsWith("denials-in-period"));
        step("nl.approver", waiting, "approve", "{}")
                .then()
                .statusCode(409)
                .body("type", endsWith("denials-in-period"));
        String because = nil("2026-H1").replace("\"kind\"", "\"nilBecause\":\"It was annulled.\",\"kind\"");
        give("nl.officer", because).then().statusCode(200).body("nilBecause", is("It was annulled."));
        step("nl.approver", waiting, "approve", "{}").then().statusCode(200).body("nilBecause", is("It was annulled."));
        Api.as("de.officer")
                .get(RETURNS + "/{id}", waiting)
                .then()
                .statusCode(200)
                .body("nilBecause", nullValue());
        give("nl.officer", aggregate("2025-H2", LINE).replace("\"kind\"", "\"nilBecause\":\"x\",\"kind\""))
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/nilBecause")));
    }

    @Test
    void R300_a_released_return_is_corrected_as_a_new_version_that_another_person_approves() {
        String id = released(nil("2026-H1"));
        step("nl.officer", id, "correct", aggregate("2026-H1", LINE))
                .then()
                .statusCode(200)
                .body("kind", is("NIL"))
                .body("correction.status", is("NATIONAL_APPROVAL"))
                .body("correction.content.kind", is("AGGREGATE"));
        Api.as("de.officer")
                .get(RETURNS + "/{id}", id)
                .then()
                .body("kind", is("NIL"))
                .body("version", is(1))
                .body("correction", nullValue());
        Api.as("nl.approver").get(RETURNS + "?waiting=true").then().body("items.id", is(List.of(id)));
        step("nl.officer", id, "approve", "{}").then().statusCode(403);
        step("nl.approver", id, "return", "{\"reason\":\"Once more.\"}")
                .then()
                .statusCode(200)
                .body("status", is("RELEASED"))
                .body("correction.status", is("DRAFT"));
        step("nl.approver", id, "approve", "{}").then().statusCode(409);
        step("nl.approver", id, "correct", aggregate("2026-H1", LINE)).then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(403).body("type", endsWith("same-person"));
        step("nl.officer", id, "correct", aggregate("2026-H1", LINE, LINE))
                .then()
                .statusCode(200);
        step("nl.approver", id, "approve", "{}")
                .then()
                .statusCode(200)
                .body("kind", is("AGGREGATE"))
                .body("version", is(2))
                .body("correction", nullValue());
        Api.as("de.officer")
                .get(RETURNS + "/{id}", id)
                .then()
                .body("kind", is("AGGREGATE"))
                .body("lines.size()", is(2))
                .body("version", is(2));
        Api.as("nl.officer")
                .get(RETURNS + "/{id}/versions", id)
                .then()
                .statusCode(200)
                .body("items.version", is(List.of(1, 2)))
                .body("items.content.kind", is(List.of("NIL", "AGGREGATE")));
        Api.as("de.officer").get(RETURNS + "/{id}/versions", id).then().statusCode(403);
        Api.as("jp.officer").get(RETURNS + "/{id}/versions", id).then().statusCode(404);
        step("de.officer", id, "correct", nil("2026-H1")).then().statusCode(403);
        step("jp.officer", id, "correct", nil("2026-H1")).then().statusCode(404);
        step("nl.officer", id, "correct", nil("2025-H2"))
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/period")));
        String waits = give("nl.officer", nil("2025-H1")).path("id");
        step("nl.officer", waits, "correct", nil("2025-H1"))
                .then()
                .statusCode(409)
                .body("type", endsWith("not-released"));
    }

    @Test
    void R310_a_correction_that_waits_takes_over_a_release_that_is_changed_meanwhile() {
        String toAll = "\"releasability\":{\"mode\":\"ALL\"}";
        String id = released(nil("2026-H1").replace(TO_GERMANY, toAll));
        step("nl.officer", id, "correct", aggregate("2026-H1", LINE).replace(TO_GERMANY, toAll))
                .then()
                .statusCode(200);
        step(
                        "nl.officer",
                        id,
                        "release",
                        "{\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"},\"tlp\":\"RED\",\"permittedUse\":[\"LICENSING\"]}")
                .then()
                .statusCode(200)
                .body("correction.content.releasability.mode", is("ORIGINATOR_ONLY"))
                .body("correction.content.tlp", is("RED"))
                .body("correction.content.permittedUse", is(List.of("LICENSING")))
                .body("correction.content.lines.size()", is(1));
        step("nl.approver", id, "approve", "{}")
                .then()
                .statusCode(200)
                .body("kind", is("AGGREGATE"))
                .body("version", is(2))
                .body("tlp", is("RED"))
                .body("permittedUse", is(List.of("LICENSING")))
                .body("statesReached", is(0));
        for (String reader : List.of("de.officer", "jp.officer", "de.analyst")) {
            Api.as(reader).get(RETURNS + "/{id}", id).then().statusCode(404);
        }
    }

    @Test
    void R310_a_correction_that_is_given_after_the_release_was_changed_says_its_own() {
        String id = released(nil("2026-H1"));
        step("nl.officer", id, "release", "{\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}")
                .then()
                .statusCode(200);
        step("nl.officer", id, "correct", aggregate("2026-H1", LINE)).then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(200).body("statesReached", is(1));
        Api.as("de.officer").get(RETURNS + "/{id}", id).then().statusCode(200);
    }

    @Test
    void R314_a_correction_that_was_sent_back_is_discarded_and_what_was_released_stays() {
        String id = released(nil("2026-H1"));
        step("nl.officer", id, "discard", "{}").then().statusCode(409).body("type", endsWith("not-sent-back"));
        step("nl.approver", id, "correct", aggregate("2026-H1", LINE)).then().statusCode(200);
        step("nl.approver", id, "discard", "{}").then().statusCode(409).body("type", endsWith("not-sent-back"));
        step("nl.approver", id, "return", "{\"reason\":\"It was right.\"}")
                .then()
                .statusCode(200);
        String readers = Api.as("de.officer").get(RETURNS + "/{id}", id).asString();
        step("de.officer", id, "discard", "{}").then().statusCode(403);
        step("jp.officer", id, "discard", "{}").then().statusCode(404);
        step("nl.officer", id, "discard", "{}")
                .then()
                .statusCode(200)
                .body("status", is("RELEASED"))
                .body("kind", is("NIL"))
                .body("version", is(1))
                .body("correction", nullValue())
                .body("returnedBecause", nullValue())
                .body("submittedBy.name", is("nl.officer"))
                .body("approvedBy.name", is("nl.approver"))
                .body("statesReached", is(1));
        assertEquals(readers, Api.as("de.officer").get(RETURNS + "/{id}", id).asString());
        step("nl.approver", id, "approve", "{}").then().statusCode(409);
        step("nl.officer", id, "correct", aggregate("2026-H1", LINE)).then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(200).body("version", is(2));
    }

    private static List<String> steps(String person, String id) {
        return Api.as(person)
                .get(RETURNS + "/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .path("steps");
    }

    @Test
    void R315_a_return_lists_what_its_reader_may_do_next() {
        String id = give("nl.officer", nil("2026-H1")).then().extract().path("id");
        assertEquals(List.of(), steps("nl.officer", id));
        assertEquals(List.of("approve", "return"), steps("nl.approver", id));
        step("nl.officer", id, "release", "{\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}")
                .then()
                .statusCode(409);
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        assertEquals(List.of("correct", "release"), steps("nl.officer", id));
        assertEquals(List.of(), steps("de.approver", id));
        step("nl.approver", id, "correct", aggregate("2026-H1", LINE)).then().statusCode(200);
        assertEquals(List.of("return", "correct", "release"), steps("nl.approver", id));
        step("nl.approver", id, "return", "{\"reason\":\"It was right.\"}")
                .then()
                .statusCode(200)
                .body("steps", is(List.of("correct", "release", "discard")));
    }

    @Test
    void R384_each_release_of_a_return_is_an_event_without_content_and_nothing_is_before_the_first() {
        String id = released(nil("2025-H2"));
        step("nl.approver", id, "release", "{\"releasability\":{\"mode\":\"LIST\",\"states\":[\"DE\",\"EE\"]}}")
                .then()
                .statusCode(200);
        List<String> told =
                Events.await(ComityServers.servers(), "denials.denial.v1", 2, message -> id.equals(message.key()))
                        .stream()
                        .map(ConsumerRecord::value)
                        .peek(event -> assertEquals(List.of(), EventContract.faults(event)))
                        .map(event -> JsonPath.from(event).getString("type"))
                        .toList();
        assertEquals(
                List.of("org.comity.denials.return.released.v1", "org.comity.denials.return.release-changed.v1"), told);
    }
}
