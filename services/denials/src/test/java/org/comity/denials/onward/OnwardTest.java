package org.comity.denials.onward;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.comity.denials.denial.PostedDenials;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.EventContract;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Onward release, asked for by Germany of a denial of the Netherlands. */
@QuarkusTest
class OnwardTest {

    private static final String DENIALS = "/denials/v1/denials/";
    private static final String REQUESTS = "/denials/v1/onward-requests";

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static String denial(String... states) {
        return PostedDenials.notified("nl", Map.of(), states);
    }

    private static Response ask(String person, String denial, String... states) {
        return Api.as(person)
                .contentType(ContentType.JSON)
                .body("{\"states\":[\"%s\"],\"reason\":\"They license the same end-user\"}"
                        .formatted(String.join("\",\"", states)))
                .post(DENIALS + denial + "/onward-requests");
    }

    private static String asked(String denial, String... states) {
        return ask("de.officer", denial, states)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Response step(String person, String id, String verb, String body) {
        String tag = Api.as(person).get(REQUESTS + "/" + id).header("ETag");
        return Api.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", tag == null ? "\"none\"" : tag)
                .body(body)
                .post(REQUESTS + "/" + id + "/" + verb);
    }

    private static void sees(String state, String denial, int status) {
        Api.as(state + ".officer").get(DENIALS + denial).then().statusCode(status);
    }

    @Test
    void R208_R209_what_is_granted_is_released_and_nothing_before() {
        String denial = denial("DE", "EE");
        String id = asked(denial, "JP");
        sees("jp", denial, 404);
        Api.as("nl.officer")
                .get(REQUESTS + "/" + id)
                .then()
                .statusCode(200)
                .body("status", is("ASKED"))
                .body("requestingState", is("DE"))
                .body("states", equalTo(List.of("JP")));
        step("nl.approver", id, "grant", "{\"text\":\"Agreed\"}")
                .then()
                .statusCode(200)
                .body("status", is("GRANTED"));
        sees("jp", denial, 200);
        sees("de", denial, 200);
        sees("ee", denial, 200);
        sees("no", denial, 404);
        Api.as("nl.officer")
                .get(DENIALS + denial)
                .then()
                .body("releasability.states", equalTo(List.of("DE", "EE", "JP")));
        Api.as("de.officer").get(REQUESTS + "/" + id).then().body("answer", is("Agreed"));
        List<String> told =
                Events.await(ComityServers.servers(), "denials.denial.v1", 2, message -> id.equals(message.key()))
                        .stream()
                        .map(message -> message.value())
                        .toList();
        told.forEach(event -> assertEquals(List.of(), EventContract.faults(event), event));
        assertEquals(
                List.of("asked", "answered"),
                told.stream()
                        .map(event ->
                                EventContract.type(event).replaceAll("^org.comity.denials.onward-request.|.v1$", ""))
                        .toList());
    }

    @Test
    void R242_a_grant_goes_through_while_a_reader_is_suspended_and_takes_nothing_from_it() {
        String denial = denial("DE", "EE");
        String id = asked(denial, "JP");
        ComityServers.servers().sql("update member_state set status = 'ACCESS_SUSPENDED' where iso2 = 'EE'");
        try {
            step("nl.approver", id, "grant", "{}").then().statusCode(200);
        } finally {
            ComityServers.servers().sql("update member_state set status = 'SUBSCRIBED' where iso2 = 'EE'");
        }
        sees("jp", denial, 200);
        sees("ee", denial, 200);
    }

    @Test
    void R209_a_refusal_and_a_withdrawal_release_nothing_and_an_answer_is_given_once() {
        String denial = denial("DE");
        String refused = asked(denial, "JP");
        step("nl.approver", refused, "refuse", "{\"reason\":\"Not yet\"}")
                .then()
                .statusCode(200);
        String withdrawn = asked(denial, "JP");
        step("de.officer", withdrawn, "withdraw", "{}").then().statusCode(200);
        sees("jp", denial, 404);
        for (String id : List.of(refused, withdrawn)) {
            step("nl.approver", id, "grant", "{}").then().statusCode(409);
            step("de.officer", id, "withdraw", "{}").then().statusCode(409);
        }
        sees("jp", denial, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "nl.officer, grant, 403",
        "nl.officer, refuse, 403",
        "de.approver, grant, 403",
        "de.approver, refuse, 403",
        "nl.approver, withdraw, 403",
        "jp.approver, grant, 404",
        "jp.officer, withdraw, 404",
        "nl.poc, grant, 403"
    })
    void R209_the_originators_approver_answers_and_the_asking_desk_withdraws(String person, String verb, int status) {
        String id = asked(denial("DE"), "JP");
        String body = verb.equals("refuse") ? "{\"reason\":\"No\"}" : "{}";
        step(person, id, verb, body).then().statusCode(status);
    }

    @Test
    void R208_who_sees_the_denial_asks() {
        String denial = denial("DE");
        ask("jp.officer", denial, "NO").then().statusCode(404);
        ask("de.analyst", denial, "NO").then().statusCode(403);
        ask("secretariat.staff", denial, "NO").then().statusCode(404);
        ask("nl.officer", denial, "NO").then().statusCode(409);
        ask("de.officer", "not-an-id", "NO").then().statusCode(404);
    }

