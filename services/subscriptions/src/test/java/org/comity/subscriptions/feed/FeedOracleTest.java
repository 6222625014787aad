package org.comity.subscriptions.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Session;
import org.comity.kernel.test.TwoWorlds;
import org.comity.kernel.test.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No byte tells Japan of records that are hidden from it, of what others were told, or of the rules of others. */
@QuarkusTest
@QuarkusTestResource(SubscriptionServers.class)
class FeedOracleTest {

    private static final String INBOX = "/subscriptions/v1/inbox";
    private static final String COPIES = "/subscriptions/v1/dropped-copies";
    private static final String VIEWS = "/subscriptions/v1/views";
    private static final String RULES = "/subscriptions/v1/rules";
    private static final UUID VISIBLE = UUID.randomUUID();
    private static final UUID HIDDEN = UUID.randomUUID();

    private static World world;
    private static World with;

    private final TwoWorlds worlds;

    FeedOracleTest(TwoWorlds worlds) {
        this.worlds = worlds;
    }

    @BeforeEach
    void bothWorlds() {
        if (world != null) {
            return;
        }
        Happenings.begin();
        KeptRecords.put(KeptRecords.bulletin(VISIBLE, "Alert about an IMSI catcher", "JP", "DE"));
        Happenings.tell(VISIBLE, "published", 1);
        rule("jp.analyst", "Mine");
        view("jp.analyst");
        world = World.keep(ComityServers.servers());
        with = worlds.hidden(world, "feeds", FeedOracleTest::hide);
    }

    /** What happened for others alone. */
    private static void hide() {
        KeptRecords.put(KeptRecords.bulletin(HIDDEN, "Alert about a jammer", "NL", "FR"));
        Happenings.tell(HIDDEN, "published", 1);
        KeptRecords.put(KeptRecords.bulletin(HIDDEN, "Alert about a jammer", "FR"));
        Happenings.tell(HIDDEN, "release-changed", 1);
        // Germany and Japan read it still, and the Netherlands do too: Japan sees nothing of that
        KeptRecords.put(KeptRecords.bulletin(VISIBLE, "Alert about an IMSI catcher", "JP", "DE", "NL"));
        Happenings.tell(VISIBLE, "release-changed", 1);
        rule("nl.analyst", "Theirs");
        view("nl.analyst");
        Api.as("nl.analyst")
                .contentType("application/json")
                .body("{\"records\":[\"" + HIDDEN + "\"]}")
                .post(COPIES)
                .then()
                .statusCode(204);
        Api.as("nl.analyst")
                .contentType("application/json")
                .body("{\"upTo\":1}")
                .post(INBOX + "/read")
                .then()
                .statusCode(204);
    }

    private static void rule(String account, String name) {
        Api.as(account)
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\",\"shared\":true}")
                .post(RULES)
                .then()
                .statusCode(201);
    }

    private static void view(String account) {
        Api.as(account)
                .contentType("application/json")
                .body("{\"list\":\"BULLETINS\",\"name\":\"Of " + account
                        + "\",\"query\":\"class=ALERT\",\"shared\":true}")
                .post(VIEWS)
                .then()
                .statusCode(201);
    }

    private static void session(Session session) {
        for (String address : List.of(
                INBOX,
                INBOX + "?unread=true",
                INBOX + "?kind=BULLETIN&limit=1",
                INBOX + "/unread",
                RULES,
                RULES + "/" + HIDDEN,
                VIEWS,
                COPIES,
                COPIES + "?record=" + HIDDEN,
                "/subscriptions/v1/access-log")) {
            session.get(address);
        }
        session.walk(INBOX + "?limit=1");
        session.post(INBOX + "/unread-records", "{\"records\":[\"" + VISIBLE + "\",\"" + HIDDEN + "\"]}", Map.of());
        session.post(INBOX + "/read", "{\"records\":[\"" + HIDDEN + "\"],\"upTo\":1}", Map.of());
        session.post(RULES, "{\"name\":\"Another\"}", Map.of());
        // what happens next has the same number in both worlds
        Happenings.tell(VISIBLE, "commented", 1);
        KeptRecords.put(KeptRecords.bulletin(VISIBLE, "Corrected " + HIDDEN, "JP", "DE", "NL"));
        Happenings.tell(VISIBLE, "updated", 2);
        session.get(INBOX);
        session.get(INBOX + "/unread");
        KeptRecords.put(KeptRecords.bulletin(VISIBLE, "Alert about an IMSI catcher", "JP", "DE", "NL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jp.analyst", "jp.poc", "jp.auditor", "secretariat.staff"})
    void R382_nothing_tells_of_what_is_hidden(String person) {
        assertEquals(Optional.empty(), worlds.compare(world, with, person, FeedOracleTest::session));
    }

    @Test
    void a_number_that_a_hidden_record_took_is_found() {
        assertTrue(finds("update feed_head set seq = seq + 1 where state = 'JP' and desk = 'ANALYSIS'"));
    }

    @Test
    void an_entry_of_a_hidden_record_is_found() {
        assertTrue(finds(
                "update feed_entry set state = 'JP', desk = 'ANALYSIS', seq = 90 where id in (select id from feed_entry"
                        + " where state = 'FR' and record = '" + HIDDEN + "' limit 1)"));
    }

    @Test
    void a_rule_of_another_state_is_found() {
        assertTrue(finds("update rule set state = 'JP' where state = 'NL'"));
    }

    @Test
    void a_copy_that_another_state_dropped_is_found() {
        assertTrue(finds("update dropped_copy set originator = 'JP' where state = 'NL'"));
    }

    @Test
    void a_view_of_another_state_is_found() {
        assertTrue(finds("update saved_view set state = 'JP' where state = 'NL'"));
    }

    private boolean finds(String plant) {
        World leaking = worlds.hidden(world, "planted", () -> {
            hide();
            ComityServers.servers().sql(plant);
        });
        return worlds.finds(world, leaking, "jp.analyst", FeedOracleTest::session);
    }
}
