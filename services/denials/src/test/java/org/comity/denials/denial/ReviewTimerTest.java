package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.json;
import static org.comity.denials.denial.DenialExamples.notifiedBy;
import static org.comity.denials.denial.DenialExamples.step;
import static org.comity.denials.denial.DenialExamples.tag;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.comity.denials.procedure.Procedures;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.EventContract;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestClock;
import org.comity.kernel.test.TestServers;
import org.comity.kernel.timer.TimersOfService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reviews, expiry and the end of suspensions, with the clock set. Decided on 2026-03-31: due on 2029-03-31. */
@QuarkusTest
class ReviewTimerTest {

    private static final String LAST_MOMENT = "T23:59:59.999999Z";
    private static final String MIDNIGHT = "T00:00:00Z";

    private final TimersOfService timers;
    private final ReviewTimer reviews;
    private final TestClock clock;
    private final Procedures procedures;

    ReviewTimerTest(TimersOfService timers, ReviewTimer reviews, TestClock clock, Procedures procedures) {
        this.procedures = procedures;
        this.timers = timers;
        this.reviews = reviews;
        this.clock = clock;
    }

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    @AfterEach
    void run() {
        clock.run();
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
        timers.runAll();
    }

    private static String denial(String field, Object value) {
        Map<String, Object> draft = draft("DE");
        draft.put(field, value);
        return notifiedBy("nl", draft);
    }

    private static ValidatableResponse read(String person, String id) {
        return Api.as(person).get(DENIALS + "/{id}", id).then().statusCode(200);
    }

    private static List<String> events(String id, int count) {
        List<String> events = Events.await(
                        ComityServers.servers(), "denials.denial.v1", count, message -> id.equals(message.key()))
                .stream()
                .map(message -> message.value())
                .toList();
        events.forEach(event -> assertEquals(List.of(), EventContract.faults(event), event));
        return events.stream()
                .map(event -> EventContract.type(event).replaceAll("^org.comity.denials.denial.|.v1$", ""))
                .toList();
    }

    private static void amend(String id, String field, Object value) {
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        Map<String, Object> content =
                Api.as("nl.officer").get(DENIALS + "/{id}", id).jsonPath().getMap("amendment.content");
        content.put(field, value);
        Api.as("nl.officer")
                .contentType("application/json")
                .header("If-Match", tag("nl.officer", id))
                .body(json(content))
                .put(DENIALS + "/{id}", id)
                .then()
                .statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
    }

    @Test
    void R76_R77_a_review_comes_near_and_passes_and_the_denial_stays_in_force() {
        String id = denial("validityPolicy", "REVIEW_REQUIRED");
        at("2029-01-29" + LAST_MOMENT);
        String before =
                read("de.officer", id).body("status", is("NOTIFIED")).extract().header("ETag");
        at("2029-01-30" + MIDNIGHT);
        String during = read("de.officer", id)
                .body("status", is("REVIEW_DUE"))
                .body("updatedAt", is("2029-01-30T00:00:00Z"))
                .extract()
                .header("ETag");
        assertNotEquals(before, during);
        at("2029-03-30" + LAST_MOMENT);
        assertEquals(during, tag("de.officer", id));
        at("2029-03-31" + MIDNIGHT);
        read("de.officer", id).body("status", is("REVIEW_OVERDUE")).body("reviewDue", is("2029-03-31"));
        read("nl.officer", id).body("updatedAt", is("2029-03-31T00:00:00Z"));
        at("2031-01-01" + MIDNIGHT);
        assertEquals(List.of("notified", "review-due", "review-overdue"), events(id, 3));
        amend(id, "destinationState", "UZ");
        read("de.officer", id).body("status", is("REVIEW_OVERDUE")).body("destinationState", is("UZ"));
    }

    @Test
    void R312_time_passes_for_a_denial_that_nobody_was_told_of_and_no_event_says_so() {
        Map<String, Object> draft = draft();
        draft.put("validityPolicy", "EXPIRES");
        draft.put("kind", "SUSPENSION");
        draft.put("suspensionEndsOn", "2026-04-30");
        draft.put("releasability", Map.of("mode", "ORIGINATOR_ONLY"));
        String untold = notifiedBy("nl", draft);
        draft.put("releasability", Map.of("mode", "ALL"));
        draft.remove("nationalRef");
        String told = notifiedBy("nl", draft);
        at("2028-01-01" + MIDNIGHT);
        read("nl.officer", untold).body("finalAssessmentDue", is(true));
        at("2029-06-01" + MIDNIGHT);
        read("nl.officer", untold).body("status", is("EXPIRED"));
        String later = notifiedBy("nl", draft("DE"));
        assertEquals(
                List.of(told, told, told, told, later),
                Events.await(ComityServers.servers(), "denials.denial.v1", 5, message -> List.of(untold, told, later)
                                .contains(message.key()))
                        .stream()
                        .map(ConsumerRecord::key)
                        .toList());
    }

