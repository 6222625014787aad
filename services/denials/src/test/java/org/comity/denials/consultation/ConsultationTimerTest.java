package org.comity.denials.consultation;

import static org.comity.denials.consultation.ConsultationExamples.consulted;
import static org.comity.denials.consultation.ConsultationExamples.draft;
import static org.comity.denials.consultation.ConsultationExamples.requested;
import static org.comity.denials.consultation.ConsultationExamples.take;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsultationTimerTest {

    private final TestClock clock;
    private final ConsultationTimer timer;

    ConsultationTimerTest(TestClock clock, ConsultationTimer timer) {
        this.clock = clock;
        this.timer = timer;
    }

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    @AfterEach
    void timeGoesOn() {
        clock.run();
    }

    @Test
    void R144_four_timers_at_once_remind_of_each_notice_once() throws Exception {
        clock.set(Instant.parse("2026-06-01T09:00:00Z"));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Map<String, Object> draft = draft(consulted("EE"));
            draft.put("type", "ESSENTIAL_INTEREST");
            String id = requested(draft);
            take("nl.officer", id, "decide", Map.of("outcome", "GRANTED", "explanation", "Civil use"))
                    .then()
                    .statusCode(200);
            ids.add(id);
        }
        clock.set(Instant.parse("2026-06-25T09:00:00Z"));
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(replicas.submit(timer::run));
            }
            for (Future<Integer> run : runs) {
                run.get();
            }
        }
        assertEquals(
                6,
                ComityServers.servers()
                        .count("select count(*) from outbox where type like '%.notice-due.v1' and subject in"
                                + " (select id::text from consultation_notice_clock where consultation_id::text in ('"
                                + String.join("','", ids) + "'))"));
    }

    @Test
    void four_timers_at_once_take_each_silence_down_once_after_a_long_downtime() throws Exception {
        clock.set(Instant.parse("2026-06-01T09:00:00Z"));
        List<Object> states = new ArrayList<>();
        for (String state : List.of("AL", "AU", "BG", "CA", "CR", "CZ", "DK", "EC", "EE", "FI", "FR", "GB")) {
            states.add(consulted(state));
        }
        Map<String, Object> draft = draft(states.toArray());
        draft.put("type", "LOCATION");
        String id = requested(draft);
        clock.advance(Duration.ofDays(200));
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(replicas.submit(timer::run));
            }
            for (Future<Integer> run : runs) {
                run.get();
            }
        }
        String threads = "(select id::text from consultation_thread where consultation_id = '" + id + "')";
        assertEquals(
                12,
                ComityServers.servers()
                        .count("select count(*) from outbox where subject in " + threads
                                + " and type like '%.consultation.deemed.v1'"));
        assertEquals(
                12,
                ComityServers.servers()
                        .count("select count(*) from consultation_thread where consultation_id = '" + id
                                + "' and deemed_at = due_at"));
        assertEquals(
                0,
                ComityServers.servers()
                        .count("select count(*) from outbox where subject in " + threads
                                + " and type like '%.reply-due.v1'"),
                "nobody is reminded of what has passed");
    }
}
