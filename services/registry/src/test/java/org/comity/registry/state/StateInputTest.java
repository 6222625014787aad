package org.comity.registry.state;

import static org.comity.registry.state.Requests.ADMIN;
import static org.comity.registry.state.Requests.STATES;
import static org.comity.registry.state.Requests.address;
import static org.comity.registry.state.Requests.wrongJson;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in wrong is refused with the field at fault, and changes nothing. */
@QuarkusTest
class StateInputTest {

    private Runnable undo;

    @BeforeEach
    void keep() {
        undo = Requests.keep();
    }

    @AfterEach
    void undo() {
        undo.run();
    }

    static Stream<Arguments> newStates() {
        return Stream.of(
                Arguments.of("{\"iso2\":\"IS\",\"name\":\"Iceland\",\"colour\":\"blue\"}", 400, "/colour"),
                Arguments.of("{\"iso2\":\"IS\",\"name\":5}", 400, "/name"),
                Arguments.of("{\"iso2\":\"is\",\"name\":\"Iceland\"}", 400, "/iso2"),
                Arguments.of("{\"iso2\":\"ISL\",\"name\":\"Iceland\"}", 400, "/iso2"),
                Arguments.of("{\"iso2\":\"QQ\",\"name\":\"Nowhere\"}", 422, "/iso2"),
                Arguments.of("{\"name\":\"Iceland\"}", 422, "/iso2"),
                Arguments.of("{\"iso2\":\"IS\"}", 422, "/name"),
                Arguments.of("{\"iso2\":\"IS\",\"name\":\"  \"}", 422, "/name"),
                Arguments.of("{\"iso2\":\"IS\",\"name\":\"Ice\\u0000land\"}", 422, "/name"),
                Arguments.of("{\"iso2\":\"IS\",\"name\":\"Ice\\nland\"}", 422, "/name"),
                Arguments.of("{\"iso2\":\"IS\",\"name\":\"Ice\\u202eland\"}", 422, "/name"),
                Arguments.of("{\"iso2\":\"IS\",\"name\":\"" + "x".repeat(201) + "\"}", 422, "/name"),
                Arguments.of(withMore("\"officialName\":\"" + "x".repeat(301) + "\""), 422, "/officialName"),
                Arguments.of(withMore("\"statusNote\":\"" + "x".repeat(1001) + "\""), 422, "/statusNote"),
                Arguments.of(withMore("\"eligibilityBasis\":\"" + "x".repeat(501) + "\""), 422, "/eligibilityBasis"),
                Arguments.of(withMore("\"regimeMemberships\":{}"), 400, "/regimeMemberships"),
                Arguments.of(withMore("\"regimeMemberships\":[null]"), 400, "/regimeMemberships/0"),
                Arguments.of(
                        withMore("\"regimeMemberships\":[{\"regime\":\"WA\"}]"), 422, "/regimeMemberships/0/standing"),
                Arguments.of(
                        withMore("\"regimeMemberships\":[{\"regime\":\"NATO\",\"standing\":\"MEMBER\"}]"),
                        400,
                        "/regimeMemberships/0/regime"),
                Arguments.of(
                        withMore("\"regimeMemberships\":["
                                + "{\"regime\":\"WA\",\"standing\":\"MEMBER\",\"from\":\"yesterday\"}]"),
                        400,
                        "/regimeMemberships/0/from"),
                Arguments.of(
                        withMore("\"regimeMemberships\":["
                                + "{\"regime\":\"WA\",\"standing\":\"MEMBER\",\"from\":\"+999999-01-01\"}]"),
                        400,
                        "/regimeMemberships/0/from"),
                Arguments.of(
                        withMore("\"regimeMemberships\":["
                                + String.join(
                                        ",", Collections.nCopies(13, "{\"regime\":\"WA\",\"standing\":\"MEMBER\"}"))
                                + "]"),
                        422,
                        "/regimeMemberships"),
                Arguments.of(withMore("\"defaults\":{\"release\":\"ALL\"}"), 422, "/defaults/tlp"),
                Arguments.of(withMore("\"defaults\":{\"release\":\"all\",\"tlp\":\"RED\"}"), 400, "/defaults/release"));
    }

