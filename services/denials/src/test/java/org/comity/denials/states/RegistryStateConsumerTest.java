package org.comity.denials.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegistryStateConsumerTest {

    private static long count(String condition) {
        return ComityServers.servers().count("select count(*) from member_state where " + condition);
    }

    @Test
    void the_copy_follows_the_registry_and_an_older_version_does_not_undo_a_later_one() {
        RegisteredStates.announce();
        RegisteredStates.send("LI", UUID.randomUUID().toString(), "Liechtenstein", "SUBSCRIBED", 5, "");
        Eventually.itIsSo("version 5 is there", () -> count("iso2 = 'LI' and version = 5") == 1);
        RegisteredStates.send("LI", UUID.randomUUID().toString(), "Liechtenstein", "INTERESTED", 4, "");
        RegisteredStates.send("LI", UUID.randomUUID().toString(), "Liechtenstein", "ACCESS_SUSPENDED", 6, "");
        Eventually.itIsSo("version 6 is there", () -> count("iso2 = 'LI' and version = 6") == 1);
        assertEquals(1, count("iso2 = 'LI' and status = 'ACCESS_SUSPENDED'"));
    }

    @Test
    void an_event_that_comes_twice_takes_effect_once() {
        RegisteredStates.announce();
        String id = UUID.randomUUID().toString();
        RegisteredStates.send("MC", id, "Monaco", "SUBSCRIBED", 1, "");
        RegisteredStates.send("MC", id, "Monaco, told again under the same id", "SUBSCRIBED", 2, "");
        RegisteredStates.send("SM", UUID.randomUUID().toString(), "San Marino", "SUBSCRIBED", 1, "");
        Eventually.itIsSo("the last one is there", () -> count("iso2 = 'SM'") == 1);
        assertEquals(1, count("iso2 = 'MC' and name = 'Monaco' and version = 1"));
    }

    @Test
    void what_cannot_be_read_goes_to_the_dead_letters_with_its_reason_and_holds_nothing_up() {
        RegisteredStates.announce();
        String key = UUID.randomUUID().toString();
        Events.sendRaw("registry.state.v1", key, "not an event".getBytes(StandardCharsets.UTF_8));
        RegisteredStates.send("VA", UUID.randomUUID().toString(), "Holy See", "SUBSCRIBED", 1, "");
        var dead = Events.await(ComityServers.servers(), "denials.dead-letter.v1", 1, m -> key.equals(m.key()));
        assertEquals("not an event", dead.getFirst().value());
        assertNotNull(dead.getFirst().headers().lastHeader("dead-letter-reason"));
        Eventually.itIsSo("the next one is there", () -> count("iso2 = 'VA'") == 1);
    }

    @Test
    void R337_an_event_of_another_service_or_type_or_about_another_record_changes_nothing() {
        RegisteredStates.announce();
        String sound = """
                {"specversion": "1.0", "id": "%s", "source": "/registry", "type": "org.comity.registry.state.changed.v1",
                 "datacontenttype": "application/json", "subject": "AD", "time": "2026-04-01T08:00:00Z", "version": 900,
                 "data": {"iso2": "AD", "version": 900, "name": "Forged", "status": "SUBSCRIBED",
                 "regimeMemberships": [{"regime": "WA", "standing": "MEMBER"}]}}""";
        List<String> forged = List.of(
                sound.replace("\"/registry\"", "\"/denials\""),
                sound.replace("state.changed.v1", "state.praised.v1"),
                sound.replace("\"subject\": \"AD\"", "\"subject\": \"VA\""),
                sound.replace("\"version\": 900,\n", "\"version\": 901,\n"),
                sound.replace("\"name\": \"Forged\", ", ""));
        String key = UUID.randomUUID().toString();
        for (String event : forged) {
            assertNotEquals(sound, event);
            Events.sendRaw(
                    "registry.state.v1", key, event.formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
        }
        var dead = Events.await(
                ComityServers.servers(), "denials.dead-letter.v1", forged.size(), m -> key.equals(m.key()));
        assertEquals(forged.size(), dead.size());
        assertEquals(0, count("version >= 900"));
        Events.sendRaw(
                "registry.state.v1",
                key,
                sound.formatted(UUID.randomUUID()).replace("900", "899").getBytes(StandardCharsets.UTF_8));
        Eventually.itIsSo("a sound one is taken", () -> count("iso2 = 'AD' and version = 899") == 1);
    }

    @Test
    void R21_an_adherent_is_no_member() {
        RegisteredStates.announce();
        String members = "select count(*) from member_regime where iso2 = 'GL'";
        RegisteredStates.send(
                "GL",
                UUID.randomUUID().toString(),
                "Greenland",
                "INTERESTED",
                2,
                "{\"regime\":\"WA\",\"standing\":\"ADHERENT\"}");
        Eventually.itIsSo("version 2 is there", () -> count("iso2 = 'GL' and version = 2") == 1);
        assertEquals(0, ComityServers.servers().count(members));
        RegisteredStates.send(
                "GL",
                UUID.randomUUID().toString(),
                "Greenland",
                "INTERESTED",
                3,
                "{\"regime\":\"WA\",\"standing\":\"MEMBER\"}");
        Eventually.itIsSo("version 3 is there", () -> count("iso2 = 'GL' and version = 3") == 1);
        assertEquals(1, ComityServers.servers().count(members));
    }
}
