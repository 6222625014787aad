package org.comity.bulletins.bulletin;

import static org.comity.bulletins.bulletin.BulletinExamples.BULLETINS;
import static org.comity.bulletins.bulletin.BulletinExamples.answer;
import static org.comity.bulletins.bulletin.BulletinExamples.draft;
import static org.comity.bulletins.bulletin.BulletinExamples.drafted;
import static org.comity.bulletins.bulletin.BulletinExamples.published;
import static org.comity.bulletins.bulletin.BulletinExamples.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Session;
import org.comity.kernel.test.TwoWorlds;
import org.comity.kernel.test.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No byte tells Japan, the secretariat or the public of bulletins that are hidden from them, or of what others said of one. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class BulletinOracleTest {

    private static final List<String> hidden = new ArrayList<>();
    private static World world;
    private static World with;
    private static String visible;

    private final TwoWorlds worlds;

    BulletinOracleTest(TwoWorlds worlds) {
        this.worlds = worlds;
    }

    @BeforeEach
    void bothWorlds() {
        if (world != null) {
            return;
        }
        RegisteredStates.announce();
        visible = published(draft("ALERT", "DE", "JP"));
        published(draft("RISK", "JP"));
        world = World.keep(ComityServers.servers());
        with = worlds.hidden(world, "bulletins", BulletinOracleTest::hide);
    }

    private static void hide() {
        hidden.add(published(draft("ALERT", "DE")));
        hidden.add(drafted("nl.analyst", draft("RISK", "JP")).path("id"));
        String recalled = published(draft("RISK", "DE"));
        step("nl.approver", recalled, "recall", "{\"reason\":\"x\"}").then().statusCode(200);
        hidden.add(recalled);
        step("nl.analyst", visible, "amend", "{}").then().statusCode(200);
        answer("de.analyst", visible, "sighting", "{\"actionTaken\":\"x\"}")
                .then()
                .statusCode(200);
        answer("de.analyst", visible, "acknowledge", "{}").then().statusCode(200);
    }

    private static void session(Session session) {
        session.walk(BULLETINS + "?limit=1");
        for (String filter : List.of(
                "class=ALERT",
                "theme=ROUTE_DIVERSION",
                "item=5A001",
                "destination=KZ",
                "misuse=TARGET_JOURNALISTS",
                "originator=NL",
                "status=DRAFT",
                "status=RECALLED")) {
            session.get(BULLETINS + "?" + filter);
        }
        session.management("/q/metrics");
        List<String> ids = new ArrayList<>(hidden);
        ids.add(visible);
        ids.add("00000000-0000-4000-8000-000000000000");
        for (String id : ids) {
            String tag = session.get(BULLETINS + "/" + id).header("ETag").orElse("\"none\"");
            for (String verb : List.of("submit", "approve", "amend", "discard")) {
                session.post(BULLETINS + "/" + id + "/" + verb, "{}", Map.of("If-Match", tag));
            }
            session.post(BULLETINS + "/" + id + "/recall", "{\"reason\":\"x\"}", Map.of("If-Match", tag));
            session.get(BULLETINS + "/" + id + "/receipts");
            session.post(BULLETINS + "/" + id + "/comment", "{\"kind\":\"CONFIRM\"}", Map.of());
            session.post(BULLETINS + "/" + id + "/sighting", "{\"actionTaken\":\"x\"}", Map.of());
            session.post(BULLETINS + "/" + id + "/acknowledge", "{}", Map.of());
        }
        session.walk(BULLETINS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jp.analyst",
                "jp.officer",
                "jp.approver",
                "jp.poc",
                "jp.admin",
                "jp.auditor",
                "secretariat.staff",
                "nl.auditor"
            })
    void R318_what_is_hidden_leaves_no_trace(String person) {
        assertEquals(Optional.empty(), worlds.compare(world, with, person, BulletinOracleTest::session));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bulletin",
                "bulletin_audience",
                "bulletin_file",
                "bulletin_key",
                "bulletin_comment",
                "bulletin_sighting",
                "bulletin_acknowledgement",
                "bulletin_receipt"
            })
    void R318_row_level_security_finds_nothing_for_another_state(String table) throws SQLException {
        assertEquals(0, rows("FR", table));
        assertEquals(
                ComityServers.servers()
                        .count("select count(*) from pg_class where relforcerowsecurity and relname = '" + table + "'"),
                1);
    }

    @Test
    void R318_row_level_security_finds_the_rows_of_their_state() throws SQLException {
        for (String table :
                List.of("bulletin", "bulletin_audience", "bulletin_file", "bulletin_key", "bulletin_sighting")) {
            assertTrue(rows("NL", table) > 0, table);
        }
        assertTrue(rows("JP", "bulletin") > 0);
        assertEquals(0, rows("JP", "bulletin_file"));
    }

    @Test
    void R318_a_row_that_readers_have_names_no_other_state_that_it_goes_to() {
        assertEquals(
                0,
                ComityServers.servers()
                        .count("select count(*) from bulletin where content->'releasability'->>'states' like '%DE%'"));
    }

    private static long rows(String state, String table) throws SQLException {
        try (Connection connection = ComityServers.servers().as("app");
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('comity.state', '" + state
                    + "', false), set_config('comity.roles', 'licensing-officer,system,poc,analyst', false)");
            try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Test
    void a_planted_leak_is_caught() {
        PlantedCount.planted = true;
        try {
            assertTrue(worlds.compare(world, with, "jp.analyst", BulletinOracleTest::session)
                    .isPresent());
        } finally {
            PlantedCount.planted = false;
        }
    }

    /** A leak that a mistake could bring in: an answer counts what its reader does not see. */
    @Provider
    public static class PlantedCount implements ContainerResponseFilter {

        static volatile boolean planted;

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (planted) {
                response.getHeaders()
                        .putSingle("X-Bulletins", ComityServers.servers().count("select count(*) from bulletin"));
            }
        }
    }
}
