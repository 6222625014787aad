package org.comity.subscriptions.feed;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.backing.KeycloakAdmin;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.TestServers;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reaches the inbox of a desk, and what does not. */
@QuarkusTest
@QuarkusTestResource(SubscriptionServers.class)
class InboxTest {

    private static final String INBOX = "/subscriptions/v1/inbox";

    @BeforeEach
    void states() {
        Happenings.begin();
    }

    private static ValidatableResponse inbox(String account, String query) {
        return Api.as(account).get(INBOX + query).then().statusCode(200);
    }

    private static final String RULES = "/subscriptions/v1/rules";

    /** A bulletin that these states read; it has a word of its own, by which the test finds it. */
    private static UUID published(String... readers) {
        UUID record = UUID.randomUUID();
        KeptRecords.put(KeptRecords.bulletin(record, "Alert about an IMSI catcher", readers));
        Happenings.tell(record, "published", 1);
        return record;
    }

    private static List<Integer> numbers(String account) {
        return inbox(account, "?limit=100").extract().jsonPath().getList("items.seq", Integer.class);
    }

    private static int entriesOf(String account, UUID record) {
        return inbox(account, "?limit=100")
                .extract()
                .jsonPath()
                .getList("items.findAll { it.record == '" + record + "' }")
                .size();
    }

    @Test
    void R382_a_desk_is_told_of_what_it_sees_with_its_title_and_no_other_desk_is() {
        UUID record = published("NL", "DE");

        inbox("nl.analyst", "")
                .body("items[0].record", equalTo(record.toString()))
                .body("items[0].change", equalTo("CREATED"))
                .body("items[0].happened", equalTo("NEW"))
                .body("items[0].title", equalTo("Alert about an IMSI catcher"))
                .body("items[0].path", equalTo("/bulletins/v1/bulletins/" + record))
                .body("items[0].unread", equalTo(true));
        inbox("jp.analyst", "").body("items.record", not(hasItem(record.toString())));
        // its point of contact reads no such record here
        inbox("nl.poc", "").body("items.record", not(hasItem(record.toString())));
        Api.as("nl.auditor").get(INBOX).then().statusCode(403);
        Api.as("secretariat.staff").get(INBOX).then().statusCode(403);
    }

    @Test
    void R383_an_event_that_comes_twice_is_told_once() {
        UUID record = UUID.randomUUID();
        KeptRecords.put(KeptRecords.bulletin(record, "Told once", "NL"));
        String event = UUID.randomUUID().toString();
        Happenings.send(event, record, "published", 1);
        Happenings.send(event, record, "published", 1);
        Happenings.awaitEffect(event);
        published("NL");

        assertEquals(1, entriesOf("nl.analyst", record));
    }

    @Test
    void R384_an_event_that_changed_nothing_for_a_desk_leaves_no_entry_and_no_number() {
        UUID record = published("NL", "DE");
        List<Integer> before = numbers("nl.officer");

        // Germany lets Japan read it too: nothing of what the Netherlands see has changed
        KeptRecords.put(KeptRecords.bulletin(record, "Alert about an IMSI catcher", "NL", "DE", "JP"));
        Happenings.tell(record, "release-changed", 1);

        assertEquals(before, numbers("nl.officer"));
        inbox("jp.officer", "")
                .body("items[0].record", equalTo(record.toString()))
                .body("items[0].change", equalTo("CREATED"))
                // and not that its release was changed: Japan learns nothing of the time before
                .body("items[0].happened", equalTo("NEW"));
    }

    @Test
    void R384_an_event_of_a_part_tells_nothing_to_who_sees_the_record_and_not_the_part() {
        UUID record = published("KR", "MK", "US");
        UUID part = UUID.randomUUID();
        KeptRecords.part(part, record, "KR", "US");
        List<Integer> before = numbers("mk.officer");
        KeptRecords.put(KeptRecords.bulletin(record, "Answered in a part", "KR", "MK", "US"));
        Happenings.tell(part, "commented", 2);
        Happenings.tell(part, "commented", 3);

        assertEquals(before, numbers("mk.officer"));
        inbox("kr.officer", "")
                .body("items[0].record", equalTo(record.toString()))
                .body("items[0].change", equalTo("UPDATED"));
        assertEquals(2, entriesOf("kr.officer", record));
    }

