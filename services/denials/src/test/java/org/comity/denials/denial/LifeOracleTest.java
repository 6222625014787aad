package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Session;
import org.comity.kernel.test.TwoWorlds;
import org.comity.kernel.test.World;
import org.comity.kernel.timer.TimersOfService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No byte tells of what is hidden in the life of a denial: of proposals, of the final assessment that an originator is
 * asked for, of what timers do to hidden denials, and of returns.
 */
@QuarkusTest
class LifeOracleTest {

    private static final String RETURNS = "/denials/v1/returns";
    private static final List<String> RETURN_TABLES =
            List.of("denial_return", "denial_return_audience", "denial_return_file", "denial_return_version");

    private final TwoWorlds worlds;
    private final TimersOfService timers;
    private static World world;
    private static World hidden;
    private static String renewing;
    private static String suspended;
    private static String givenId;
    private static String narrowedId;
    private static String readId;
    private static String discardedId;

    LifeOracleTest(TwoWorlds worlds, TimersOfService timers) {
        this.worlds = worlds;
        this.timers = timers;
    }

    @BeforeEach
    void whatBothWorldsHave() {
        if (world != null) {
            return;
        }
        RegisteredStates.announce();
        ComityServers.servers()
                .sql("truncate denial cascade", "truncate denial_return cascade", "truncate outbox, audit_entry");
        renewing = DenialExamples.notifiedBy("nl", draft("JP", "DE"));
        Map<String, Object> suspension = draft("JP", "DE");
        suspension.put("kind", "SUSPENSION");
        suspension.put("suspensionEndsOn", "2026-04-30");
        suspended = DenialExamples.notifiedBy("nl", suspension);
        readId = give("nl.officer", "2025-H1", "JP", "DE");
        world = World.keep(ComityServers.servers());
        hidden = worlds.hidden(world, "in_the_life_of_a_denial", this::hide);
    }

    @AfterEach
    void theWallStandsAgain() {
        PlantedLifeLeak.planted = null;
        WallTest.rowLevelSecurity("enable");
    }