    @Test
    void R77_after_downtime_a_denial_that_expires_takes_both_steps_and_stays_readable() {
        String id = denial("validityPolicy", "EXPIRES");
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        String stale = tag("nl.officer", id);
        at("2029-06-01" + MIDNIGHT);
        assertEquals(List.of("notified", "review-due", "expired"), events(id, 3));
        read("de.officer", id).body("status", is("EXPIRED")).body("parties.size()", is(2));
        read("nl.officer", id).body("status", is("EXPIRED")).body("amendment", nullValue());
        Api.as("nl.officer")
                .contentType("application/json")
                .header("If-Match", stale)
                .body("{}")
                .post(DENIALS + "/{id}/submit", id)
                .then()
                .statusCode(412);
        step("nl.officer", id, "amend", Map.of()).then().statusCode(409).body("type", endsWith("not-in-force"));
        timers.runAll();
        assertEquals(3, events(id, 3).size());
    }

    @Test
    void R76_where_the_day_of_the_decision_is_withheld_the_review_counts_from_the_notification() {
        Map<String, Object> draft = draft("DE");
        draft.put("withheld", List.of(Map.of("field", "decisionDate", "ground", "SECURITY")));
        clock.set(Instant.parse("2026-12-24T12:00:00Z"));
        String id = notifiedBy("nl", draft);
        read("de.officer", id).body("reviewDue", is("2029-12-24")).body("decisionDate", nullValue());
    }