    @Test
    void R384_what_changed_for_its_readers_is_told_as_the_event_says() {
        UUID record = published("NL");
        KeptRecords.put(KeptRecords.bulletin(record, "Corrected: a signal jammer", "NL"));
        Happenings.tell(record, "updated", 2);

        inbox("nl.analyst", "")
                .body("items[0].change", equalTo("UPDATED"))
                .body("items[0].happened", equalTo("UPDATED"))
                .body("items[0].title", equalTo("Corrected: a signal jammer"));
    }

    @Test
    void R385_who_loses_sight_of_a_record_is_told_so_once_and_the_older_entries_lose_their_title() {
        UUID record = published("NL", "FR");
        KeptRecords.put(KeptRecords.bulletin(record, "Alert about an IMSI catcher", "FR"));
        Happenings.tell(record, "release-changed", 1);
        Happenings.tell(record, "recalled", 1);

        inbox("nl.analyst", "")
                .body("items[0].record", equalTo(record.toString()))
                .body("items[0].change", equalTo("REMOVED"))
                .body("items[0].happened", equalTo("REMOVED"))
                .body("items[0].path", nullValue())
                .body("items[1].record", equalTo(record.toString()))
                .body("items[1].title", nullValue())
                .body("items[1].ref", notNullValue());
        assertEquals(2, entriesOf("nl.analyst", record));
        inbox("fr.analyst", "").body("items[0].title", equalTo("Alert about an IMSI catcher"));
    }

    @Test
    void R382_the_numbers_of_a_feed_have_no_gap_whatever_others_are_told() {
        for (int i = 0; i < 3; i++) {
            published("NO");
            published("CA");
        }
        List<Integer> numbers = numbers("no.officer");
        for (int i = 1; i < numbers.size(); i++) {
            assertEquals(numbers.get(i - 1) - 1, numbers.get(i));
        }
        assertEquals(1, numbers.getLast());
    }

    @Test
    void R389_what_a_person_has_read_is_marked_for_that_person_alone() {
        UUID first = published("SK");
        UUID second = published("SK");
        int seq = inbox("sk.analyst", "").extract().path("items[1].seq");

        Api.as("sk.analyst")
                .contentType("application/json")
                .body("{\"upTo\":" + seq + "}")
                .post(INBOX + "/read")
                .then()
                .statusCode(204);
        inbox("sk.analyst", "?unread=true").body("items.record", contains(second.toString()));
        Api.as("sk.analyst").get(INBOX + "/unread").then().statusCode(200).body("count", equalTo(1));

        Api.as("sk.analyst")
                .contentType("application/json")
                .body("{\"records\":[\"" + second + "\"]}")
                .post(INBOX + "/read")
                .then()
                .statusCode(204);
        inbox("sk.analyst", "?unread=true").body("items", empty());
        Api.as("sk.officer")
                .contentType("application/json")
                .body("{\"records\":[\"" + first + "\",\"" + second + "\",\"" + UUID.randomUUID() + "\"]}")
                .post(INBOX + "/unread-records")
                .then()
                .statusCode(200)
                .body("records", containsInAnyOrder(first.toString(), second.toString()));
        // a number beyond the last one marks nothing that is still to come
        Api.as("sk.analyst")
                .contentType("application/json")
                .body("{\"upTo\":9000000000}")
                .post(INBOX + "/read")
                .then()
                .statusCode(204);
        published("SK");
        inbox("sk.analyst", "?unread=true").body("items", hasSize(1));
    }

    @Test
    void R389_the_pages_of_an_inbox_hold_each_entry_once() {
        for (int i = 0; i < 5; i++) {
            published("HR");
        }
        List<Integer> whole = numbers("hr.officer");
        Response page = Api.as("hr.officer").get(INBOX + "?limit=2");
        List<Integer> walked = new ArrayList<>(page.jsonPath().getList("items.seq", Integer.class));
        while (page.header("Link").contains("next")
                || page.headers().getValues("Link").stream().anyMatch(l -> l.contains("next"))) {
            String next = page.headers().getValues("Link").stream()
                    .filter(link -> link.contains("rel=\"next\""))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll("<(.*)>.*", "$1");
            page = Api.as("hr.officer").urlEncodingEnabled(false).get(next);
            walked.addAll(page.jsonPath().getList("items.seq", Integer.class));
        }
        assertEquals(whole, walked);
    }

    @Test
    void R389_who_asks_about_no_record_is_told_of_none_and_who_has_read_nothing_is_told_what_to_say() {
        Api.as("nl.officer")
                .contentType("application/json")
                .body("{}")
                .post(INBOX + "/unread-records")
                .then()
                .statusCode(200)
                .body("records", empty());
        Api.as("nl.officer")
                .contentType("application/json")
                .body("{}")
                .post(INBOX + "/read")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/upTo"));
    }

