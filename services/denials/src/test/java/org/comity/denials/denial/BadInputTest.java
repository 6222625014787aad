package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.drafted;
import static org.comity.denials.denial.DenialExamples.json;
import static org.comity.denials.denial.DenialExamples.list;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.step;
import static org.comity.denials.denial.DenialExamples.tag;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestClock;
import org.comity.kernel.test.Tokens;
import org.comity.kernel.timer.TimersOfService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes in wrong is answered with a problem that names the field, and nothing is stored. */
@QuarkusTest
class BadInputTest {

    private final TestClock clock;
    private final TimersOfService timers;

    BadInputTest(TestClock clock, TimersOfService timers) {
        this.clock = clock;
        this.timers = timers;
    }

    private static final String NUL = "\\u0000";

    @Test
    void R68_a_list_of_many_wrong_parts_costs_no_more_than_200_faults() {
        String many = "{\"parties\":[{}" + ",{}".repeat(4_000) + "]}";
        Response refused = Api.wrongly("nl.officer")
                .contentType(ContentType.JSON)
                .body(many)
                .post(DENIALS);
        assertEquals(422, refused.statusCode(), refused.asString());
        assertEquals(200, refused.jsonPath().getList("errors").size());
        String tooMany = "{\"parties\":[{}" + ",{}".repeat(80_000) + "]}";
        Response unread = Api.wrongly("nl.officer")
                .contentType(ContentType.JSON)
                .body(tooMany)
                .post(DENIALS);
        assertEquals(400, unread.statusCode(), unread.asString());
    }

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static long stored() {
        return ComityServers.servers().count("select count(*) from denial");
    }

    private static void refused(String body, int status, String pointer) {
        long before = stored();
        Response answer = Api.wrongly("nl.officer")
                .contentType(ContentType.JSON)
                .body(body)
                .post(DENIALS);
        answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
        assertFalse(
                answer.asString().contains("Exception") || answer.asString().contains("org.comity"), answer.asString());
        assertEquals(before, stored());
    }