    @Test
    void R208_whether_a_named_state_has_it_is_not_told() {
        String denial = denial("DE", "EE");
        Map<String, Object> ofReader =
                ask("de.officer", denial, "EE").then().statusCode(201).extract().path("$");
        Map<String, Object> ofStranger =
                ask("de.officer", denial, "JP").then().statusCode(201).extract().path("$");
        assertEquals(List.of("EE"), ofReader.get("states"));
        for (String own : List.of("id", "askedAt", "states")) {
            ofReader.remove(own);
            ofStranger.remove(own);
        }
        assertEquals(ofStranger, ofReader);
        ask("de.officer", denial, "CH").then().statusCode(422).body("errors.pointer", equalTo(List.of("/states/0")));
    }

    @Test
    void R209_a_grant_is_given_once_and_is_of_what_was_read() {
        String denial = denial("DE");
        String id = asked(denial, "JP");
        String read = Api.as("nl.approver").get(REQUESTS + "/" + id).header("ETag");
        step("nl.approver", id, "grant", "{}").then().statusCode(200);
        for (String verb : List.of("grant", "refuse")) {
            step("nl.approver", id, verb, verb.equals("grant") ? "{}" : "{\"reason\":\"No\"}")
                    .then()
                    .statusCode(409);
        }
        step("de.officer", id, "withdraw", "{}").then().statusCode(409);
        Api.as("nl.approver")
                .contentType(ContentType.JSON)
                .header("If-Match", read)
                .body("{}")
                .post(REQUESTS + "/" + id + "/grant")
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @CsvSource({"NL, /states/0", "DE, /states/0", "FI;NL, /states/1"})
    void R208_states_that_have_it_already_are_named(String states, String pointer) {
        ask("de.officer", denial("DE"), states.split(";"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem(pointer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reason\":\"x\"}",
                "{\"states\":[],\"reason\":\"x\"}",
                "{\"states\":[\"JP\"]}",
                "{\"states\":[\"JP\",\"JP\"],\"reason\":\"x\"}",
                "{\"states\":[\"JP\"],\"reason\":\"\"}"
            })
    void what_is_missing_or_wrong_is_named(String body) {
        Api.wrongly("de.officer")
                .contentType(ContentType.JSON)
                .body(body)
                .post(DENIALS + denial("DE") + "/onward-requests")
                .then()
                .statusCode(422);
    }

    @Test
    void R211_what_is_derived_from_a_regime_goes_to_its_members_even_when_it_is_asked_for() {
        String denial = PostedDenials.notified(
                "nl",
                Map.of(
                        "provenance",
                        "REGIME_DERIVED",
                        "releasability",
                        Map.of("mode", "LIST", "regime", "WA", "states", List.of("DE"))));
        String outside = asked(denial, "EC");
        step("nl.approver", outside, "grant", "{}").then().statusCode(422).body("errors.pointer", hasItem("/states/0"));
        sees("ec", denial, 404);
        String inside = asked(denial, "JP");
        step("nl.approver", inside, "grant", "{}").then().statusCode(200);
        sees("jp", denial, 200);
    }

    @Test
    void R210_a_request_is_for_the_two_desks_alone_also_when_the_denial_is_hidden_by_now() {
        String denial = denial("DE");
        String id = asked(denial, "JP");
        Api.as("ee.officer").get(REQUESTS + "/" + id).then().statusCode(404);
        Api.as("jp.officer").get(REQUESTS + "/" + id).then().statusCode(404);
        Api.as("nl.poc").get(REQUESTS + "/" + id).then().statusCode(403);
        Api.as("jp.officer").get(REQUESTS).then().statusCode(200).body("items.id", not(hasItem(id)));
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", Api.as("nl.officer").get(DENIALS + denial).header("ETag"))
                .body("{\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}")
                .post(DENIALS + denial + "/release")
                .then()
                .statusCode(200);
        sees("de", denial, 404);
        Api.as("de.officer").get(REQUESTS + "/" + id).then().statusCode(200);
        Api.as("de.officer")
                .queryParam("role", "asked")
                .get(REQUESTS)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id))
                .body("items.requestingState", everyItem(is("DE")));
        Api.as("de.officer").queryParam("role", "received").get(REQUESTS).then().body("items.id", not(hasItem(id)));
        Api.as("nl.officer").queryParam("role", "received").get(REQUESTS).then().body("items.id", hasItem(id));
        Api.wrongly("nl.officer")
                .queryParam("role", "both")
                .get(REQUESTS)
                .then()
                .statusCode(400);
    }

    @Test
    void R315_a_request_lists_what_its_reader_may_do_next() {
        String id = asked(denial("DE"), "JP");
        Api.as("de.officer").get(REQUESTS + "/" + id).then().body("steps", is(List.of("withdraw")));
        Api.as("nl.officer").get(REQUESTS + "/" + id).then().body("steps", is(List.of()));
        Api.as("nl.approver").get(REQUESTS + "/" + id).then().body("steps", is(List.of("grant", "refuse")));
        step("nl.approver", id, "refuse", "{\"reason\":\"No.\"}").then().body("steps", is(List.of()));
    }
}
