package org.comity.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.comity.backing.ComityService;
import org.comity.backing.Waiting;
import org.comity.local.DemoClient;
import org.comity.local.LaunchedComity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The end of a launcher by force, a later start on the same data, and an orderly end. The last class of the module. */
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LaterStartIT {

    private static ReleasedDenial denial;

    private static final int IN_FLIGHT = 5;
    private static final List<String> inFlight = new ArrayList<>();

    @BeforeAll
    static void notifyDenial() {
        try (DemoClient client = ReleasedDenial.client(SharedComity.get())) {
            denial = ReleasedDenial.toGermany(client);
        }
    }

    @Test
    @Order(1)
    void down_cleans_up_after_a_launcher_that_was_killed() throws InterruptedException {
        LaunchedComity comity = SharedComity.get();
        List<ProcessHandle> processes = comity.processes();
        try (DemoClient client = ReleasedDenial.client(comity)) {
            for (int i = 0; i < IN_FLIGHT; i++) {
                inFlight.add(ReleasedDenial.toGermany(client).path());
            }
        }
        // the broker ends with it, in the middle of what was just released
        comity.process().destroyForcibly().waitFor();

        String said = LaunchedComity.down(SharedComity.DATA);

        String parts = Stream.concat(
                        Arrays.stream(ComityService.values()).map(ComityService::id), Stream.of("keycloak", "postgres"))
                .sorted()
                .collect(Collectors.joining(", "));
        assertTrue(said.startsWith("Stopped what an earlier run had left: " + parts), said);
        assertEquals(List.of(), alive(processes));
    }

    @Test
    @Order(2)
    void a_later_start_finds_everything_as_it_was() {
        // How quick it is depends on the machine, so it is told and not asserted.
        System.out.println("later start: " + SharedComity.startAgain());
        LaunchedComity comity = SharedComity.get();

        assertFalse(comity.said().contains("invented denials are loaded"), comity.said());
        try (DemoClient client = ReleasedDenial.client(comity)) {
            assertEquals(
                    200,
                    client.tryGet(denial.path(), client.token("de.officer")).status());
            assertEquals(
                    404,
                    client.tryGet(denial.path(), client.token("jp.officer")).status());
        }
    }

    @Test
    @Order(3)
    void R383_what_was_on_its_way_when_the_broker_was_killed_is_told_once_and_no_number_is_left_out() {
        LaunchedComity comity = SharedComity.get();
        try (DemoClient client = new DemoClient(comity.url("keycloak"), comity.url("subscriptions"))) {
            String token = client.token("de.officer");
            assertTrue(
                    Waiting.until(
                            Duration.ofSeconds(60), () -> told(client, token).containsAll(inFlight)),
                    () -> inFlight + " of " + told(client, token));
            List<String> told = told(client, token);
            inFlight.forEach(path -> assertEquals(1, Collections.frequency(told, path), path));
            List<Long> numbers = entries(client, token)
                    .map(entry -> entry.get("seq").asLong())
                    .toList();
            for (int i = 1; i < numbers.size(); i++) {
                assertEquals(numbers.get(i - 1) - 1, numbers.get(i));
            }
        }
    }

    private static Stream<JsonNode> entries(DemoClient client, String token) {
        JsonNode items =
                client.get("/subscriptions/v1/inbox?limit=100", token).body().get("items");
        return StreamSupport.stream(items.spliterator(), false);
    }

    private static List<String> told(DemoClient client, String token) {
        return entries(client, token).map(entry -> entry.path("path").asText()).toList();
    }

    @Test
    @Order(4)
    void stopping_takes_less_than_ten_seconds_and_leaves_no_process() throws InterruptedException {
        LaunchedComity comity = SharedComity.get();
        List<ProcessHandle> processes = comity.processes();
        long begin = System.nanoTime();

        comity.process().destroy();
        comity.process().waitFor();

        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        System.out.println("stop: " + took);
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, took.toString());
        assertEquals(List.of(), alive(processes));
        assertTrue(comity.said().strip().endsWith("Stopped"), comity.said());
    }

    private static List<String> alive(List<ProcessHandle> processes) {
        // one that has just ended is there until its parent has taken notice
        Waiting.until(Duration.ofSeconds(2), () -> processes.stream().noneMatch(ProcessHandle::isAlive));
        return processes.stream()
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().commandLine().orElse("?"))
                .toList();
    }
}
