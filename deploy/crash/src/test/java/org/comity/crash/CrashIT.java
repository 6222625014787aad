package org.comity.crash;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.ServiceProcess;
import org.comity.kernel.test.TestServers;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kills the packaged service with -9 at each step of its way from commit to a sent event, and in the middle of an
 * event that it consumes. Locks in the database hold it at the step; the service itself knows of no test.
 */
class CrashIT {

    /** The relay's advisory lock, as OutboxRelay has it. */
    private static final long RELAY_LOCK = 0x636F6D697479L;

    private static final String DENIALS = "/denials/v1/denials";
    private static final String TOPIC = "denials.denial.v1";
    private static final Path TARGET = Path.of("target");
    private static final String DRAFT = """
            {"kind":"REFUSAL","decisionDate":"2026-03-31","basis":"CATCH_ALL_HR","destinationState":"KZ",
             "items":[{"description":"Interception suite"}],
             "parties":[{"role":"END_USER","name":"Korund Svyaz OOO"}],
             "reasons":[{"criterion":"COC_HR"}],
             "releasability":{"mode":"LIST","states":["DE"]}}""";

    private static TestServers servers;
    private static ServiceProcess service;

    @BeforeAll
    static void prepare() {
        servers = ComityServers.prepare("comity-denials-crash");
    }

