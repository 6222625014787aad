package org.comity.kernel.test;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The kernel as a service has it: over HTTP, with real servers behind. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class KernelWiringTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private final TwoWorlds worlds;

    KernelWiringTest(TwoWorlds worlds) {
        this.worlds = worlds;
    }

    private static RequestSpecification as(String person) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of(person))
                .contentType("application/json");
    }

    private static long count(String query) {
        return ComityServers.servers().count(query);
    }

    @Test
    void a_state_reads_its_own_notes_and_no_others() {
        as("nl.officer")
                .body("{\"text\":\"of the Netherlands\"}")
                .post("/notes")
                .then()
                .statusCode(201);
        as("de.officer").body("{\"text\":\"of Germany\"}").post("/notes").then().statusCode(201);
        List<String> seen = as("nl.analyst").get("/notes").path("items.state");
        assertFalse(seen.isEmpty());
        assertEquals(List.of("NL"), seen.stream().distinct().toList());
    }

    @Test
    void a_key_used_many_times_at_once_takes_effect_once() throws Exception {
        String key = UUID.randomUUID().toString();
        String text = UUID.randomUUID().toString();
        List<Future<Response>> answers = new ArrayList<>();
        Tokens.of("nl.officer");
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                answers.add(callers.submit(() -> as("nl.officer")
                        .header("Idempotency-Key", key)
                        .body("{\"text\":\"" + text + "\"}")
                        .post("/notes")));
            }
        }
        HashSet<String> bodies = new HashSet<>();
        for (Future<Response> answer : answers) {
            assertEquals(201, answer.get().statusCode());
            bodies.add(answer.get().asString());
        }
        assertEquals(1, bodies.size());
        assertEquals(1, count("select count(*) from note where text = '" + text + "'"));
    }

    @Test
    void a_failure_of_ours_tells_a_correlation_id_and_nothing_else() {
        as("nl.officer")
                .get("/notes/failure")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("correlationId", notNullValue())
                .body("type", is("urn:comity:problem:internal"))
                .body(not(containsString("secret")));
    }

    @Test
    void what_cannot_be_recorded_is_not_shown() {
        as("nl.officer").body("{\"text\":\"shown once\"}").post("/notes").then().statusCode(201);
        ComityServers.servers().sql("alter table audit_entry add constraint planted check (method <> 'GET') not valid");
        try {
            as("nl.officer")
                    .get("/notes")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body(not(containsString("shown once")));
        } finally {
            ComityServers.servers().sql("alter table audit_entry drop constraint planted");
        }
        as("nl.officer").get("/notes").then().statusCode(200);
    }

    @Test
    void nobody_is_let_in_while_it_cannot_be_told_whether_access_stands() {
        ComityServers.servers().accessSql("alter table access_ended rename to away");
        try {
            as("nl.officer").get("/notes").then().statusCode(503);
        } finally {
            ComityServers.servers().accessSql("alter table away rename to access_ended");
        }
        as("nl.officer").get("/notes").then().statusCode(200);
    }

    @Test
    void a_session_that_ended_is_over_on_every_service_and_others_go_on() {
        String ended = Tokens.ofNewSession("no.officer");
        String goesOn = Tokens.ofNewSession("no.officer");
        String claims = new String(java.util.Base64.getUrlDecoder().decode(ended.split("\\.")[1]));
        String sid = io.restassured.path.json.JsonPath.from(claims).getString("sid");
        ComityServers.servers().accessSql("insert into access_ended values ('session:" + sid + "', now(), 'test')");
        RestAssured.given()
                .header("Authorization", "Bearer " + ended)
                .get("/notes")
                .then()
                .statusCode(401);
        RestAssured.given()
                .header("Authorization", "Bearer " + goesOn)
                .get("/notes")
                .then()
                .statusCode(200);
    }

    @Test
    void an_unknown_address_is_a_problem_and_leaves_its_row() {
        long before = count("select count(*) from audit_entry where path = '/nowhere'");
        as("nl.officer").get("/nowhere").then().statusCode(404).contentType("application/problem+json");
        as("nl.officer").delete("/notes").then().statusCode(405).contentType("application/problem+json");
        Eventually.itIsSo(
                "the row is written", () -> count("select count(*) from audit_entry where path = '/nowhere'") > before);
    }

    @Test
    void health_shows_how_far_the_relay_lags() {
        as("nl.officer").body("{\"text\":\"told\"}").post("/notes").then().statusCode(201);
        Eventually.itIsSo("nothing waits", () -> count("select count(*) from outbox where sent_at is null") == 0);
        RestAssured.get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'outbox' }.data.lagMillis", is(0))
                // how many events wait would count the acts of states
                .body("checks.find { it.name == 'outbox' }.data.waiting", nullValue());
    }

    @Test
    void the_oracle_sees_nothing_where_there_is_nothing_and_something_where_there_is() {
        World world = World.keep(ComityServers.servers());
        Runnable hide = () -> as("de.officer")
                .body("{\"text\":\"hidden\"}")
                .post("/notes")
                .then()
                .statusCode(201);
        assertTrue(worlds.compare(world, hide, "jp.officer", session -> session.get("/notes"))
                .isEmpty());
        ComityServers.servers().sql("alter table note disable row level security");
        try {
            assertTrue(worlds.compare(world, hide, "jp.officer", session -> session.get("/notes"))
                    .isPresent());
        } finally {
            ComityServers.servers().sql("alter table note enable row level security");
        }
    }
}
