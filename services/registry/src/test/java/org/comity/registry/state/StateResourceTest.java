package org.comity.registry.state;

import static org.comity.registry.state.Requests.ADMIN;
import static org.comity.registry.state.Requests.AUTHORITIES;
import static org.comity.registry.state.Requests.CALENDAR;
import static org.comity.registry.state.Requests.CONTACTS;
import static org.comity.registry.state.Requests.CONTENT;
import static org.comity.registry.state.Requests.ICELAND;
import static org.comity.registry.state.Requests.STAFF;
import static org.comity.registry.state.Requests.STATES;
import static org.comity.registry.state.Requests.address;
import static org.comity.registry.state.Requests.etag;
import static org.comity.registry.state.Requests.json;
import static org.comity.registry.state.Requests.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class StateResourceTest {

    private Runnable undo;

    @BeforeEach
    void keep() {
        undo = Requests.keep();
    }

    @AfterEach
    void undo() {
        undo.run();
    }

    // Reading

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jp.officer",
                "jp.approver",
                "jp.analyst",
                "jp.poc",
                "jp.admin",
                "jp.auditor",
                "secretariat.staff",
                "secretariat.admin"
            })
    void everyone_reads_the_states(String person) {
        Api.as(person).get(STATES).then().statusCode(200).body("items", hasSize(25));
        Api.as(person).get(address("XK")).then().statusCode(200).body("name", equalTo("Kosovo"));
    }

    @Test
    void a_national_system_reads_the_states() {
        Api.withToken(Tokens.ofSystem("nl-system")).get(STATES).then().statusCode(200);
    }

    @Test
    void nobody_reads_without_a_token() {
        Api.anonymous().get(STATES).then().statusCode(401);
        Api.anonymous().get(address("XK")).then().statusCode(401);
    }

    @Test
    void a_founding_state_is_as_the_seed_has_it() {
        Api.as("jp.officer")
                .get(address("EE"))
                .then()
                .statusCode(200)
                .body("iso2", equalTo("EE"))
                .body("version", equalTo(1))
                .body("status", equalTo("SUBSCRIBED"))
                .body("subscribedOn", equalTo("2023-03-30"))
                .body("withdrawnOn", nullValue())
                .body("pointsOfContact", empty())
                .body("competentAuthorities.name", contains("National licensing authority"))
                .body("workingCalendar.zone", equalTo("Europe/Tallinn"))
                .body("workingCalendar.weekend", contains("SATURDAY", "SUNDAY"))
                .body("workingCalendar.holidays", empty())
                .body("regimeMemberships.regime", contains("WA", "NSG", "AG", "EU"))
                .body("regimeMemberships.standing", everyItem(equalTo("MEMBER")))
                .body("defaults.release", equalTo("ORIGINATOR_ONLY"))
                .body("defaults.tlp", equalTo("AMBER"));
    }

    @ParameterizedTest
    @CsvSource({"WA, 20", "NSG, 20", "AG, 20", "MTCR, 16", "EU, 12", "ZC, 0"})
    void the_states_of_a_regime_are_listed(String regime, int states) {
        Api.as("jp.officer")
                .queryParam("regime", regime)
                .get(STATES)
                .then()
                .statusCode(200)
                .body("items", hasSize(states));
    }

    @Test
    void states_are_listed_by_status() {
        Requests.addIceland();

        Api.as("jp.officer")
                .queryParam("status", "INTERESTED")
                .get(STATES)
                .then()
                .statusCode(200)
                .body("items.iso2", contains("IS"));
    }

    @Test
    void R335_states_are_listed_that_work_on_a_day_neither_on_a_weekend_nor_on_a_holiday() {
        Requests.addIceland();
        put(
                        STAFF,
                        "IS",
                        "/working-calendar",
                        "{\"zone\":\"Atlantic/Reykjavik\",\"weekend\":[\"SUNDAY\"],"
                                + "\"holidays\":[{\"date\":\"2026-06-17\",\"name\":\"National Day\"}]}")
                .statusCode(200);

        assertTrue(working("2026-06-16").contains("IS"));
        assertFalse(working("2026-06-17").contains("IS"));
        assertTrue(working("2026-06-20").contains("IS"), "a Saturday");
        assertFalse(working("2026-06-20").contains("NL"), "a Saturday");
        assertFalse(working("2026-06-21").contains("IS"), "a Sunday");
    }

    private static List<String> working(String day) {
        Response page = Api.as("jp.officer")
                .queryParam("worksOn", day)
                .queryParam("limit", 100)
                .get(STATES);
        assertEquals(200, page.statusCode());
        return page.jsonPath().getList("items.iso2", String.class);
    }

    @Test
    void the_pages_lead_through_all_states_once_by_code() {
        List<String> seen = new ArrayList<>();
        Optional<String> next = Optional.of(STATES + "?limit=8");
        int pages = 0;
        while (next.isPresent()) {
            Response page = Api.as("jp.officer").get(next.get());
            assertEquals(200, page.statusCode());
            seen.addAll(page.jsonPath().getList("items.iso2", String.class));
            next = page.headers().getValues("Link").stream()
                    .filter(link -> link.endsWith("rel=\"next\""))
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .findFirst();
            pages++;
        }

        assertEquals(4, pages);
        assertEquals(25, seen.size());
        assertEquals(seen.stream().distinct().sorted().toList(), seen);
    }

    @Test
    void R65_a_cursor_is_of_its_list_and_its_filters_and_no_other() {
        String link =
                Api.as("jp.officer").get(STATES + "?limit=8&status=SUBSCRIBED").headers().getValues("Link").stream()
                        .filter(each -> each.endsWith("rel=\"next\""))
                        .findFirst()
                        .orElseThrow();
        String cursor = link.replaceAll(".*cursor=([^&>]+).*", "$1");
        Api.as("jp.officer")
                .get(STATES + "?status=SUBSCRIBED&limit=2&cursor=" + cursor)
                .then()
                .statusCode(200);
        for (String other : List.of(
                STATES + "?cursor=" + cursor,
                STATES + "?status=INTERESTED&cursor=" + cursor,
                STATES + "?status=SUBSCRIBED&cursor=" + cursor.substring(0, cursor.indexOf('.')),
                STATES + "?status=SUBSCRIBED&cursor=" + cursor.substring(0, cursor.length() - 1),
                STATES + "?status=SUBSCRIBED&cursor=A" + cursor,
                "/registry/v1/access-log?cursor=" + cursor)) {
            Api.as("jp.poc").get(other).then().statusCode(400).body("errors.pointer", contains("cursor"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 101",
        "limit, many",
        "cursor, SlAK",
        "status, SLEEPING",
        "regime, NATO",
        "worksOn, 2026-02-30"
    })
    void a_parameter_that_cannot_be_read_is_named(String parameter, String value) {
        Api.wrongly("jp.officer")
                .queryParam(parameter, value)
                .get(STATES)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(parameter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IS", "QQ", "jp", "JPN", "1"})
    void a_code_of_no_state_is_not_found(String code) {
        Api.as("jp.officer").get(address(code)).then().statusCode(404);
        json(STAFF, CONTENT).header("If-Match", "*").put(address(code)).then().statusCode(404);
        json(STAFF, CALENDAR)
                .header("If-Match", "*")
                .put(address(code) + "/working-calendar")
                .then()
                .statusCode(404);
        json(ADMIN, Requests.SUSPENSION)
                .header("If-Match", "*")
                .post(address(code) + "/suspend")
                .then()
                .statusCode(404);
    }

    // Adding

    @Test
    void an_administrator_of_the_secretariat_adds_a_state() {
        Response added = json(ADMIN, ICELAND).post(STATES);

        added.then()
                .statusCode(201)
                .header("Location", equalTo(address("IS")))
                .body("status", equalTo("INTERESTED"))
                .body("version", equalTo(1))
                .body("subscribedOn", nullValue())
                .body("regimeMemberships", empty())
                .body("workingCalendar.zone", equalTo("Etc/UTC"))
                .body("defaults.release", equalTo("ORIGINATOR_ONLY"));
        Response read = Api.as("jp.officer").get(address("IS"));
        assertEquals(added.asString(), read.asString());
        assertEquals(added.header("ETag"), read.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"secretariat.staff", "jp.poc", "jp.admin", "jp.officer"})
    void nobody_else_adds_a_state(String person) {
        json(person, ICELAND).post(STATES).then().statusCode(403);
        Api.as(person).get(address("IS")).then().statusCode(404);
    }

    @Test
    void a_state_is_added_once() {
        json(ADMIN, "{\"iso2\":\"JP\",\"name\":\"Japan\"}")
                .post(STATES)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:comity:problem:already-listed"))
                .body("errors.pointer", contains("/iso2"));
    }

    @Test
    void a_state_is_added_once_by_two_at_a_time() throws Exception {
        FutureTask<Integer> other =
                new FutureTask<>(() -> json(ADMIN, ICELAND).post(STATES).statusCode());
        Thread thread = new Thread(other);
        thread.start();
        int own = json(ADMIN, ICELAND).post(STATES).statusCode();
        thread.join();

        assertEquals(
                List.of(201, 409), List.of(own, other.get()).stream().sorted().toList());
    }

    @Test
    void a_repeated_request_adds_once_and_is_answered_alike() {
        Response first = json(ADMIN, ICELAND).header("Idempotency-Key", "once").post(STATES);
        Response again = json(ADMIN, ICELAND).header("Idempotency-Key", "once").post(STATES);

        assertEquals(201, first.statusCode());
        assertEquals(201, again.statusCode());
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(1, ComityServers.servers().count("select count(*) from outbox where subject = 'IS'"));
    }

    @Test
    void a_key_serves_one_request() {
        json(ADMIN, ICELAND)
                .header("Idempotency-Key", "once")
                .post(STATES)
                .then()
                .statusCode(201);
        json(ADMIN, "{\"iso2\":\"IE\",\"name\":\"Ireland\"}")
                .header("Idempotency-Key", "once")
                .post(STATES)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:comity:problem:idempotency-key-reused"))
                .body("errors.pointer", contains("Idempotency-Key"));
        Api.as(ADMIN).get(address("IE")).then().statusCode(404);
    }

    // Editing

    @Test
    void the_secretariat_edits_what_it_keeps() {
        String before = etag("JP");
        Response edited = json(STAFF, CONTENT).header("If-Match", before).put(address("JP"));

        edited.then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("eligibilityBasis", equalTo("Summit for Democracy"))
                .body("regimeMemberships.regime", contains("WA", "ZC"))
                .body("regimeMemberships[0].from", equalTo("1996-07-12"))
                .body("regimeMemberships[1].standing", equalTo("ADHERENT"))
                .body("defaults.release", equalTo("ALL"))
                .body("defaults.tlp", equalTo("GREEN"))
                .body("status", equalTo("SUBSCRIBED"))
                .body("workingCalendar.zone", equalTo("Asia/Tokyo"));
        assertNotEquals(before, edited.header("ETag"));
        assertEquals(edited.asString(), Api.as("jp.officer").get(address("JP")).asString());
    }

    @Test
    void what_is_not_said_is_removed() {
        put(
                        STAFF,
                        "EE",
                        "",
                        "{\"name\":\"Estonia\",\"regimeMemberships\":[],"
                                + "\"defaults\":{\"release\":\"ORIGINATOR_ONLY\",\"tlp\":\"AMBER\"}}")
                .statusCode(200)
                .body("officialName", nullValue())
                .body("regimeMemberships", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jp.poc", "jp.admin", "jp.officer"})
    void nobody_else_edits_what_the_secretariat_keeps(String person) {
        put(person, "JP", "", CONTENT).statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jp.poc", "secretariat.staff", "secretariat.admin"})
    void contacts_authorities_and_calendar_are_for_the_secretariat_and_the_own_point_of_contact(String person) {
        put(person, "JP", "/points-of-contact", CONTACTS)
                .statusCode(200)
                .body("pointsOfContact.role", contains("POC", "DEPUTY"))
                .body("pointsOfContact[0].backup", equalTo("The deputy"))
                .body("pointsOfContact[1].hours", nullValue());
        put(person, "JP", "/competent-authorities", AUTHORITIES)
                .statusCode(200)
                .body("competentAuthorities.name", contains("Licensing office", "Customs"));
        put(person, "JP", "/working-calendar", CALENDAR)
                .statusCode(200)
                .body("version", equalTo(4))
                .body("workingCalendar.holidays.date", contains("2026-01-01", "2026-02-11"))
                .body("pointsOfContact", hasSize(2))
                .body("competentAuthorities", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kr.poc", "jp.admin", "jp.officer", "jp.analyst", "jp.auditor"})
    void nobody_else_changes_contacts_authorities_and_calendar(String person) {
        put(person, "JP", "/points-of-contact", CONTACTS).statusCode(403);
        put(person, "JP", "/competent-authorities", AUTHORITIES).statusCode(403);
        put(person, "JP", "/working-calendar", CALENDAR).statusCode(403);
        Api.as(person).get(address("JP")).then().body("version", equalTo(1));
    }

    @Test
    void everything_can_be_emptied() {
        put("jp.poc", "JP", "/points-of-contact", CONTACTS).statusCode(200);

        put("jp.poc", "JP", "/points-of-contact", "{\"pointsOfContact\":[]}")
                .statusCode(200)
                .body("pointsOfContact", empty());
        put("jp.poc", "JP", "/competent-authorities", "{\"competentAuthorities\":[]}")
                .statusCode(200)
                .body("competentAuthorities", empty());
        put("jp.poc", "JP", "/working-calendar", "{\"zone\":\"Asia/Tokyo\",\"weekend\":[],\"holidays\":[]}")
                .statusCode(200)
                .body("workingCalendar.weekend", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/points-of-contact", "/competent-authorities", "/working-calendar"})
    void a_change_names_the_version_that_it_is_for(String part) {
        String body =
                switch (part) {
                    case "" -> CONTENT;
                    case "/points-of-contact" -> CONTACTS;
                    case "/competent-authorities" -> AUTHORITIES;
                    default -> CALENDAR;
                };
        String seen = etag("JP");

        json(STAFF, body).put(address("JP") + part).then().statusCode(428).body("errors.pointer", contains("If-Match"));
        json(STAFF, body)
                .header("If-Match", seen)
                .put(address("JP") + part)
                .then()
                .statusCode(200);
        json(STAFF, body)
                .header("If-Match", seen)
                .put(address("JP") + part)
                .then()
                .statusCode(412)
                .body("errors.pointer", contains("If-Match"));
        assertNotEquals(seen, etag("JP"), "the first change stands");
        Api.as(STAFF).get(address("JP")).then().body("version", equalTo(2));
    }

    @Test
    void of_two_changes_at_a_time_one_is_told_that_it_came_late() throws Exception {
        String seen = etag("JP");
        FutureTask<Integer> other = new FutureTask<>(() -> json(STAFF, CONTACTS)
                .header("If-Match", seen)
                .put(address("JP") + "/points-of-contact")
                .statusCode());
        Thread thread = new Thread(other);
        thread.start();
        int own = json("jp.poc", CONTACTS)
                .header("If-Match", seen)
                .put(address("JP") + "/points-of-contact")
                .statusCode();
        thread.join();

        assertEquals(
                List.of(200, 412), List.of(own, other.get()).stream().sorted().toList());
    }
}