    private static String give(String person, String period, String... states) {
        String id = Api.as(person)
                .contentType("application/json")
                .body(DenialExamples.json(map(
                        "period",
                        period,
                        "kind",
                        "NIL",
                        "nilBecause",
                        "They were annulled.",
                        "releasability",
                        map("mode", "LIST", "states", List.of(states)))))
                .post(RETURNS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        returned("nl.approver", id, "approve", "{}");
        return id;
    }

    private static void returned(String person, String id, String verb, String body) {
        Api.as(person)
                .contentType("application/json")
                .header("If-Match", Api.as(person).get(RETURNS + "/" + id).header("ETag"))
                .body(body)
                .post(RETURNS + "/" + id + "/" + verb)
                .then()
                .statusCode(200);
    }

    /** What the Netherlands does that Japan may not notice. */
    private void hide() {
        step("nl.officer", renewing, "renew", map("renewalGrounds", "Still so."))
                .then()
                .statusCode(200);
        step("nl.approver", renewing, "return", map("reason", "Say more."))
                .then()
                .statusCode(200);
        step("nl.officer", renewing, "discard", Map.of()).then().statusCode(200);
        discardedId = DenialExamples.drafted("nl.officer", draft("JP")).path("id");
        step("nl.officer", discardedId, "discard", Map.of()).then().statusCode(204);
        step("nl.officer", renewing, "revoke", map("reason", "A court annulled it."))
                .then()
                .statusCode(200);
        String hidden = DenialExamples.notifiedBy("nl", draft("DE"));
        ComityServers.servers()
                .sql("update denial set review_reminder_on = '2026-01-01', review_due = '2026-01-02' where id = '"
                        + hidden + "'");
        // asks for the final assessment of the suspension that Japan reads, and lets the hidden denial be overdue
        assertTrue(timers.runAll() >= 2);
        givenId = give("nl.officer", "2026-H1", "DE");
        // a correction would let everybody in, and its return is narrowed before it is approved
        narrowedId = give("nl.officer", "2024-H1", "DE");
        returned(
                "nl.officer",
                narrowedId,
                "correct",
                "{\"kind\":\"NIL\",\"nilBecause\":\"Anew.\",\"releasability\":{\"mode\":\"ALL\"}}");
        returned("nl.officer", narrowedId, "release", "{\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}");
        returned("nl.approver", narrowedId, "approve", "{}");
        // a correction waits of the return that Japan reads
        returned(
                "nl.officer",
                readId,
                "correct",
                "{\"kind\":\"NIL\",\"nilBecause\":\"Anew.\",\"releasability\":{\"mode\":\"ALL\"}}");
        // Germany loses the return that Japan reads
        Api.as("nl.officer")
                .contentType("application/json")
                .header(
                        "If-Match",
                        Api.as("nl.officer").get(RETURNS + "/" + readId).header("ETag"))
                .body("{\"releasability\":{\"mode\":\"LIST\",\"states\":[\"JP\"]}}")
                .post(RETURNS + "/" + readId + "/release")
                .then()
                .statusCode(200);
        Api.as("nl.officer")
                .contentType("application/json")
                .body("{\"period\":\"2025-H2\",\"kind\":\"AGGREGATE\",\"lines\":[{\"destinationState\":\"KZ\","
                        + "\"controlCode\":\"5A001\",\"description\":\"x\",\"licencesDenied\":1,\"reason\":\"COC_HR\"}],"
                        + "\"releasability\":{\"mode\":\"ALL\"}}")
                .post(RETURNS)
                .then()
                .statusCode(201);
    }

    private void everythingThatCanBeAsked(Session session) {
        session.walk(DENIALS);
        session.get(DENIALS + "?status=REVIEW_DUE&status=REVIEW_OVERDUE");
        for (String id : List.of(renewing, suspended)) {
            Session.Answer seen = session.get(DENIALS + "/" + id);
            session.get(DENIALS + "/" + id + "/versions/1/changes");
            session.get(DENIALS + "/" + id + "/versions/7/changes?since=2");
            Map<String, String> tag = Map.of("If-Match", seen.header("ETag").orElse("\"none\""));
            session.post(DENIALS + "/" + id + "/renew", "{}", tag);
            session.post(DENIALS + "/" + id + "/revoke", "{\"reason\":\"x\"}", tag);
            session.post(DENIALS + "/" + id + "/approve", "{}", tag);
            session.post(DENIALS + "/" + id + "/discard", "{}", tag);
            session.get(DENIALS + "/" + id + "/warnings?mode=ALL");
        }
        session.get(DENIALS + "/" + discardedId);
        session.post(DENIALS + "/" + discardedId + "/discard", "{}", Map.of("If-Match", "\"x\""));
        for (int year : List.of(2024, 2025, 2026)) {
            session.get(RETURNS + "?year=" + year);
        }
        session.get(RETURNS);
        session.get(RETURNS + "?waiting=true");
        session.get(RETURNS + "/own-denials?period=2026-H1");
        session.get(DENIALS + "?assessmentDue=true");
        for (String id : List.of(readId, givenId, narrowedId, "00000000-0000-4000-8000-000000000000")) {
            session.get(RETURNS + "/" + id);
            session.get(RETURNS + "/" + id + "/versions");
            session.post(
                    RETURNS + "/" + id + "/correct",
                    "{\"kind\":\"NIL\",\"releasability\":{\"mode\":\"ALL\"}}",
                    Map.of("If-Match", "\"x\""));
            session.post(RETURNS + "/" + id + "/approve", "{}", Map.of("If-Match", "\"x\""));
            session.post(RETURNS + "/" + id + "/discard", "{}", Map.of("If-Match", "\"x\""));
            session.post(RETURNS + "/" + id + "/return", "{\"reason\":\"x\"}", Map.of("If-Match", "\"x\""));
            session.post(
                    RETURNS + "/" + id + "/release",
                    "{\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}",
                    Map.of("If-Match", "\"x\""));
        }
        session.post(
                RETURNS, "{\"period\":\"2026-H1\",\"kind\":\"NIL\",\"releasability\":{\"mode\":\"ALL\"}}", Map.of());
        session.get(RETURNS + "?year=2026");
        session.walk(DENIALS);
    }

    private Optional<TwoWorlds.Leak> leak(String person) {
        return worlds.compare(world, hidden, person, this::everythingThatCanBeAsked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jp.officer", "jp.approver", "jp.analyst", "jp.poc", "nl.auditor", "secretariat.admin"})
    void what_is_hidden_in_the_life_of_a_denial_changes_no_byte(String person) {
        assertEquals(Optional.empty(), leak(person));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jp.officer", "jp.analyst"})
    void the_services_filter_of_returns_holds_alone(String person) {
        RETURN_TABLES.forEach(
                table -> ComityServers.servers().sql("alter table " + table + " disable row level security"));
        assertEquals(Optional.empty(), leak(person));
    }

    @ParameterizedTest
    @EnumSource(PlantedLifeLeak.Kind.class)
    void a_planted_leak_is_caught(PlantedLifeLeak.Kind kind) {
        PlantedLifeLeak.planted = kind;
        assertTrue(worlds.finds(world, hidden, "jp.officer", this::everythingThatCanBeAsked));
    }

    @Test
    void row_level_security_hides_returns_alone() {
        String id = give("nl.officer", "2024-H1", "DE");
        assertEquals(1, seen("NL", "licensing-officer", "denial_return where id = '" + id + "'"));
        assertEquals(1, seen("DE", "licensing-officer", "denial_return where id = '" + id + "'"));
        assertEquals(1, seen("DE", "poc", "denial_return where id = '" + id + "'"));
        assertEquals(0, seen("DE", "analyst", "denial_return where id = '" + id + "'"));
        assertEquals(0, seen("JP", "licensing-officer", "denial_return where id = '" + id + "'"));
        assertEquals(1, seen("NL", "licensing-officer", "denial_return_file where return_id = '" + id + "'"));
        assertEquals(0, seen("NL", "poc", "denial_return_file where return_id = '" + id + "'"));
        assertEquals(0, seen("DE", "licensing-officer", "denial_return_file where return_id = '" + id + "'"));
        assertEquals(1, seen("DE", "licensing-officer", "denial_return_audience where return_id = '" + id + "'"));
        assertEquals(2, seen("NL", "licensing-officer", "denial_return_audience where return_id = '" + id + "'"));
    }

    private static int seen(String state, String roles, String from) {
        return Integer.parseInt(ComityServers.servers()
                .seen("app", state, roles, "select count(*) from " + from)
                .getFirst());
    }
}
