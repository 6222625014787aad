package org.comity.sharing.sample;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Optional;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Session;
import org.comity.kernel.test.Tokens;
import org.comity.kernel.test.TwoWorlds;
import org.comity.kernel.test.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A record that is new to the house has four eyes, a release, both halves of the wall and the oracle from the library. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class AdvisoryTest {

    private static final String TO_GERMANY =
            "{\"text\":\"Look twice.\",\"releasability\":{\"mode\":\"LIST\",\"states\":[\"DE\"]}}";

    private final TwoWorlds oracle;

    AdvisoryTest(TwoWorlds oracle) {
        this.oracle = oracle;
    }

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static RequestSpecification as(String person) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + Tokens.of(person))
                .contentType("application/json");
    }

    private static Response step(String person, String id, String verb, String body) {
        String tag = as(person).get("/advisories/" + id).header("ETag");
        return as(person)
                .header("If-Match", tag == null ? "\"none\"" : tag)
                .body(body)
                .post("/advisories/" + id + "/" + verb);
    }

    private static String drafted() {
        return as("nl.officer")
                .body(TO_GERMANY)
                .post("/advisories")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String published() {
        String id = drafted();
        step("nl.officer", id, "submit", "{}").then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        return id;
    }

    @Test
    void it_goes_through_four_eyes_and_lists_the_steps() {
        String id = drafted();
        as("nl.officer").get("/advisories/" + id).then().body("steps", is(List.of("submit")));
        step("nl.officer", id, "approve", "{}").then().statusCode(403);
        step("nl.approver", id, "submit", "{}").then().statusCode(200).body("steps", is(List.of("return")));
        step("nl.approver", id, "approve", "{}").then().statusCode(403);
        step("nl.approver", id, "return", "{\"reason\":\"Why?\"}")
                .then()
                .statusCode(200)
                .body("returnedBecause", is("Why?"));
        step("nl.officer", id, "submit", "{}").then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(200).body("steps", is(List.of("release")));
        assertEquals(
                1,
                ComityServers.servers()
                        .count("select count(*) from outbox where subject = '" + id
                                + "' and type like '%published.v1'"));
    }

    @Test
    void it_reaches_whom_it_names_and_nobody_else_until_an_approver_widens_it() {
        String id = published();
        as("de.officer")
                .get("/advisories/" + id)
                .then()
                .statusCode(200)
                .body("text", is("Look twice."))
                .body("releasability.states", nullValue())
                .body("submittedBy", nullValue())
                .body("steps", is(List.of()));
        as("jp.officer").get("/advisories/" + id).then().statusCode(404);
        as("jp.officer").get("/advisories").then().body("items.id.contains('" + id + "')", is(false));
        String wider = "{\"releasability\":{\"mode\":\"LIST\",\"states\":[\"DE\",\"JP\"]}}";
        step("nl.officer", id, "release", wider).then().statusCode(403);
        step("nl.approver", id, "release", wider).then().statusCode(200);
        as("jp.officer").get("/advisories/" + id).then().statusCode(200);
        step("nl.officer", id, "release", "{\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}")
                .then()
                .statusCode(200);
        as("de.officer").get("/advisories/" + id).then().statusCode(404);
        as("nl.officer").get("/advisories?limit=1").then().statusCode(200).body("items.size()", is(1));
    }

    @Test
    void R317_an_address_of_another_shape_is_that_of_nothing() {
        as("nl.officer").get("/advisories/no-id").then().statusCode(404);
        as("nl.officer")
                .header("If-Match", "*")
                .body("{}")
                .post("/advisories/no-id/submit")
                .then()
                .statusCode(404);
        as("nl.officer")
                .header("If-Match", "*")
                .post("/advisories/no-id/submit")
                .then()
                .statusCode(400);
    }

    @Test
    void what_is_hidden_leaves_no_trace_and_a_planted_leak_is_caught() {
        published();
        World world = World.keep(ComityServers.servers());
        World with = oracle.hidden(world, "advisory", AdvisoryTest::published);
        assertEquals(Optional.empty(), oracle.compare(world, with, "jp.officer", AdvisoryTest::session));
        PlantedCount.planted = true;
        try {
            assertTrue(oracle.compare(world, with, "jp.officer", AdvisoryTest::session)
                    .isPresent());
        } finally {
            PlantedCount.planted = false;
        }
    }

    private static void session(Session session) {
        session.get("/advisories");
        session.get("/advisories/no-id");
    }

    /** A leak that a mistake could bring in: an answer counts what its reader does not see. */
    @Provider
    public static class PlantedCount implements ContainerResponseFilter {

        static volatile boolean planted;

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (planted) {
                response.getHeaders()
                        .putSingle("X-Advisories", ComityServers.servers().count("select count(*) from advisory"));
            }
        }
    }
}