    static List<Arguments> unreadable() {
        return List.of(
                arguments("", ""),
                arguments("null", ""),
                arguments("{", ""),
                arguments("[]", ""),
                arguments("\"text\"", ""),
                arguments("{} {}", ""),
                arguments("{\"kind\":\"REFUSAL\",\"kind\":\"REVOCATION\"}", ""),
                arguments("{\"surprise\":1}", "/surprise"),
                arguments("{\"items\":[{\"surprise\":1}]}", "/items/0/surprise"),
                arguments("{\"id\":\"0f5a7e4e-0000-4000-8000-000000000000\"}", "/id"),
                arguments("{\"originatorState\":\"DE\"}", "/originatorState"),
                arguments("{\"kind\":\"REFUSED\"}", "/kind"),
                arguments("{\"kind\":0}", "/kind"),
                arguments("{\"decisionDate\":\"31.03.2026\"}", "/decisionDate"),
                arguments("{\"decisionDate\":\"2026-02-30\"}", "/decisionDate"),
                arguments("{\"decisionDate\":20260331}", "/decisionDate"),
                arguments("{\"decisionDate\":[2026,3,31]}", "/decisionDate"),
                arguments("{\"items\":{}}", "/items"),
                arguments("{\"items\":\"4D004\"}", "/items"),
                arguments("{\"statedEndUse\":5}", "/statedEndUse"),
                arguments("{\"statedEndUse\":true}", "/statedEndUse"),
                arguments("{\"statedEndUse\":{}}", "/statedEndUse"),
                arguments("{\"parties\":[{\"isNaturalPerson\":\"true\"}]}", "/parties/0/isNaturalPerson"),
                arguments("{\"items\":[{\"quantity\":\"2\"}]}", "/items/0/quantity"),
                arguments("{\"destinationState\":\"Atlantis\"}", "/destinationState"),
                arguments("{\"destinationState\":\"nl\"}", "/destinationState"),
                arguments("{\"destinationState\":7}", "/destinationState"),
                arguments("{\"withheld\":[{\"field\":\"exporter\",\"ground\":\"SECURITY\"}]}", "/withheld/0/field"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void what_cannot_be_read_is_a_400_that_names_the_field(String body, String pointer) {
        refused(body, 400, pointer);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("statedEndUse", "x".repeat(4001), "/statedEndUse"),
                wrong("statedEndUse", "bell \u0007", "/statedEndUse"),
                wrong("statedEndUse", "turned \u202e around", "/statedEndUse"),
                wrong("statedEndUse", "   ", "/statedEndUse"),
                wrong("destinationState", "QQ", "/destinationState"),
                wrong("transitStates", List.of("TR", "TR"), "/transitStates"),
                wrong("decisionDate", "2999-01-01", "/decisionDate"),
                wrong("items", List.of(Map.of("controlCode", "5Z99")), "/items/0/controlCode"),
                wrong("items", List.of(Map.of("quantity", -1)), "/items/0/quantity"),
                wrong("parties", List.of(Map.of("role", "END_USER")), "/parties/0/name"),
                wrong("parties", List.of(Map.of("name", "Almera")), "/parties/0/role"),
                wrong("parties", List.of(Map.of("role", "END_USER", "name", "line\nbreak")), "/parties/0/name"),
                wrong(
                        "parties",
                        List.of(Map.of("role", "END_USER", "name", "A", "aliases", List.of("x".repeat(501)))),
                        "/parties/0/aliases/0"),
                wrong("validFrom", "0001-01-01", "/validFrom"),
                wrong("suspensionEndsOn", "0001-01-01", "/suspensionEndsOn"),
                wrong(
                        "items",
                        List.of(Map.of("quantity", new java.math.BigDecimal("1e2147483647"))),
                        "/items/0/quantity"),
                wrong(
                        "nationalAnnex",
                        Map.of("value", new java.math.BigDecimal("1e-2147483647"), "currency", "EUR"),
                        "/nationalAnnex/value"),
                wrong("releasability", Map.of("mode", "LIST", "states", List.of("CH")), "/releasability/states/0"),
                wrong("releasability", Map.of("mode", "REGIME"), "/releasability/regime"),
                wrong("caveats", java.util.Collections.nCopies(21, "x"), "/caveats"),
                // 200 characters are right, as DenialJourneyTest has it
                wrong("contact", "x".repeat(201), "/contact"),
                wrong("contact", "An office\nof two lines", "/contact"));
    }

    private static Arguments wrong(String field, Object value, String pointer) {
        return arguments(field, value, pointer);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_value_is_a_422_that_names_the_field(String field, Object value, String pointer) {
        Map<String, Object> draft = draft();
        draft.put(field, value);
        refused(json(draft), 422, pointer);
    }

    @Test
    void a_character_that_PostgreSQL_cannot_keep_is_refused_and_not_a_failure() {
        refused("{\"statedEndUse\":\"a" + NUL + "b\"}", 422, "/statedEndUse");
        refused("{\"statedEndUse\":\"a\\ud800b\"}", 422, "/statedEndUse");
    }

    @Test
    void a_body_that_is_no_JSON_is_a_415() {
        Api.wrongly("nl.officer")
                .contentType(ContentType.TEXT)
                .body("kind=REFUSAL")
                .post(DENIALS)
                .then()
                .statusCode(415);
    }

    @Test
    void a_token_is_needed_and_must_be_ours() {
        Api.anonymous().get(DENIALS).then().statusCode(401).contentType("application/problem+json");
        Api.withToken("not-a-token").get(DENIALS).then().statusCode(401);
        String token = Tokens.of("nl.officer");
        String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
        Api.withToken(forged).get(DENIALS).then().statusCode(401).contentType("application/problem+json");
        Api.withToken(foreign()).get(DENIALS).then().statusCode(401);
    }

    /** A token of the same Keycloak's master realm: well signed, and not for us. */
    private static String foreign() {
        var backing = ComityServers.servers().backing();
        try (var keycloak = backing.keycloakAdmin()) {
            return keycloak.token(
                            "master",
                            Map.of(
                                    "grant_type",
                                    "password",
                                    "client_id",
                                    "admin-cli",
                                    "username",
                                    org.comity.backing.KeycloakServer.ADMIN,
                                    "password",
                                    backing.keycloakPassword()))
                    .get("access_token")
                    .asText();
        }
    }

    @Test
    void a_change_says_which_version_it_is_for() {
        String id = drafted("nl.officer", draft()).path("id");
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .body(json(draft()))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(428)
                .body("errors.pointer", is(List.of("If-Match")));
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", "\"stale\"")
                .body(json(draft()))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(412);
        String seen = tag("nl.officer", id);
        Map<String, Object> first = draft();
        first.put("statedEndUse", "The first of two edits");
        edit(id, seen, first).then().statusCode(200);
        edit(id, seen, draft()).then().statusCode(412);
        Api.as("nl.officer").get(DENIALS + "/" + id).then().body("statedEndUse", is("The first of two edits"));
        for (String verb : List.of("submit", "approve", "amend", "release", "return")) {
            Api.wrongly("nl.approver")
                    .contentType(ContentType.JSON)
                    .body(
                            verb.equals("return")
                                    ? "{\"reason\":\"x\"}"
                                    : verb.equals("release") ? "{\"releasability\":{\"mode\":\"ALL\"}}" : "{}")
                    .post(DENIALS + "/{id}/{verb}", id, verb)
                    .then()
                    .statusCode(428);
        }
    }

    private static Response edit(String id, String tag, Map<String, Object> draft) {
        return Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(json(draft))
                .put(DENIALS + "/" + id);
    }

    @Test
    void a_repeated_key_answers_as_the_first_time_and_with_another_body_not() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> draft = draft();
        Response first =
                keyed("nl.officer", key, draft).then().statusCode(201).extract().response();
        long stored = stored();
        Response again =
                keyed("nl.officer", key, draft).then().statusCode(201).extract().response();
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(stored, stored());
        Map<String, Object> other = draft();
        keyed("nl.officer", key, other)
                .then()
                .statusCode(422)
                .body("type", is("urn:comity:problem:idempotency-key-reused"))
                .body("errors.pointer", is(List.of("Idempotency-Key")));
        assertEquals(stored, stored());
        Map<String, Object> ofAnother = draft();
        Response another = keyed("nl.approver", key, ofAnother)
                .then()
                .statusCode(201)
                .extract()
                .response();
        assertTrue(!first.<String>path("id").equals(another.path("id")), "a key belongs to its caller");
    }

    @Test
    void R63_an_answer_is_kept_for_a_day() {
        String key = UUID.randomUUID().toString();
        try {
            clock.set(Instant.parse("2026-06-01T12:00:00Z"));
            String first = keyed("nl.officer", key, Map.of()).path("id");
            clock.set(Instant.parse("2026-06-02T12:00:00Z"));
            timers.runAll();
            assertEquals(first, keyed("nl.officer", key, Map.of()).path("id"));
            clock.advance(Duration.ofNanos(1_000));
            timers.runAll();
            String second = keyed("nl.officer", key, Map.of()).path("id");
            assertTrue(!first.equals(second), "the key is free again");
        } finally {
            clock.run();
        }
    }

    @Test
    void a_refused_request_leaves_its_key_free() {
        String key = UUID.randomUUID().toString();
        Api.wrongly("nl.officer")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body("{\"destinationState\":\"QQ\"}")
                .post(DENIALS)
                .then()
                .statusCode(422);
        keyed("nl.officer", key, draft()).then().statusCode(201);
    }

    @Test
    void a_key_of_another_shape_is_refused() {
        Consumer<String> refused = key -> Api.wrongly("nl.officer")
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(json(draft()))
                .post(DENIALS)
                .then()
                .statusCode(400)
                .body("errors.pointer", is(List.of("Idempotency-Key")));
        refused.accept("x".repeat(101));
        refused.accept("two words");
        keyed("nl.officer", "x".repeat(100), draft()).then().statusCode(201);
    }

    private static Response keyed(String person, String key, Map<String, Object> draft) {
        return Api.as(person)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(json(draft))
                .post(DENIALS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "limit=x",
                "cursor=x",
                "cursor=MjAyNi0wMS0wMVQwMDowMDowMFp8eA",
                "status=OPEN",
                "item=5Z99",
                "destination=QQ",
                "originator=Atlantis"
            })
    void a_parameter_that_cannot_be_read_is_named(String parameter) {
        Api.wrongly("nl.officer")
                .get(DENIALS + "?" + parameter)
                .then()
                .statusCode(400)
                .body("errors.pointer", is(List.of(parameter.substring(0, parameter.indexOf('=')))));
    }

    @Test
    void a_query_that_is_not_even_encoded_is_a_400_and_no_failure() throws IOException {
        Api.wrongly("nl.officer")
                .urlEncodingEnabled(false)
                .get(DENIALS + "?item=%25")
                .then()
                .statusCode(400);
        // No client sends this by mistake, so it goes over the wire by hand.
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            String request = "GET " + DENIALS + "?item=% HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + Tokens.of("nl.officer") + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        }
    }

    @Test
    void a_page_has_from_1_to_100_records() {
        Api.as("nl.officer").get(DENIALS + "?limit=1").then().statusCode(200);
        Api.as("nl.officer").get(DENIALS + "?limit=100").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-4000-8000-000000000000", "1-1-1-1-1", "nothing", "%27;--"})
    void an_id_of_nothing_is_a_404(String id) {
        Api.wrongly("nl.officer")
                .urlEncodingEnabled(false)
                .get(DENIALS + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void all_that_is_missing_is_named_when_it_is_submitted() {
        String id = drafted("nl.officer", Map.of()).path("id");
        step("nl.officer", id, "submit", Map.of())
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        is(List.of(
                                "/kind",
                                "/decisionDate",
                                "/basis",
                                "/destinationState",
                                "/items",
                                "/parties",
                                "/reasons",
                                "/releasability")));
    }

    @Test
    void an_entry_that_the_reference_does_not_have_is_a_warning() {
        Map<String, Object> draft = draft();
        draft.put("items", list(map("controlCode", "7A101", "description", "Accelerometer")));
        drafted("nl.officer", draft).then().body("warnings.pointer", is(List.of("/items/0/controlCode")));
    }

    @Test
    void an_amendment_cannot_take_the_national_reference_of_another_denial() {
        String id = DenialExamples.notified("DE");
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        Map<String, Object> amended = draft("DE");
        edit(id, tag("nl.officer", id), amended).then().statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        Map<String, Object> other = draft();
        other.put("nationalRef", amended.get("nationalRef"));
        drafted("nl.officer", other);
        step("nl.approver", id, "approve", Map.of())
                .then()
                .statusCode(409)
                .body("errors.pointer", is(List.of("/nationalRef")));
    }

    @Test
    void a_national_reference_is_used_once_in_a_state_and_again_in_another() {
        Map<String, Object> draft = draft();
        drafted("nl.officer", draft);
        refused(json(draft), 409, "/nationalRef");
        drafted("de.officer", draft);
    }
}
