package org.comity.subscriptions.feed;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes in the registry, told to all desks. */
@QuarkusTest
@QuarkusTestResource(SubscriptionServers.class)
class StateChangesTest {

    private static final String STATES = "/subscriptions/v1/inbox?kind=STATE";

    private final StateChanges changes;
    private World before;

    StateChangesTest(StateChanges changes) {
        this.changes = changes;
    }

    @BeforeEach
    void begin() throws SQLException {
        Happenings.begin();
        before = World.keep(ComityServers.servers());
        // what happens here goes out on no topic, and is forgotten afterwards
        ComityServers.servers().sql("delete from feed_topic");
        changes.run();
    }

    @AfterEach
    void asBefore() {
        before.restore();
    }

    private static void changes(String iso2, String status, long version) {
        RegisteredStates.send(iso2, UUID.randomUUID().toString(), "Invented name of " + iso2, status, version, "");
        Eventually.itIsSo(
                "the copy has it",
                () -> ComityServers.servers()
                                .count("select count(*) from member_state where iso2 = '" + iso2 + "' and version = "
                                        + version)
                        == 1);
    }

    private static int told(String account) {
        return Api.as(account).get(STATES).jsonPath().getList("items").size();
    }

    @Test
    void R377_each_desk_of_each_state_is_told_of_a_change_once() throws SQLException {
        assertEquals(0, told("nl.officer"));
        changes("CZ", "SUBSCRIBED", 2);
        changes.run();
        changes.run();
        for (String reader : List.of("nl.officer", "jp.analyst", "us.poc", "cz.officer")) {
            Api.as(reader)
                    .get(STATES)
                    .then()
                    .statusCode(200)
                    .body("items.size()", equalTo(1))
                    .body("items[0].change", equalTo("UPDATED"))
                    .body("items[0].happened", equalTo("CHANGED"))
                    .body("items[0].ref", equalTo("ST-CZ"))
                    .body("items[0].title", equalTo("Invented name of CZ"))
                    .body("items[0].path", equalTo("/registry/v1/states/CZ"));
        }
        changes("CZ", "ACCESS_SUSPENDED", 3);
        changes.run();
        assertEquals(2, told("jp.analyst"));
    }

    @Test
    void R377_a_kill_between_telling_and_taking_it_down_tells_it_once() throws SQLException {
        changes("DK", "SUBSCRIBED", 2);
        changes.run();
        ComityServers.servers().sql("update state_told set version = 1 where iso2 = 'DK'");
        changes.run();
        assertEquals(1, told("fi.officer"));
    }

    @Test
    void R377_a_state_that_joins_is_told_to_those_that_were_there_and_not_to_itself() throws SQLException {
        changes("SE", "SUBSCRIBED", 1);
        changes.run();
        Api.as("nl.officer")
                .get(STATES)
                .then()
                .body("items.ref", equalTo(List.of("ST-SE")))
                .body("items[0].change", equalTo("CREATED"));
        assertEquals(
                0,
                ComityServers.servers().count("select count(*) from feed_entry where state = 'SE' and kind = 'STATE'"));
        // what changes later is told to all of them
        changes("AU", "SUBSCRIBED", 2);
        changes.run();
        assertEquals(2, told("nl.officer"));
        assertEquals(
                3,
                ComityServers.servers().count("select count(*) from feed_entry where state = 'SE' and kind = 'STATE'"));
    }
}