    @BeforeEach
    void start() {
        if (service == null || !service.isAlive()) {
            service = replica();
        }
        RegisteredStates.announce();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static ServiceProcess replica() {
        return ServiceProcess.start(Packaged.DENIALS, servers.configuration(), TARGET.resolve("crash-it.log"));
    }

    private void restart() {
        service.kill();
        service = replica();
    }

    private static Response send(ServiceProcess to, String person, String path, String body) {
        String tag =
                path.isEmpty() ? "none" : read(to, person, path.split("/")[1]).header("ETag");
        return given().baseUri(to.url())
                .header("Authorization", "Bearer " + Tokens.of(person))
                .header("If-Match", tag)
                .contentType("application/json")
                .body(body)
                .post(DENIALS + path);
    }

    private static Response read(ServiceProcess from, String person, String id) {
        return given().baseUri(from.url())
                .header("Authorization", "Bearer " + Tokens.of(person))
                .get(DENIALS + "/" + id);
    }

    private String submitted() {
        Response draft = send(service, "nl.officer", "", DRAFT);
        String id = draft.then().statusCode(201).extract().path("id");
        send(service, "nl.officer", "/" + id + "/submit", "{}").then().statusCode(200);
        return id;
    }

    private Response approve(String id) {
        return send(service, "nl.approver", "/" + id + "/approve", "{}");
    }

    private static List<ConsumerRecord<String, String>> events(String id, int atLeast) {
        return Events.await(servers, TOPIC, atLeast, message -> id.equals(message.key()));
    }

    private static String eventId(ConsumerRecord<String, String> message) {
        return io.restassured.path.json.JsonPath.from(message.value()).getString("id");
    }

    /** A transaction that no wall stops, holding what it locks until it is closed. */
    private static Connection holding(String... locks) throws SQLException {
        Connection connection = servers.superuser(servers.database());
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String lock : locks) {
                statement.execute(lock);
            }
        }
        return connection;
    }

    private static long waitingForLocks() {
        return servers.count("select count(*) from pg_stat_activity where datname = '" + servers.database()
                + "' and wait_event_type = 'Lock'");
    }

    @Test
    void killed_before_the_commit_neither_record_nor_event_is_there() throws Exception {
        String id = submitted();
        try (Connection lock = holding("lock table outbox in exclusive mode")) {
            CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> approve(id));
            Eventually.itIsSo("the approval waits", () -> waitingForLocks() > 0);
            service.kill();
            assertThrows(
                    Exception.class, () -> answer.get(20, TimeUnit.SECONDS), "nobody was told that it is approved");
            lock.rollback();
        }
        restart();
        assertEquals("NATIONAL_APPROVAL", read(service, "nl.officer", id).path("status"));
        read(service, "de.officer", id).then().statusCode(404);
        assertEquals(0, servers.count("select count(*) from outbox where subject = '" + id + "'"));
        approve(id).then().statusCode(200);
        assertEquals(
                1, new HashSet<>(events(id, 1).stream().map(CrashIT::eventId).toList()).size());
    }

    @Test
    void killed_between_commit_and_publish_record_and_event_are_there_after_the_restart() throws Exception {
        String id = submitted();
        try (Connection lock = holding("select pg_advisory_xact_lock(" + RELAY_LOCK + ")")) {
            approve(id).then().statusCode(200);
            assertEquals(1, unsent(id));
            service.kill();
            lock.rollback();
        }
        restart();
        read(service, "de.officer", id).then().statusCode(200);
        events(id, 1);
        Eventually.itIsSo("it is marked", () -> unsent(id) == 0);
        assertEquals(1, events(id, 1).size());
    }

    @Test
    void killed_between_publish_and_mark_the_event_comes_again_under_its_id() throws Exception {
        String id = submitted();
        Connection marks;
        try (Connection lock = holding("select pg_advisory_xact_lock(" + RELAY_LOCK + ")")) {
            approve(id).then().statusCode(200);
            marks = holding("select seq from outbox where subject = '" + id + "' for update");
            lock.rollback();
        }
        try (marks) {
            events(id, 1);
            Eventually.itIsSo("the relay waits to mark it", () -> waitingForLocks() > 0);
            assertEquals(1, unsent(id));
            service.kill();
            marks.rollback();
        }
        restart();
        Eventually.itIsSo("it is marked", () -> unsent(id) == 0);
        List<ConsumerRecord<String, String>> twice = events(id, 2);
        assertEquals(1, new HashSet<>(twice.stream().map(CrashIT::eventId).toList()).size(), "an inbox knows it again");
    }

    @Test
    void killed_in_the_middle_of_a_consumed_event_it_takes_effect_once() throws Exception {
        String event = UUID.randomUUID().toString();
        try (Connection lock = holding("select * from member_state where iso2 = 'DE' for update")) {
            RegisteredStates.send("DE", event, "Germany", "SUBSCRIBED", 2, "");
            Eventually.itIsSo("the consumer waits", () -> waitingForLocks() > 0);
            service.kill();
            lock.rollback();
        }
        assertEquals(0, taken(event));
        restart();
        Eventually.itIsSo(
                "the event took effect",
                () -> servers.count("select count(*) from member_state where iso2 = 'DE' and version = 2") == 1);
        assertEquals(1, taken(event));
        RegisteredStates.send("DE", event, "Germany, told again", "SUBSCRIBED", 3, "");
        RegisteredStates.send("LI", UUID.randomUUID().toString(), "Liechtenstein", "SUBSCRIBED", 1, "");
        Eventually.itIsSo(
                "a later event took effect",
                () -> servers.count("select count(*) from member_state where iso2 = 'LI'") == 1);
        assertEquals(1, servers.count("select count(*) from member_state where iso2 = 'DE' and version = 2"));
    }

    /** How often the copy of the states took the event; the calendars have an inbox of their own. */
    private static long taken(String event) {
        return servers.count(
                "select count(*) from inbox where consumer = 'registry-states' and event_id = '" + event + "'");
    }

    @Test
    void R66_in_production_a_demo_realm_is_refused() {
        try (ServiceProcess production = ServiceProcess.start(
                Packaged.DENIALS, "prod", servers.configuration(), TARGET.resolve("crash-it.log"))) {
            String token = Tokens.of("nl.officer");
            for (var expected : java.util.Map.of(service, 200, production, 401).entrySet()) {
                given().baseUri(expected.getKey().url())
                        .header("Authorization", "Bearer " + token)
                        .get(DENIALS)
                        .then()
                        .statusCode(expected.getValue());
            }
        }
    }

    @Test
    void two_replicas_keep_the_order_for_each_record_even_when_one_is_killed() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String id = submitted();
            approve(id).then().statusCode(200);
            ids.add(id);
        }
        ServiceProcess second = replica();
        try {
            for (int round = 0; round < 12; round++) {
                ServiceProcess at = round % 2 == 0 ? service : second;
                for (String id : ids) {
                    String states = round % 2 == 0 ? "\"DE\",\"JP\"" : "\"DE\"";
                    send(
                                    at,
                                    "nl.approver",
                                    "/" + id + "/release",
                                    "{\"releasability\":{\"mode\":\"LIST\",\"states\":[" + states + "]}}")
                            .then()
                            .statusCode(200);
                }
                if (round == 7) {
                    second.kill();
                    second = replica();
                }
            }
            for (String id : ids) {
                Eventually.itIsSo("all is sent", () -> unsent(id) == 0);
                List<String> first = List.copyOf(new LinkedHashSet<>(
                        events(id, 13).stream().map(CrashIT::eventId).toList()));
                assertEquals(inOutbox(id), first);
            }
        } finally {
            second.close();
        }
    }

    @Test
    void R75_killed_in_the_middle_of_a_timer_another_replica_finishes_and_each_step_is_told_once() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String id = submitted();
            approve(id).then().statusCode(200);
            ids.add(id);
        }
        ids.sort(null);
        servers.sql("update denial set review_reminder_on = '2026-01-01', review_due = '2026-02-01',"
                + " content = content || '{\"validityPolicy\": \"EXPIRES\"}' where id in ('" + String.join("', '", ids)
                + "')");
        try (Connection lock = holding("select id from denial where id = '" + ids.get(2) + "' for update")) {
            servers.sql("update timer_run set execution_time = now() where not picked");
            Eventually.itIsSo("the timer waits for the third", () -> waitingForLocks() > 0);
            service.kill();
            lock.rollback();
        }
        ServiceProcess second = replica();
        service = replica();
        try {
            for (String id : ids) {
                Eventually.itIsSo("it has expired", () -> {
                    servers.sql("update timer_run set execution_time = now() where not picked");
                    return servers.count("select count(*) from denial where status = 'EXPIRED' and id = '" + id + "'")
                            == 1;
                });
                Eventually.itIsSo("all is sent", () -> unsent(id) == 0);
                List<String> types = new ArrayList<>();
                new LinkedHashSet<>(events(id, 3).stream()
                                .map(ConsumerRecord::value)
                                .toList())
                        .forEach(event -> types.add(io.restassured.path.json.JsonPath.from(event)
                                .getString("type")
                                .replaceAll("^org.comity.denials.denial.|.v1$", "")));
                assertEquals(List.of("notified", "review-due", "expired"), types);
            }
        } finally {
            second.close();
        }
    }

    private static List<String> inOutbox(String id) {
        try (Connection connection = servers.superuser(servers.database());
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select event_id from outbox where subject = '" + id + "' order by seq")) {
            List<String> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            assertTrue(ids.size() == 13, () -> "thirteen events, and not " + ids.size());
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long unsent(String id) {
        return servers.count("select count(*) from outbox where sent_at is null and subject = '" + id + "'");
    }
}