    @Test
    void R76_the_review_of_a_renewed_denial_does_not_tell_the_day_that_is_withheld_since() {
        Map<String, Object> draft = draft("DE");
        clock.set(Instant.parse("2026-12-24T12:00:00Z"));
        String id = notifiedBy("nl", draft);
        step("nl.officer", id, "renew", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        read("de.officer", id).body("reviewDue", is("2032-03-31"));
        amend(id, "destinationState", "UZ");
        read("de.officer", id).body("reviewDue", is("2032-03-31"));
        amend(id, "withheld", List.of(Map.of("field", "decisionDate", "ground", "SECURITY")));
        read("de.officer", id).body("reviewDue", is("2032-12-24")).body("decisionDate", nullValue());
        amend(id, "destinationState", "KZ");
        read("de.officer", id).body("reviewDue", is("2032-12-24"));
    }

    @Test
    void R78_the_originator_alone_is_asked_for_the_final_assessment_of_a_suspension_once() {
        Map<String, Object> draft = draft("DE");
        draft.put("kind", "SUSPENSION");
        draft.put("suspensionEndsOn", "2026-12-31");
        String id = notifiedBy("nl", draft);
        String seen = read("de.officer", id).extract().asString();
        at("2026-12-31" + LAST_MOMENT);
        read("nl.officer", id).body("finalAssessmentDue", nullValue());
        owed("nl.officer").body("items.id", not(hasItem(id)));
        at("2027-01-01" + MIDNIGHT);
        timers.runAll();
        read("nl.officer", id).body("finalAssessmentDue", is(true)).body("updatedAt", is("2027-01-01T00:00:00Z"));
        owed("nl.officer").body("items.id", hasItem(id));
        owed("nl.poc").body("items", is(List.of()));
        owed("de.officer").body("items", is(List.of()));
        assertEquals(seen, read("de.officer", id).extract().asString(), "nothing that readers see has changed");
        assertEquals(List.of("notified", "final-assessment-due"), events(id, 2));
        amend(id, "finalAssessment", "The licence was refused in the end.");
        read("nl.officer", id).body("finalAssessmentDue", nullValue());
        owed("nl.officer").body("items.id", not(hasItem(id)));
        read("de.officer", id).body("finalAssessment", is("The licence was refused in the end."));
        at("2027-03-01" + MIDNIGHT);
        assertEquals(List.of("notified", "final-assessment-due", "amended"), events(id, 3));
    }

    private static ValidatableResponse owed(String person) {
        return Api.as(person).get(DENIALS + "?assessmentDue=true").then().statusCode(200);
    }

    @Test
    void R78_a_suspension_with_its_final_assessment_is_asked_for_nothing() {
        Map<String, Object> draft = draft("DE");
        draft.put("kind", "SUSPENSION");
        draft.put("suspensionEndsOn", "2026-12-31");
        draft.put("finalAssessment", "Refused.");
        String id = notifiedBy("nl", draft);
        at("2027-01-01" + MIDNIGHT);
        read("nl.officer", id).body("finalAssessmentDue", nullValue());
        assertEquals(
                0,
                ComityServers.servers()
                        .count("select count(*) from outbox where type like '%final-assessment%' and subject = '" + id
                                + "'"));
    }

    @Test
    void R75_two_replicas_at_once_tell_of_each_step_once() throws InterruptedException {
        List<String> ids = java.util.stream.Stream.generate(() -> denial("validityPolicy", "EXPIRES"))
                .limit(6)
                .toList();
        clock.set(Instant.parse("2029-06-01T00:00:00Z"));
        Runnable replica = () -> {
            try {
                reviews.run();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        Thread one = Thread.ofPlatform().start(replica);
        Thread two = Thread.ofPlatform().start(replica);
        one.join();
        two.join();
        ids.forEach(id -> assertEquals(List.of("notified", "review-due", "expired"), events(id, 3)));
    }

    @Test
    void who_changes_a_denial_while_a_timer_does_is_told_to_look_again() throws Exception {
        String id = denial("validFrom", "2026-06-30");
        at("2029-04-30" + MIDNIGHT); // what else is due is done
        clock.set(Instant.parse("2029-05-01T00:00:00Z"));
        String tag = tag("nl.officer", id);
        TestServers servers = ComityServers.servers();
        CompletableFuture<Integer> turned;
        try (ExecutorService threads = Executors.newFixedThreadPool(2);
                Connection lock = servers.superuser(servers.database());
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table outbox in exclusive mode");
            turned = CompletableFuture.supplyAsync(timers::runAll, threads);
            Eventually.itIsSo("the timer is about to tell", () -> waiting("timer"));
            CompletableFuture<Response> narrowed = CompletableFuture.supplyAsync(
                    () -> Api.as("nl.officer")
                            .contentType("application/json")
                            .header("If-Match", tag)
                            .body("{\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}")
                            .post(DENIALS + "/{id}/release", id),
                    threads);
            Eventually.itIsSo("the officer waits for it", () -> {
                if (narrowed.isDone()) {
                    throw new AssertionError(narrowed.join().asString());
                }
                return waiting("app");
            });
            lock.rollback();
            assertEquals(1, turned.get(20, TimeUnit.SECONDS));
            narrowed.get(20, TimeUnit.SECONDS).then().statusCode(412);
        }
        read("de.officer", id).body("status", is("REVIEW_DUE"));
    }

    private static boolean waiting(String role) {
        return ComityServers.servers()
                        .count(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and usename = 'denials_"
                                        + role + "'")
                > 0;
    }

    @Test
    void the_timer_sees_what_is_due_and_nothing_of_what_was_denied() throws SQLException {
        denial("validityPolicy", "EXPIRES");
        try (Connection connection = ComityServers.servers().as("timer");
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select id, status, review_due from denial").close();
            try (var drafts = statement.executeQuery(
                    "select count(*) from denial where status in ('DRAFT', 'NATIONAL_APPROVAL')")) {
                drafts.next();
                assertEquals(0, drafts.getInt(1));
            }
            for (String forbidden : List.of(
                    "select ref from denial",
                    "select originator_state from denial",
                    "select destination_state from denial",
                    "select content from denial_narrative",
                    "select content from denial",
                    "select amendment from denial_file",
                    "select national_ref from denial_file",
                    "select * from denial_party",
                    "select * from denial_audience",
                    "select * from denial_version",
                    "update denial set review_due = now()",
                    "delete from denial")) {
                assertThrows(SQLException.class, () -> statement.execute(forbidden), forbidden);
            }
        }
    }

    @Test
    void R78_the_assessment_is_asked_for_anew_when_the_end_moved() {
        Map<String, Object> draft = draft("DE");
        draft.put("kind", "SUSPENSION");
        draft.put("suspensionEndsOn", "2026-12-31");
        String id = notifiedBy("nl", draft);
        at("2027-01-01" + MIDNIGHT);
        amend(id, "suspensionEndsOn", "2027-06-30");
        at("2027-06-30" + LAST_MOMENT);
        assertEquals(List.of("notified", "final-assessment-due", "amended"), events(id, 3));
        at("2027-07-01" + MIDNIGHT);
        timers.runAll();
        assertEquals(List.of("notified", "final-assessment-due", "amended", "final-assessment-due"), events(id, 4));
    }

    @Test
    void R32_R79_the_version_in_force_on_the_day_is_obeyed() {
        try {
            ComityServers.servers()
                    .sql("insert into procedure_version (code, version, title, in_force_from, notify_preferred,"
                            + " notify_latest, validity_years, review_reminder_days)"
                            + " values ('DENIAL_NOTIFICATION', 2, 'Later', '2027-01-01', 30, 60, 5, 60),"
                            + " ('DENIAL_NOTIFICATION', 3, 'Latest', '2028-01-01', 30, 60, 7, 60)");
            assertEquals(
                    List.of(1, 1, 2, 2, 3),
                    java.util.stream.Stream.of("1990-01-01", "2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01")
                            .map(day -> QuarkusTransaction.requiringNew().call(() -> procedures
                                    .denialNotification(LocalDate.parse(day))
                                    .version()))
                            .toList());
            for (String day : List.of("2026-12-31" + LAST_MOMENT, "2027-01-01" + MIDNIGHT)) {
                String id = denial("validityPolicy", "REVIEW_REQUIRED");
                clock.set(Instant.parse(day));
                step("nl.officer", id, "renew", Map.of()).then().statusCode(200);
                step("nl.approver", id, "approve", Map.of())
                        .then()
                        .statusCode(200)
                        .body("reviewDue", is(day.startsWith("2026") ? "2032-03-31" : "2034-03-31"));
            }
        } finally {
            ComityServers.servers().sql("delete from procedure_version where version > 1");
        }
    }
}
