package org.comity.kernel.test;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.kernel.outbox.Event;
import org.comity.kernel.test.sample.ReminderTimer;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.kernel.timer.Timers;
import org.comity.kernel.timer.TimersOfService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that time sets off, against real PostgreSQL, with one replica and with two. */
@QuarkusTest
class TimersTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    private final TimersOfService ofService;
    private final TimerTransactions transactions;
    private final ReminderTimer reminders;
    private final AgroalDataSource database;
    private final MeterRegistry metrics;
    private final TestClock clock;

    TimersTest(
            TimersOfService ofService,
            TimerTransactions transactions,
            ReminderTimer reminders,
            @DataSource("timer") AgroalDataSource database,
            MeterRegistry metrics,
            TestClock clock) {
        this.ofService = ofService;
        this.transactions = transactions;
        this.reminders = reminders;
        this.database = database;
        this.metrics = metrics;
        this.clock = clock;
    }

    @BeforeEach
    void noReminders() {
        ComityServers.servers().sql("delete from reminder", "delete from timer_run");
    }

    @AfterEach
    void run() {
        clock.run();
    }

    private static String reminder(Instant due) {
        String id = UUID.randomUUID().toString();
        ComityServers.servers().sql("insert into reminder values ('%s', 'secret', '%s')".formatted(id, due));
        return id;
    }

    private static long events(String id) {
        return ComityServers.servers().count("select count(*) from outbox where subject = '" + id + "'");
    }

    /** What another replica of the service is: the same jobs, under a scheduler of its own. */
    private Timers replica(TimerJob job) {
        return new Timers(database, List.of(job), metrics);
    }

    @Test
    void R75_what_is_due_by_the_clock_is_done_once_and_what_is_not_waits() {
        String id = reminder(NOON);
        clock.set(NOON.minusNanos(1_000));
        assertEquals(0, ofService.runAll());
        assertEquals(0, events(id));
        clock.set(NOON);
        assertEquals(1, ofService.runAll());
        assertEquals(0, ofService.runAll());
        assertEquals(1, events(id));
    }

    @Test
    void R75_after_downtime_one_run_catches_up() {
        List<String> missed = List.of(
                reminder(NOON), reminder(NOON.plus(Duration.ofDays(1))), reminder(NOON.plus(Duration.ofDays(9))));
        clock.set(NOON.plus(Duration.ofDays(30)));
        assertEquals(3, ofService.runAll());
        missed.forEach(id -> assertEquals(1, events(id)));
    }

    @Test
    void R75_what_fails_leaves_neither_change_nor_event() {
        String id = reminder(NOON);
        assertThrows(
                IllegalStateException.class,
                () -> transactions.once(transaction -> {
                    transaction
                            .sql("update reminder set sent = true where id = :id")
                            .with("id", UUID.fromString(id))
                            .run();
                    transaction.append(Event.of("denials.denial.v1", "org.comity.sample.reminder.due.v1", id, 1));
                    throw new IllegalStateException("planted");
                }));
        assertEquals(0, events(id));
        assertEquals(0, ComityServers.servers().count("select count(*) from reminder where sent"));
    }

    @Test
    void R75_two_replicas_take_turns_and_each_reminder_is_sent_once() {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        AtomicInteger runs = new AtomicInteger();
        TimerJob watched = new TimerJob() {
            @Override
            public String name() {
                return reminders.name();
            }

            @Override
            public Duration interval() {
                return reminders.interval();
            }

            @Override
            public int run() throws SQLException {
                overlapped.compareAndSet(false, atOnce.incrementAndGet() > 1);
                runs.incrementAndGet();
                try {
                    return reminders.run();
                } finally {
                    atOnce.decrementAndGet();
                }
            }
        };
        Timers first = replica(watched);
        Timers second = replica(watched);
        first.start();
        second.start();
        try {
            Instant past = Instant.now().minusSeconds(60);
            List<String> ids = java.util.stream.Stream.generate(() -> reminder(past))
                    .limit(40)
                    .toList();
            Eventually.itIsSo(
                    "all are sent",
                    () -> ComityServers.servers().count("select count(*) from reminder where not sent") == 0);
            Eventually.itIsSo("it ran some times", () -> runs.get() >= 4);
            ids.forEach(id -> assertEquals(1, events(id)));
            assertFalse(overlapped.get(), "one replica at a time");
        } finally {
            first.stop();
            second.stop();
        }
    }

    @Test
    void R75_two_that_run_at_the_same_time_all_the_same_send_each_reminder_once() throws Exception {
        Instant past = Instant.now().minusSeconds(60);
        List<String> ids =
                java.util.stream.Stream.generate(() -> reminder(past)).limit(40).toList();
        Runnable run = () -> {
            try {
                reminders.run();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
        Thread one = Thread.ofPlatform().start(run);
        Thread two = Thread.ofPlatform().start(run);
        one.join();
        two.join();
        ids.forEach(id -> assertEquals(1, events(id)));
    }

    @Test
    void R75_what_a_dead_replica_was_running_another_one_takes_over() {
        String id = reminder(Instant.now().minusSeconds(60));
        ComityServers.servers()
                .sql(
                        "insert into timer_run (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat,"
                                + " version) values ('reminders', 'recurring', now() - interval '2 minutes', true, 'a dead one',"
                                + " now() - interval '1 minute', 1)");
        Timers timers = replica(reminders);
        timers.start();
        try {
            Eventually.itIsSo("it is sent", () -> events(id) == 1);
        } finally {
            timers.stop();
        }
    }

    @Test
    void the_timer_sees_only_its_columns() throws SQLException {
        reminder(NOON);
        try (Connection connection = ComityServers.servers().as("timer");
                Statement statement = connection.createStatement()) {
            statement.executeQuery("select id, due_at, sent from reminder").close();
            for (String forbidden : List.of(
                    "select text from reminder",
                    "select * from note",
                    "select * from outbox",
                    "select * from audit_entry",
                    "select * from idempotent_reply",
                    "update reminder set due_at = now()",
                    "delete from reminder")) {
                assertThrows(SQLException.class, () -> statement.execute(forbidden), forbidden);
            }
        }
    }

    @Test
    void health_and_metrics_show_the_last_run() {
        Timers timers = replica(reminders);
        timers.start();
        try {
            Eventually.itIsSo(
                    "it ran",
                    () -> ComityServers.servers().count("select count(*) from timer_run where last_success is not null")
                            == 1);
        } finally {
            timers.stop();
        }
        RestAssured.get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'timers' }.data.'reminders.lastSuccess'", not(is("never")))
                .body("checks.find { it.name == 'timers' }.data.'reminders.failuresSince'", is(0));
        RestAssured.get(management.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.containsString(
                        "comity_timer_run_seconds_count{job=\"reminders\",outcome=\"done\""));
    }
}