    @ParameterizedTest
    @MethodSource("newStates")
    void a_wrong_new_state_is_refused_by_its_field(String body, int status, String pointer) {
        wrongJson(ADMIN, body).post(STATES).then().statusCode(status).body("errors.pointer", hasItem(pointer));
        Api.as(ADMIN).get(address("IS")).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "5", "{\"iso2\":\"IS\",\"name\":\"Iceland\"} {}"})
    void what_is_not_one_object_is_refused(String body) {
        wrongJson(ADMIN, body).post(STATES).then().statusCode(400);
        Api.as(ADMIN).get(address("IS")).then().statusCode(404);
    }

    static Stream<Arguments> changes() {
        Map<String, Map<String, Integer>> wrong = new LinkedHashMap<>();
        wrong.put(
                "points-of-contact",
                Map.of(
                        "{}|/pointsOfContact",
                        422,
                        "{\"pointsOfContact\":[null]}|/pointsOfContact/0",
                        400,
                        "{\"pointsOfContact\":[{\"role\":\"POC\",\"name\":\"Desk\"}]}|/pointsOfContact/0/mail",
                        422,
                        contact("\"mail\":\"nobody\"") + "|/pointsOfContact/0/mail",
                        422,
                        contact("\"mail\":\"a@b@c\"") + "|/pointsOfContact/0/mail",
                        422,
                        contact("\"mail\":\"\"") + "|/pointsOfContact/0/mail",
                        422,
                        contact("\"mail\":\"a@b.invalid\\r\\nBcc: c@d.invalid\"") + "|/pointsOfContact/0/mail",
                        422,
                        contact("\"mail\":\"a@b.invalid\",\"hours\":\"" + "x".repeat(201) + "\"")
                                + "|/pointsOfContact/0/hours",
                        422,
                        "{\"pointsOfContact\":[{\"role\":\"CHEF\"}]}|/pointsOfContact/0/role",
                        400));
        wrong.put(
                "competent-authorities",
                Map.of(
                        "{}|/competentAuthorities",
                        422,
                        authority("\"url\":\"ftp://example.org\"") + "|/competentAuthorities/0/url",
                        422,
                        authority("\"url\":\"javascript:alert(1)\"") + "|/competentAuthorities/0/url",
                        422,
                        authority("\"url\":7") + "|/competentAuthorities/0/url",
                        400,
                        authority("\"mail\":\"a@b.invalid\"") + "|/competentAuthorities/0/mail",
                        400));
        wrong.put(
                "working-calendar",
                Map.of(
                        "{}|/weekend",
                        422,
                        calendar("Europe/Atlantis", "", "") + "|/zone",
                        422,
                        calendar("Asia/Tokyo", "\"SUNDAY\",\"SUNDAY\"", "") + "|/weekend",
                        422,
                        calendar("Asia/Tokyo", "\"FUNDAY\"", "") + "|/weekend/0",
                        400,
                        calendar("Asia/Tokyo", "\"MONDAY\",\"TUESDAY\",\"FRIDAY\",\"SUNDAY\"", "") + "|/weekend",
                        422,
                        calendar("Asia/Tokyo", "", "{\"date\":\"2026-02-30\",\"name\":\"No day\"}")
                                + "|/holidays/0/date",
                        400,
                        calendar("Asia/Tokyo", "", "{\"date\":\"2026-02-11\"}") + "|/holidays/0/name",
                        422));
        return wrong.entrySet().stream()
                .flatMap(part -> part.getValue().entrySet().stream().map(entry -> {
                    int bar = entry.getKey().lastIndexOf('|');
                    return Arguments.of(
                            part.getKey(),
                            entry.getKey().substring(0, bar),
                            entry.getValue(),
                            entry.getKey().substring(bar + 1));
                }));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_wrong_change_is_refused_by_its_field(String part, String body, int status, String pointer) {
        wrongJson("jp.poc", body)
                .header("If-Match", "*")
                .put(address("JP") + "/" + part)
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
        Api.as("jp.poc").get(address("JP")).then().body("version", equalTo(1));
    }

    static Stream<Arguments> steps() {
        return Stream.of(
                Arguments.of("subscribe", "{}", 422, "/declaration"),
                Arguments.of(
                        "subscribe",
                        "{\"subscribedOn\":\"2999-01-01\",\"declaration\":\"File 7\"}",
                        422,
                        "/subscribedOn"),
                Arguments.of(
                        "subscribe",
                        "{\"subscribedOn\":\"2023-03-29\",\"declaration\":\"File 7\"}",
                        422,
                        "/subscribedOn"),
                Arguments.of(
                        "subscribe", "{\"subscribedOn\":20230330,\"declaration\":\"File 7\"}", 400, "/subscribedOn"),
                Arguments.of("suspend", "{}", 422, "/reason"),
                Arguments.of("suspend", "{\"reason\":\"" + "x".repeat(2001) + "\"}", 422, "/reason"),
                Arguments.of("reinstate", "{\"reason\":\"None\"}", 400, "/reason"),
                Arguments.of("withdraw", "{\"withdrawnOn\":\"2025-01-31\"}", 422, "/reason"),
                Arguments.of("withdraw", "{\"withdrawnOn\":\"2999-01-01\",\"reason\":\"Will\"}", 422, "/withdrawnOn"));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void a_wrong_step_is_refused_by_its_field(String verb, String body, int status, String pointer) {
        Requests.addIceland();

        wrongJson(ADMIN, body)
                .header("If-Match", "*")
                .post(address("IS") + "/" + verb)
                .then()
                .statusCode(status)
                .body("errors.pointer", hasItem(pointer));
        Api.as(ADMIN).get(address("IS")).then().body("status", equalTo("INTERESTED"));
    }

    @Test
    void all_faults_are_named_at_once() {
        wrongJson("jp.poc", calendar("Europe/Atlantis", "\"SUNDAY\",\"SUNDAY\"", """
                        {"date":"2026-02-11","name":"Foundation Day"},{"date":"2026-02-11","name":""}"""))
                .header("If-Match", "*")
                .put(address("JP") + "/working-calendar")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/zone", "/weekend", "/holidays/1/date", "/holidays/1/name"));
    }

    @Test
    void only_json_is_taken() {
        Api.wrongly(ADMIN)
                .contentType(ContentType.TEXT)
                .body(Requests.ICELAND)
                .post(STATES)
                .then()
                .statusCode(415);
    }

    @Test
    void a_key_has_no_spaces() {
        wrongJson(ADMIN, Requests.ICELAND)
                .header("Idempotency-Key", "a b")
                .post(STATES)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("Idempotency-Key"));
    }

    @Test
    void a_refusal_is_audited_and_no_event() {
        TestServers servers = ComityServers.servers();
        String rejected = "select count(*) from audit_entry where decision = 'REJECTED' and method = 'POST'"
                + " and person_name = 'secretariat.admin' and status = 422";
        long events = servers.count("select count(*) from outbox");
        long before = servers.count(rejected);
        wrongJson(ADMIN, "{\"iso2\":\"QQ\",\"name\":\"Nowhere\"}")
                .post(STATES)
                .then()
                .statusCode(422);

        assertEquals(events, servers.count("select count(*) from outbox"));
        assertEquals(before + 1, servers.count(rejected));
    }

    private static String withMore(String members) {
        return "{\"iso2\":\"IS\",\"name\":\"Iceland\"," + members + "}";
    }

    private static String contact(String members) {
        return "{\"pointsOfContact\":[{\"role\":\"POC\",\"name\":\"Desk\"," + members + "}]}";
    }

    private static String authority(String members) {
        return "{\"competentAuthorities\":[{\"role\":\"GRANT\",\"name\":\"Office\"," + members + "}]}";
    }

    private static String calendar(String zone, String weekend, String holidays) {
        return "{\"zone\":\"%s\",\"weekend\":[%s],\"holidays\":[%s]}".formatted(zone, weekend, holidays);
    }

    @Test
    void R317_a_wrong_body_is_told_before_whose_step_it_is() {
        for (String body : List.of("{\"name\":\"Iceland\"}", "{\"iso2\":\"QQ\",\"name\":\"Nowhere\"}")) {
            Api.wrongly("jp.officer")
                    .contentType("application/json")
                    .body(body)
                    .post("/registry/v1/states")
                    .then()
                    .statusCode(422);
        }
        Api.as("jp.officer")
                .contentType("application/json")
                .body("{\"iso2\":\"IS\",\"name\":\"Iceland\"}")
                .post("/registry/v1/states")
                .then()
                .statusCode(403);
    }
}
