package org.comity.registry.state;

import static org.comity.registry.state.Requests.ADMIN;
import static org.comity.registry.state.Requests.STAFF;
import static org.comity.registry.state.Requests.STATES;
import static org.comity.registry.state.Requests.address;
import static org.comity.registry.state.Requests.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.EventContract;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StateEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOPIC = "registry.state.v1";

    private final StateAnnouncer announcer;
    private final TestServers servers = ComityServers.servers();
    private Runnable undo;

    StateEventsTest(StateAnnouncer announcer) {
        this.announcer = announcer;
    }

    @BeforeEach
    void keep() {
        undo = Requests.keep();
    }

    @AfterEach
    void undo() {
        undo.run();
    }

    @Test
    void the_founding_states_are_announced_at_the_start() {
        Set<String> seen = new HashSet<>();
        Events.await(servers, TOPIC, 25, message -> seen.add(message.key()))
                .forEach(message -> assertEquals(List.of(), EventContract.faults(message.value()), message.value()));

        assertTrue(seen.containsAll(Set.of("AL", "JP", "US", "XK")), seen.toString());
    }

    @Test
    void a_change_is_told_with_the_whole_record() throws JsonProcessingException {
        String told = Requests.CONTENT.replace("Summit for Democracy", "Told in an event");
        Requests.put(STAFF, "JP", "", told).statusCode(200);
        JsonNode record = JSON.readTree(Api.as(STAFF).get(address("JP")).asString());

        ConsumerRecord<String, String> message = only("JP", "Told in an event");
        JsonNode event = JSON.readTree(message.value());

        assertEquals("org.comity.registry.state.changed.v1", event.get("type").asText());
        assertEquals("JP", event.get("subject").asText());
        assertEquals(2, event.get("version").asInt());
        assertEquals("application/json", event.get("datacontenttype").asText());
        assertEquals(record, event.get("data"));
    }

    @Test
    void an_added_state_is_told() throws JsonProcessingException {
        json(ADMIN, "{\"iso2\":\"IS\",\"name\":\"Iceland, told in an event\"}")
                .post(STATES)
                .then()
                .statusCode(201);

        JsonNode event = JSON.readTree(only("IS", "Iceland, told in an event").value());
        assertEquals(1, event.get("version").asInt());
        assertEquals("INTERESTED", event.get("data").get("status").asText());
    }

    @Test
    void each_change_is_told_once_in_its_order() {
        Requests.addIceland();
        Requests.step(ADMIN, "IS", "subscribe", "{\"subscribedOn\":\"2024-05-01\",\"declaration\":\"File 7\"}")
                .statusCode(200);
        Requests.step(ADMIN, "IS", "suspend", Requests.SUSPENSION).statusCode(200);
        Requests.step(ADMIN, "IS", "reinstate", "{}").statusCode(200);
        Requests.put(STAFF, "IS", "/points-of-contact", Requests.CONTACTS).statusCode(200);
        Requests.put(STAFF, "IS", "/competent-authorities", Requests.AUTHORITIES)
                .statusCode(200);
        Requests.put(STAFF, "IS", "/working-calendar", Requests.CALENDAR).statusCode(200);
        Requests.step(ADMIN, "IS", "withdraw", Requests.WITHDRAWAL).statusCode(200);

        assertEquals(8, servers.count("select count(*) from outbox where subject = 'IS'"));
        assertEquals(
                0,
                servers.count("select count(*) from (select subject_version, row_number() over (order by seq) as n"
                        + " from outbox where subject = 'IS') as told where subject_version <> n"));
        assertEquals(0, announcer.announce());
    }

    @Test
    void what_another_replica_is_announcing_is_passed_over() throws Exception {
        servers.sql("update state set announced_version = 0 where iso2 in ('EE', 'FI')");
        try (Connection other = servers.superuser(servers.database());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select iso2 from state where iso2 = 'EE' for update");

            assertEquals(1, announcer.announce());
            other.rollback();
        }
        assertEquals(1, announcer.announce());
        assertEquals(0, announcer.announce());
    }

    private ConsumerRecord<String, String> only(String key, String text) {
        List<ConsumerRecord<String, String>> found = Events.await(
                servers,
                TOPIC,
                1,
                message -> message.key().equals(key)
                        && message.value() != null
                        && message.value().contains(text));
        return found.getFirst();
    }
}
