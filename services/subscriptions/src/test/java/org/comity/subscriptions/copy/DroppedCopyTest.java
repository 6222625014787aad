package org.comity.subscriptions.copy;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.kernel.test.Api;
import org.comity.subscriptions.feed.Happenings;
import org.comity.subscriptions.feed.KeptRecords;
import org.comity.subscriptions.feed.SubscriptionServers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A state says that its copies are gone. */
@QuarkusTest
@QuarkusTestResource(SubscriptionServers.class)
class DroppedCopyTest {

    private static final String COPIES = "/subscriptions/v1/dropped-copies";

    @BeforeEach
    void begin() {
        Happenings.begin();
    }

    private static UUID narrowed(String... states) {
        UUID record = UUID.randomUUID();
        KeptRecords.put(KeptRecords.bulletin(record, "Narrowed", states));
        Happenings.tell(record, "published", 1);
        KeptRecords.put(KeptRecords.bulletin(record, "Narrowed"));
        Happenings.tell(record, "release-changed", 1);
        return record;
    }

    private static ValidatableResponse drop(String account, UUID... records) {
        String named = Stream.of(records).map(it -> "\"" + it + "\"").collect(Collectors.joining(","));
        return Api.as(account)
                .contentType("application/json")
                .body("{\"records\":[" + named + "]}")
                .post(COPIES)
                .then();
    }

    @Test
    void R376_the_originator_reads_which_state_dropped_its_copies_and_nobody_else_does() {
        UUID record = narrowed("NO", "DK");
        drop("no.analyst", record).statusCode(204);
        drop("no.analyst", record).statusCode(204);
        Api.as("no.analyst")
                .get(COPIES + "?record=" + record)
                .then()
                .statusCode(200)
                .body("items.state", contains("NO"))
                .body("items[0].by.name", notNullValue());
        Api.as("de.analyst")
                .get(COPIES + "?record=" + record)
                .then()
                .statusCode(200)
                .body("items.state", contains("NO"))
                .body("items[0].by", nullValue());
        for (String other : List.of("dk.analyst", "jp.officer")) {
            Api.as(other)
                    .get(COPIES + "?record=" + record)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        for (String none : List.of("no.auditor", "no.admin", "secretariat.admin")) {
            Api.as(none).get(COPIES).then().statusCode(403);
            drop(none, record).statusCode(403);
        }
    }

    @Test
    void R376_what_is_seen_still_or_was_never_seen_is_refused_and_nothing_is_kept() {
        UUID gone = narrowed("FI");
        UUID there = UUID.randomUUID();
        KeptRecords.put(KeptRecords.bulletin(there, "Seen still", "FI"));
        Happenings.tell(there, "published", 1);
        drop("fi.analyst", gone, there, UUID.randomUUID())
                .statusCode(422)
                .body("errors.pointer", contains("/records/1", "/records/2"));
        Api.as("fi.analyst").get(COPIES + "?record=" + gone).then().body("items", empty());
        // another state was told nothing of it
        drop("ee.analyst", gone).statusCode(422).body("errors[0].pointer", equalTo("/records/0"));
        Api.wrongly("fi.analyst")
                .contentType("application/json")
                .body("{\"records\":[]}")
                .post(COPIES)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/records"));
        UUID[] hundred = Stream.generate(UUID::randomUUID).limit(101).toArray(UUID[]::new);
        Api.wrongly("fi.analyst")
                .contentType("application/json")
                .body("{\"records\":["
                        + Stream.of(hundred).map(it -> "\"" + it + "\"").collect(Collectors.joining(",")) + "]}")
                .post(COPIES)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/records"));
    }

    @Test
    void R376_an_analyst_learns_nothing_of_a_denial_and_a_second_removal_is_confirmed_again() {
        UUID record = UUID.randomUUID();
        for (int i = 1; i <= 2; i++) {
            KeptRecords.put(KeptRecords.denial(record, "LV"));
            Happenings.tell(record, "published", 2 * i);
            KeptRecords.put(KeptRecords.denial(record));
            Happenings.tell(record, "release-changed", 2 * i + 1);
            drop("lv.officer", record).statusCode(204);
            drop("lv.officer", record).statusCode(204);
            Api.as("de.officer")
                    .get(COPIES + "?record=" + record)
                    .then()
                    .body("items.size()", equalTo(i))
                    .body("items[0].desk", equalTo("LICENSING"));
        }
        for (String analyst : List.of("lv.analyst", "de.analyst")) {
            Api.as(analyst)
                    .get(COPIES + "?record=" + record)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
            Api.as(analyst).get(COPIES).then().body("items.record", not(hasItem(record.toString())));
        }
    }
}
