package org.comity.subscriptions.atom;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.subscriptions.feed.Happenings;
import org.comity.subscriptions.feed.KeptRecords;
import org.comity.subscriptions.feed.SubscriptionServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Atom, as a feed reader gets it. */
@QuarkusTest
@QuarkusTestResource(SubscriptionServers.class)
class AtomTest {

    private static final String KEYS = "/subscriptions/v1/atom/keys";

    @BeforeEach
    void begin() {
        Happenings.begin();
    }

    private static String address(String account, String body) {
        return Api.as(account)
                .contentType("application/json")
                .body(body)
                .post(KEYS)
                .then()
                .statusCode(201)
                .extract()
                .path("path");
    }

    private static UUID published(String title, String... readers) {
        UUID record = UUID.randomUUID();
        KeptRecords.put(KeptRecords.bulletin(record, title, readers));
        Happenings.tell(record, "published", 1);
        return record;
    }

    private static SyndFeed feed(String path) throws FeedException {
        String document = Api.anonymous()
                .header("Accept", "application/atom+xml")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        SyndFeed feed = new SyndFeedInput().build(new StringReader(document));
        assertEquals("atom_1.0", feed.getFeedType());
        return feed;
    }

    @Test
    void R398_a_feed_reader_gets_what_happened_and_where_to_read_what_and_nothing_of_what() throws Exception {
        String path = address("ec.analyst", "{\"name\":\"My reader\"}");
        UUID record = published("A jammer by a detour", "EC");
        published("For Finland", "FI");
        List<SyndEntry> entries = feed(path).getEntries();
        assertEquals(1, entries.size());
        assertTrue(
                entries.getFirst().getTitle().startsWith("BU-DE-"),
                entries.getFirst().getTitle());
        assertTrue(entries.getFirst().getLink().endsWith("/inbox/open/BULLETIN/" + record));
        assertFalse(entries.toString().contains("jammer"));

        KeptRecords.put(KeptRecords.bulletin(record, "A jammer by a detour"));
        // narrowed, and not told yet: the feed says nothing of it any longer
        String title = feed(path).getEntries().getFirst().getTitle();
        assertFalse(title.contains("BU-DE"), title);
    }

    @Test
    void R398_an_address_of_a_rule_has_what_the_rule_matched() throws Exception {
        String rule = Api.as("xk.analyst")
                .contentType("application/json")
                .body("{\"name\":\"Jammers\",\"text\":\"jammer\"}")
                .post("/subscriptions/v1/rules")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String path = address("xk.analyst", "{\"name\":\"Jammers\",\"rule\":\"" + rule + "\"}");
        UUID jammer = published("A jammer", "XK");
        published("A catcher", "XK");
        List<SyndEntry> entries = feed(path).getEntries();
        assertEquals(1, entries.size());
        assertTrue(entries.getFirst().getLink().endsWith(jammer.toString()));
        Api.as("nl.analyst")
                .contentType("application/json")
                .body("{\"name\":\"Another's\",\"rule\":\"" + rule + "\"}")
                .post(KEYS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/rule"));
    }

    @Test
    void R398_the_key_is_shown_once_and_is_kept_nowhere() {
        String path = address("kr.analyst", "{\"name\":\"Once\"}");
        String key = path.substring(path.indexOf("key=") + 4);
        Api.as("kr.analyst")
                .get(KEYS)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].path", nullValue());
        Api.as("kr.officer").get(KEYS).then().statusCode(200).body("items", hasSize(0));
        assertEquals(
                0, ComityServers.servers().count("select count(*) from atom_key where key_hash like '%" + key + "%'"));
        Api.anonymous()
                .header("Accept", "application/atom+xml")
                .get(path)
                .then()
                .statusCode(200);
        assertEquals(
                0, ComityServers.servers().count("select count(*) from audit_entry where path like '%" + key + "%'"));

        String id = Api.as("kr.analyst").get(KEYS).path("items[0].id");
        Api.as("kr.officer")
                .contentType("application/json")
                .body("{}")
                .post(KEYS + "/" + id + "/discard")
                .then()
                .statusCode(404);
        Api.as("kr.analyst")
                .contentType("application/json")
                .body("{}")
                .post(KEYS + "/" + id + "/discard")
                .then()
                .statusCode(204);
        Api.anonymous()
                .header("Accept", "application/atom+xml")
                .get(path)
                .then()
                .statusCode(404);
        Api.anonymous()
                .header("Accept", "application/atom+xml")
                .get("/subscriptions/v1/atom")
                .then()
                .statusCode(404);
        Api.as("kr.auditor").get(KEYS).then().statusCode(403);
    }

    @Test
    void R398_what_has_not_changed_is_not_sent_again() {
        String path = address("cz.analyst", "{\"name\":\"Saves\"}");
        String tag = Api.anonymous()
                .header("Accept", "application/atom+xml")
                .get(path)
                .header("ETag");
        Api.anonymous()
                .header("Accept", "application/atom+xml")
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304);
    }

    @Test
    void R399_an_address_lets_in_nobody_whose_access_or_role_has_ended() {
        String path = address("lv.analyst", "{\"name\":\"Leaves\"}");
        Api.anonymous()
                .header("Accept", "application/atom+xml")
                .get(path)
                .then()
                .statusCode(200);
        String person = ComityServers.servers()
                .seen("timer", "", "", "select person from subscriber where person_name = 'lv.analyst'")
                .getFirst();
        for (String subject : List.of("state:LV", "person:" + person, "role:" + person + ":analyst")) {
            ComityServers.servers()
                    .accessSql("insert into access_ended (subject, ended_at, reason) values ('" + subject
                            + "', now(), 'test')");
            try {
                Api.anonymous()
                        .header("Accept", "application/atom+xml")
                        .get(path)
                        .then()
                        .statusCode(404);
            } finally {
                ComityServers.servers().accessSql("delete from access_ended where subject = '" + subject + "'");
            }
        }
        Api.anonymous()
                .header("Accept", "application/atom+xml")
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void R398_a_person_has_twenty_addresses_and_not_one_more() {
        for (int i = 0; i < 20; i++) {
            address("gb.analyst", "{\"name\":\"Reader " + i + "\"}");
        }
        Api.as("gb.analyst")
                .contentType("application/json")
                .body("{\"name\":\"One more\"}")
                .post(KEYS)
                .then()
                .statusCode(409);
    }
}
