package org.comity.denials.denial;

import static io.restassured.RestAssured.given;
import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.drafted;
import static org.comity.denials.denial.DenialExamples.json;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.notified;
import static org.comity.denials.denial.DenialExamples.step;
import static org.comity.denials.denial.DenialExamples.tag;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what: each endpoint with a caller that may, and ones that may not. */
@QuarkusTest
class RightsTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    @ParameterizedTest
    @CsvSource({
        "nl.officer, 200, 201",
        "nl.approver, 200, 201",
        "nl.analyst, 200, 403",
        "nl.poc, 200, 403",
        "nl.admin, 403, 403",
        "nl.auditor, 403, 403",
        "secretariat.staff, 200, 403",
        "secretariat.admin, 200, 403",
    })
    void R41_a_role_lists_and_drafts_as_far_as_it_may(String person, int listed, int drafted) {
        Api.as(person).get(DENIALS).then().statusCode(listed);
        Api.as(person)
                .contentType(ContentType.JSON)
                .body(json(draft()))
                .post(DENIALS)
                .then()
                .statusCode(drafted);
    }

    @Test
    void a_national_system_drafts_and_does_not_approve() {
        String token = Tokens.ofSystem("nl-system");
        String id = Api.withToken(token)
                .contentType(ContentType.JSON)
                .body(json(draft("DE")))
                .post(DENIALS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        DenialExamples.step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        String seen = Api.withToken(token)
                .get(DENIALS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        Api.withToken(token)
                .contentType(ContentType.JSON)
                .header("If-Match", seen)
                .body("{}")
                .post(DENIALS + "/" + id + "/approve")
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"submit", "return", "approve", "release", "amend"})
    void R42_another_state_is_refused_what_it_sees_and_finds_nothing_where_it_does_not(String verb) {
        String id = notified("DE");
        String body =
                switch (verb) {
                    case "return" -> "{\"reason\":\"x\"}";
                    case "release" -> "{\"releasability\":{\"mode\":\"ALL\"}}";
                    default -> "{}";
                };
        for (String reader : List.of("de.officer", "de.approver", "de.analyst", "de.poc")) {
            Api.as(reader)
                    .contentType(ContentType.JSON)
                    .header("If-Match", tag(reader, id))
                    .body(body)
                    .post(DENIALS + "/{id}/{verb}", id, verb)
                    .then()
                    .statusCode(403);
        }
        for (String outsider :
                List.of("jp.officer", "jp.approver", "de.admin", "de.auditor", "nl.admin", "secretariat.admin")) {
            Api.as(outsider)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body(body)
                    .post(DENIALS + "/{id}/{verb}", id, verb)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void R316_whose_step_it_is_comes_before_the_version_that_was_read() {
        String id = notified("DE");
        step("nl.officer", id, "renew", Map.of()).then().statusCode(200);
        for (String officer : List.of("nl.officer", "de.approver")) {
            Api.as(officer)
                    .contentType(ContentType.JSON)
                    .header("If-Match", "\"stale\"")
                    .body("{}")
                    .post(DENIALS + "/" + id + "/approve")
                    .then()
                    .statusCode(403);
        }
        Api.as("nl.approver")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"stale\"")
                .body("{}")
                .post(DENIALS + "/" + id + "/approve")
                .then()
                .statusCode(412);
    }

    @Test
    void R42_another_state_cannot_edit() {
        String id = notified("DE");
        Api.as("de.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(json(draft()))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(403);
        Api.as("jp.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(json(draft()))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void R43_a_draft_is_for_its_own_licensing_desk() {
        String id = drafted("nl.officer", draft()).path("id");
        for (String desk : List.of("nl.officer", "nl.approver")) {
            Api.as(desk).get(DENIALS + "/" + id).then().statusCode(200);
        }
        for (String other :
                List.of("nl.analyst", "nl.poc", "nl.admin", "nl.auditor", "de.officer", "secretariat.staff")) {
            Api.as(other).get(DENIALS + "/" + id).then().statusCode(404);
        }
    }

    @Test
    void R44_the_secretariat_sees_no_denial() {
        String id = DenialExamples.notifiedBy("nl", withRelease(map("mode", "ALL")));
        Api.as("secretariat.staff").get(DENIALS + "/" + id).then().statusCode(404);
        assertEquals(List.of(), Api.as("secretariat.admin").get(DENIALS).path("items"));
    }

    private static Map<String, Object> withRelease(Map<String, Object> release) {
        Map<String, Object> draft = draft();
        draft.put("releasability", release);
        return draft;
    }

    @Test
    void access_that_has_ended_is_over_with_the_next_request() {
        Api.as("fi.officer").get(DENIALS).then().statusCode(200);
        try {
            ComityServers.servers().accessSql("insert into access_ended values ('state:FI', now(), 'test')");
            Api.as("fi.officer").get(DENIALS).then().statusCode(403);
            Api.as("fi.analyst").get(DENIALS).then().statusCode(403);
            Api.as("no.officer").get(DENIALS).then().statusCode(200);
        } finally {
            ComityServers.servers().accessSql("delete from access_ended");
        }
        Api.as("fi.officer").get(DENIALS).then().statusCode(200);
    }

    @Test
    void a_role_that_was_taken_is_gone_with_the_next_request() {
        String sub = subject(Tokens.of("fi.officer"));
        try {
            ComityServers.servers()
                    .accessSql("insert into access_ended values ('role:" + sub + ":licensing-officer', now(), 'test')");
            Api.as("fi.officer").get(DENIALS).then().statusCode(403);
        } finally {
            ComityServers.servers().accessSql("delete from access_ended");
        }
    }

    @Test
    void R63_who_lost_the_role_has_no_answer_repeated() {
        Supplier<Response> keyed = () -> Api.as("fi.officer")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "of-an-officer")
                .body("{}")
                .post(DENIALS);
        String id = keyed.get().then().statusCode(201).extract().path("id");
        String sub = subject(Tokens.of("fi.officer"));
        try {
            ComityServers.servers()
                    .accessSql("insert into access_ended values ('role:" + sub + ":licensing-officer', now(), 'test')");
            keyed.get().then().statusCode(422).body("type", is("urn:comity:problem:idempotency-key-reused"));
        } finally {
            ComityServers.servers().accessSql("delete from access_ended");
        }
        keyed.get().then().statusCode(201).body("id", is(id));
    }

    private static String subject(String token) {
        String claims = new String(
                java.util.Base64.getUrlDecoder().decode(token.split("\\.")[1]),
                java.nio.charset.StandardCharsets.UTF_8);
        return io.restassured.path.json.JsonPath.from(claims).getString("sub");
    }

    @Test
    void the_reference_list_is_for_who_reads_denials() {
        Api.as("de.officer").get("/denials/v1/control-list-entries").then().statusCode(200);
        Api.as("de.admin").get("/denials/v1/control-list-entries").then().statusCode(403);
    }

    @Test
    void each_request_leaves_one_row_that_says_who_what_and_with_what_outcome() {
        String id = notified("DE");
        long before = audit("true");
        Api.as("de.officer").get(DENIALS + "/" + id);
        Api.as("jp.officer").get(DENIALS + "/" + id);
        Api.as("de.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body("{}")
                .post(DENIALS + "/" + id + "/amend");
        Api.anonymous().get(DENIALS);
        assertEquals(before + 4, audit("true"));
        String record = "'" + id + "' = any (records)";
        assertEquals(1, audit(record + " and state = 'DE' and decision = 'ALLOWED' and method = 'GET'"));
        assertEquals(1, audit(record + " and state = 'JP' and decision = 'ABSENT' and person_name = 'jp.officer'"));
        assertEquals(1, audit(record + " and state = 'DE' and decision = 'REFUSED' and path like '%/amend'"));
    }

    @Test
    void R67_what_the_entrance_refuses_or_answers_by_itself_leaves_no_row() {
        long before = audit("true");
        given().header("Authorization", "Bearer " + Tokens.of("de.officer"))
                .options(DENIALS)
                .then()
                .statusCode(204);
        Api.wrongly("de.officer")
                .urlEncodingEnabled(false)
                .get(DENIALS + "?item=%ff")
                .then()
                .statusCode(400);
        assertEquals(before, audit("true"));
        Api.as("de.officer").get(DENIALS).then().statusCode(200);
        assertEquals(before + 1, audit("true"));
    }

    private static long audit(String condition) {
        return ComityServers.servers().count("select count(*) from audit_entry where " + condition);
    }
}
