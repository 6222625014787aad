package org.comity.denials.statistics;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.denials.denial.PostedDenials;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestClock;
import org.comity.kernel.timer.TimersOfService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures that a state proposes and approves, and the table that is published of them. */
@QuarkusTest
class YearlyTableTest {

    private static final String FIGURES = "/denials/v1/figures";
    private static final String TABLES = "/denials/v1/yearly-tables";

    private final TestClock clock;
    private final TimersOfService timers;

    YearlyTableTest(TestClock clock, TimersOfService timers) {
        this.clock = clock;
        this.timers = timers;
    }

    @BeforeEach
    void nothingIsOut() {
        RegisteredStates.announce();
        ComityServers.servers()
                .sql(
                        "truncate yearly_figures, yearly_figure, yearly_table, yearly_table_cell, idempotent_reply",
                        "update denial set content = content || '{\"decisionDate\": \"2024-06-30\"}' where decision_date >= '2025-01-01'"
                                + " and decision_date <= '2025-12-31'");
        clock.set(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @AfterEach
    void run() {
        clock.run();
    }

    private static Response propose(String person, int year) {
        return Api.as(person)
                .contentType(ContentType.JSON)
                .body("{\"year\":" + year + "}")
                .post(FIGURES);
    }

    private static Response approve(String person, int year) {
        Response read = Api.as(person).get(FIGURES + "/" + year);
        return Api.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", read.header("ETag") == null ? "\"none\"" : read.header("ETag"))
                .body("{}")
                .post(FIGURES + "/" + year + "/approve");
    }

    private static void approved(String state) {
        propose(state + ".officer", 2025).then().statusCode(201);
        approve(state + ".approver", 2025).then().statusCode(200).body("status", is("APPROVED"));
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
        timers.runAll();
    }

    private static ValidatableResponse table(int status) {
        return given().get(TABLES + "/2025").then().statusCode(status);
    }

    @Test
    void R205_R206_the_table_is_out_on_the_first_of_July_for_everybody_and_small_cells_are_not_in_it() {
        for (String state : new String[] {"nl", "de", "jp"}) {
            PostedDenials.notified(state, Map.of("decisionDate", "2025-03-31"));
            approved(state);
        }
        PostedDenials.notified("nl", Map.of("decisionDate", "2025-12-31", "destinationState", "TR"));
        clock.set(Instant.parse("2026-02-01T00:00:00Z"));
        at("2026-06-30T23:59:59Z");
        table(404);
        at("2026-07-01T00:00:00Z");
        table(200)
                .body("states", is(3))
                .body("publishedOn", is("2026-07-01"))
                .body("denials", is(3))
                .body("cells.find { it.dimension == 'DESTINATION' && it.key == 'KZ' }.denials", is(3))
                .body("cells.findAll { it.key == 'TR' }.size()", is(0));
        given().get(TABLES).then().statusCode(200).body("items.year", hasItem(2025));
        Api.as("jp.officer").get(TABLES + "/2025").then().statusCode(200);
    }

    @Test
    void R206_what_is_under_three_is_suppressed() {
        for (String state : new String[] {"nl", "de", "jp"}) {
            PostedDenials.notified(state, Map.of("decisionDate", "2025-06-01"));
            if (!state.equals("nl")) {
                PostedDenials.notified(state, Map.of("decisionDate", "2025-06-01", "destinationState", "TR"));
            }
            approved(state);
        }
        at("2026-07-01T00:00:00Z");
        table(200)
                .body("cells.find { it.key == 'TR' }.suppressed", is(true))
                .body("cells.find { it.key == 'TR' }", not(hasKey("denials")))
                .body("cells.find { it.key == 'KZ' }.suppressed", is(true));
    }

    @Test
    void R205_two_states_make_no_table_and_a_fourth_changes_none() {
        PostedDenials.notified("nl", Map.of("decisionDate", "2025-03-31"));
        approved("nl");
        approved("de");
        at("2026-08-01T00:00:00Z");
        table(404);
        approved("jp");
        timers.runAll();
        String before = table(200).extract().asString();
        approved("no");
        timers.runAll();
        table(200).body(equalTo(before));
        Api.as("no.officer").get(FIGURES + "/2025").then().statusCode(200).body("published", is(true));
    }

    @Test
    void R205_what_is_not_approved_is_in_no_table() {
        approved("nl");
        approved("de");
        propose("jp.officer", 2025).then().statusCode(201);
        at("2026-07-01T00:00:00Z");
        table(404);
    }

    @ParameterizedTest
    @CsvSource({"2025, 201", "2026, 422", "1996, 201", "1995, 422"})
    void R203_figures_are_about_a_year_that_is_over(int year, int status) {
        propose("nl.officer", year).then().statusCode(status);
        clock.set(Instant.parse("2025-12-31T23:59:59.999999Z"));
        propose("nl.officer", 2025).then().statusCode(422).body("errors.pointer", hasItem("/year"));
    }

    @Test
    void R204_four_eyes_approve_what_was_proposed_and_it_does_not_change_any_more() {
        propose("nl.approver", 2025).then().statusCode(201).body("status", is("NATIONAL_APPROVAL"));
        approve("nl.approver", 2025).then().statusCode(403);
        approve("nl.officer", 2025).then().statusCode(403);
        propose("nl.officer", 2025).then().statusCode(201);
        approve("nl.approver", 2025).then().statusCode(200);
        approve("nl.approver", 2025).then().statusCode(409);
        propose("nl.officer", 2025).then().statusCode(409);
    }

    @Test
    void R204_a_stale_approval_is_refused() {
        propose("nl.officer", 2025).then().statusCode(201);
        String stale = Api.as("nl.approver").get(FIGURES + "/2025").header("ETag");
        clock.set(Instant.parse("2026-01-02T00:00:00Z"));
        propose("nl.officer", 2025).then().statusCode(201);
        Api.as("nl.approver")
                .contentType(ContentType.JSON)
                .header("If-Match", stale)
                .body("{}")
                .post(FIGURES + "/2025/approve")
                .then()
                .statusCode(412);
    }

    @Test
    void R204_a_state_has_its_own_figures_and_no_other() {
        propose("nl.officer", 2025).then().statusCode(201);
        Api.as("nl.approver").get(FIGURES).then().statusCode(200).body("items.size()", is(1));
        Api.as("de.officer").get(FIGURES + "/2025").then().statusCode(404);
        Api.as("de.officer").get(FIGURES).then().statusCode(200).body("items.size()", is(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl.analyst", "nl.poc", "secretariat.staff"})
    void R204_nobody_but_the_licensing_desk_has_to_do_with_figures(String person) {
        propose(person, 2025).then().statusCode(403);
        Api.as(person).get(FIGURES).then().statusCode(403);
        Api.as(person).get(FIGURES + "/2025").then().statusCode(403);
        approve(person, 2025).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999", "x", "20255"})
    void a_table_that_is_not_out_is_not_there(String year) {
        given().get(TABLES + "/" + year).then().statusCode(404);
    }

    @Test
    void without_a_token_nothing_else_is_open() {
        given().get(FIGURES).then().statusCode(401);
        given().get("/denials/v1/statistics").then().statusCode(401);
    }

    @Test
    void R315_figures_list_what_their_reader_may_do_next() {
        propose("nl.approver", 2025).then().statusCode(201).body("steps", is(List.of()));
        Api.as("nl.officer").get(FIGURES + "/2025").then().body("steps", is(List.of()));
        propose("nl.officer", 2025).then().statusCode(201).body("steps", is(List.of()));
        Api.as("nl.approver").get(FIGURES + "/2025").then().body("steps", is(List.of("approve")));
        approve("nl.approver", 2025).then().statusCode(200).body("steps", is(List.of()));
    }
}