    @Test
    void R383_an_event_of_nothing_that_we_know_goes_to_the_dead_letters_and_those_after_it_take_effect() {
        Events.sendRaw("bulletins.bulletin.v1", "x", "no event".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Events.send(
                "bulletins.bulletin.v1",
                "org.comity.registry.state.changed.v1",
                "NL",
                1,
                "x-" + UUID.randomUUID(),
                "{}");
        UUID record = published("SE", "KR");
        assertEquals(1, entriesOf("kr.analyst", record));
    }

    @Test
    void R410_what_waits_together_is_told_once_each_and_in_order_also_where_one_record_cannot_be_read_for_a_while() {
        List<UUID> records = new ArrayList<>();
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            UUID record = UUID.randomUUID();
            records.add(record);
            KeptRecords.put(KeptRecords.bulletin(record, "One of twelve", "FI"));
            String event = UUID.randomUUID().toString();
            events.add(event);
        }
        KeptRecords.breakIt(records.get(5));
        for (int i = 0; i < records.size(); i++) {
            Happenings.send(events.get(i), records.get(i), "published", 1);
        }
        try {
            Happenings.awaitEffect(events.get(4));
            assertEquals(0, entriesOf("fi.analyst", records.get(5)));
        } finally {
            KeptRecords.mend(records.get(5));
        }
        Happenings.awaitEffect(events.getLast());
        for (UUID record : records) {
            assertEquals(1, entriesOf("fi.analyst", record));
        }
        inbox("fi.analyst", "?limit=12")
                .body(
                        "items.record",
                        equalTo(records.reversed().stream().map(UUID::toString).toList()));
    }

