package org.comity.denials.consultation;

import static org.comity.denials.consultation.ConsultationExamples.consulted;
import static org.comity.denials.consultation.ConsultationExamples.denial;
import static org.comity.denials.consultation.ConsultationExamples.draft;
import static org.comity.denials.consultation.ConsultationExamples.in;
import static org.comity.denials.consultation.ConsultationExamples.map;
import static org.comity.denials.consultation.ConsultationExamples.requested;
import static org.comity.denials.consultation.ConsultationExamples.take;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two steps at the same moment: one of them waits for the other, and is told to look again. */
@QuarkusTest
class ConsultationRaceTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static String asked() {
        return requested(draft(consulted("EE", denial("ee", "NL"))));
    }

    @Test
    void who_decides_while_an_answer_comes_is_told_to_look_again() throws Exception {
        String id = asked();

        whileItsThreadChanges(
                        id,
                        () -> take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "Civil use")))
                .then()
                .statusCode(412);
        take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "Civil use"))
                .then()
                .statusCode(200);
    }

    @Test
    void who_closes_while_an_answer_comes_is_told_to_look_again() throws Exception {
        String id = asked();
        take("nl.officer", id, "decide", map("outcome", "DENIED")).then().statusCode(200);

        whileItsThreadChanges(id, () -> take("nl.officer", id, "close", Map.of()))
                .then()
                .statusCode(412);
        take("nl.officer", id, "close", Map.of()).then().statusCode(200);
    }

    @Test
    void who_answers_while_silence_is_taken_down_is_told_to_look_again() throws Exception {
        String id = asked();

        whileItsThreadChanges(id, () -> in("EE", "ee.officer", id, "reply", map("answer", "NOT_IDENTICAL")))
                .then()
                .statusCode(412);
        in("EE", "ee.officer", id, "reply", map("answer", "NOT_IDENTICAL"))
                .then()
                .statusCode(200);
    }

    /** The step is begun while another transaction has changed the thread, and goes on when that is committed. */
    private static Response whileItsThreadChanges(String id, Supplier<Response> step) throws Exception {
        TestServers servers = ComityServers.servers();
        try (ExecutorService thread = Executors.newSingleThreadExecutor();
                Connection other = servers.superuser(servers.database());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "update consultation_thread set version = version + 1 where consultation_id = '" + id + "'");
            CompletableFuture<Response> answer = CompletableFuture.supplyAsync(step, thread);
            Eventually.itIsSo("the step waits for the thread", () -> {
                if (answer.isDone()) {
                    throw new AssertionError(answer.join().asString());
                }
                return servers.count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and usename = 'denials_app'")
                        > 0;
            });
            other.commit();
            return answer.get(20, TimeUnit.SECONDS);
        }
    }
}
