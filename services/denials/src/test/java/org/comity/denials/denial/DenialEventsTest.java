package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.list;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.notified;
import static org.comity.denials.denial.DenialExamples.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.EventContract;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is published keeps to the schemas in openapi/events, and every type that has a schema is published. */
@QuarkusTest
class DenialEventsTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    @Test
    void each_step_that_others_must_hear_of_is_an_event_of_its_schema() {
        String id = notified("DE");
        step("nl.approver", id, "release", map("releasability", map("mode", "LIST", "states", list("DE", "JP"))))
                .then()
                .statusCode(200);
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        Map<String, Object> changed = draft("DE", "JP");
        changed.put("destinationState", "UZ");
        Api.as("nl.officer")
                .contentType("application/json")
                .header("If-Match", DenialExamples.tag("nl.officer", id))
                .body(DenialExamples.json(changed))
                .put(DenialExamples.DENIALS + "/" + id)
                .then()
                .statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        List<String> events =
                Events.await(ComityServers.servers(), "denials.denial.v1", 3, message -> id.equals(message.key()))
                        .stream()
                        .map(ConsumerRecord::value)
                        .toList();
        events.forEach(event -> assertEquals(List.of(), EventContract.faults(event), event));
        List<String> types = events.stream().map(EventContract::type).toList();
        assertEquals(
                List.of(
                        "org.comity.denials.denial.notified.v1",
                        "org.comity.denials.denial.release-changed.v1",
                        "org.comity.denials.denial.amended.v1"),
                types);
        // ReviewTimerTest and ProposalTest publish the others
        assertEquals(
                new TreeSet<>(EventContract.types("denials").stream()
                        .filter(type -> type.startsWith("org.comity.denials.denial."))
                        .toList()),
                new TreeSet<>(java.util.Arrays.stream(DenialEvent.values())
                        .map(event -> event.of(java.util.UUID.randomUUID(), 1).type())
                        .toList()));
    }

    @Test
    void an_event_that_carried_content_would_be_caught() {
        String id = notified("DE");
        String event = Events.await(
                        ComityServers.servers(), "denials.denial.v1", 1, message -> id.equals(message.key()))
                .getFirst()
                .value();
        assertFalse(EventContract.faults(event.replaceFirst("\\{", "{\"data\":{\"destinationState\":\"KZ\"},"))
                .isEmpty());
        assertFalse(EventContract.faults(event.replaceFirst("\"version\":1", "\"version\":\"1\""))
                .isEmpty());
    }
}