    private static String rule(String account, String content) {
        return Api.as(account)
                .contentType("application/json")
                .body(content)
                .post(RULES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void R386_R388_a_rule_matches_what_meets_each_of_its_conditions_once() {
        String matching = rule(
                "us.analyst",
                "{\"name\":\"Interception\",\"kinds\":[\"BULLETIN\"],\"items\":[\"5A001.f\"],"
                        + "\"destinations\":[\"KZ\",\"TR\"],\"classes\":[\"ALERT\"],\"originators\":[\"DE\"],\"text\":\"imsi CATCHER\"}");
        String other = rule("us.analyst", "{\"name\":\"Other place\",\"destinations\":[\"TR\"]}");
        String sibling = rule("us.analyst", "{\"name\":\"Other entry\",\"items\":[\"5A001.f.2.a\"]}");
        UUID record = published("US");

        inbox("us.analyst", "").body("items[0].rules", contains(matching));
        inbox("us.analyst", "?rule=" + other).body("items", empty());
        inbox("us.analyst", "?rule=" + sibling).body("items", empty());
        // a colleague's inbox says nothing of the analyst's rules
        inbox("us.officer", "").body("items[0].rules", empty());

        KeptRecords.put(KeptRecords.bulletin(record, "About something else now", "US"));
        Happenings.tell(record, "updated", 2);
        KeptRecords.put(KeptRecords.bulletin(record, "An IMSI catcher again", "US"));
        Happenings.tell(record, "updated", 3);
        assertEquals(
                List.of("CREATED", "REMOVED", "CREATED"),
                changes("select change from rule_match where rule_id = '" + matching + "' order by seq"));
    }

    private static List<String> changes(String query) {
        try (var connection = ComityServers.servers()
                        .superuser(ComityServers.servers().database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void R387_a_rule_is_its_owners_a_shared_one_is_read_by_the_desk_and_nobody_elses() {
        String own = rule("bg.analyst", "{\"name\":\"Mine\"}");
        String shared = rule("bg.officer", "{\"name\":\"Ours\",\"shared\":true}");

        Api.as("bg.officer").get(RULES + "/" + own).then().statusCode(404);
        Api.as("bg.analyst").get(RULES + "/" + shared).then().statusCode(404);
        Api.as("ee.officer").get(RULES + "/" + shared).then().statusCode(404);
        Api.as("secretariat.staff").get(RULES).then().statusCode(403);
        String tag = Api.as("bg.approver")
                .get(RULES + "/" + shared)
                .then()
                .statusCode(200)
                .body("steps", empty())
                .extract()
                .header("ETag");
        Api.as("bg.approver")
                .header("If-Match", tag)
                .contentType("application/json")
                .body("{}")
                .post(RULES + "/" + shared + "/discard")
                .then()
                .statusCode(403);
        Api.as("bg.officer")
                .contentType("application/json")
                .body("{}")
                .post(RULES + "/" + shared + "/discard")
                .then()
                .statusCode(428);
        Api.as("bg.officer")
                .header("If-Match", "\"old\"")
                .contentType("application/json")
                .body("{\"name\":\"Ours too\"}")
                .put(RULES + "/" + shared)
                .then()
                .statusCode(412);
        String edited = Api.as("bg.officer")
                .header(
                        "If-Match",
                        Api.as("bg.officer").get(RULES + "/" + shared).header("ETag"))
                .contentType("application/json")
                .body("{\"name\":\"Mine now\"}")
                .put(RULES + "/" + shared)
                .then()
                .statusCode(200)
                .body("name", equalTo("Mine now"))
                .extract()
                .header("ETag");
        Api.as("bg.approver").get(RULES + "/" + shared).then().statusCode(404);
        Api.as("bg.officer")
                .header("If-Match", edited)
                .contentType("application/json")
                .body("{}")
                .post(RULES + "/" + shared + "/discard")
                .then()
                .statusCode(204);
        Api.as("bg.officer").get(RULES + "/" + shared).then().statusCode(404);
    }

    @Test
    void R386_what_is_wrong_in_a_rule_is_named_by_its_field() {
        Api.wrongly("nl.analyst")
                .contentType("application/json")
                .body("{\"name\":\"x\",\"items\":[\"IMSI\"],\"channels\":[\"MAIL\"]}")
                .post(RULES)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/items/0", "/frequency"));
        Api.wrongly("nl.analyst")
                .contentType("application/json")
                .body("{\"name\":\"x\",\"kinds\":[\"NOTE\"]}")
                .post(RULES)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/kinds/0"));
        Api.wrongly("nl.analyst")
                .contentType("application/json")
                .body("{\"items\":[]}")
                .post(RULES)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/name"));
    }

    @Test
    void R387_a_person_has_fifty_rules_and_not_one_more() {
        for (int i = 0; i < 50; i++) {
            rule("cz.analyst", "{\"name\":\"Rule " + i + "\"}");
        }
        Api.as("cz.analyst")
                .contentType("application/json")
                .body("{\"name\":\"One more\"}")
                .post(RULES)
                .then()
                .statusCode(409);
    }

    @Test
    void R380_for_everybody_but_the_deliverer_there_is_no_address_to_read_for_a_state() {
        String body = "{\"state\":\"NL\",\"records\":[\"" + published("NL") + "\"]}";
        for (String account : List.of("nl.officer", "nl-system", "secretariat.admin")) {
            RestAssured.given()
                    .header("Authorization", "Bearer " + Tokens.of(account))
                    .contentType("application/json")
                    .body(body)
                    .post("/internal/v1/readings")
                    .then()
                    .statusCode(404);
        }
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post("/internal/v1/readings")
                .then()
                .statusCode(401);
        String token = ofTheDeliverer();
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(body)
                .post("/internal/v1/readings")
                .then()
                .statusCode(200)
                .body("items.desk", contains("LICENSING", "ANALYSIS"));
        // and it is of no state anywhere else
        RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get(INBOX)
                .then()
                .statusCode(403);
    }

    private static String ofTheDeliverer() {
        TestServers servers = ComityServers.servers();
        try (KeycloakAdmin keycloak = servers.backing().keycloakAdmin()) {
            return keycloak.token(
                            servers.realm(),
                            Map.of(
                                    "grant_type", "client_credentials",
                                    "client_id", "comity-subscriptions",
                                    "client_secret", Tokens.PASSWORD))
                    .get("access_token")
                    .asText();
        }
    }

    @Test
    void R381_reading_for_a_state_is_recorded_and_is_not_in_that_states_access_log() {
        UUID record = published("LV");
        assertEquals(
                1,
                ComityServers.servers()
                        .count("select least(count(*), 1) from audit_entry where client = 'comity-subscriptions'"
                                + " and path = '/internal/v1/readings' and state is null and 'LV' = any (records)"));
        Api.as("lv.auditor")
                .get("/subscriptions/v1/access-log?limit=100")
                .then()
                .statusCode(200)
                .body("items.path", not(hasItem("/internal/v1/readings")));
        assertEquals(1, entriesOf("lv.analyst", record));
    }
}
