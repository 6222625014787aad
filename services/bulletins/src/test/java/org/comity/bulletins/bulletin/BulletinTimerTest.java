package org.comity.bulletins.bulletin;

import static org.comity.bulletins.bulletin.BulletinExamples.BULLETINS;
import static org.comity.bulletins.bulletin.BulletinExamples.answer;
import static org.comity.bulletins.bulletin.BulletinExamples.draft;
import static org.comity.bulletins.bulletin.BulletinExamples.published;
import static org.comity.bulletins.bulletin.BulletinExamples.step;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.EventContract;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestClock;
import org.comity.kernel.timer.TimersOfService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time does to bulletins, with the clock set; and that each event keeps its schema. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class BulletinTimerTest {

    private final TimersOfService timers;
    private final TestClock clock;

    BulletinTimerTest(TimersOfService timers, TestClock clock) {
        this.timers = timers;
        this.clock = clock;
    }

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    @AfterEach
    void run() {
        clock.run();
    }

    private void at(Instant instant) {
        clock.set(instant);
        timers.runAll();
    }

    private static List<String> events(String id, int count) {
        List<String> events = Events.await(
                        ComityServers.servers(), "bulletins.bulletin.v1", count, message -> id.equals(message.key()))
                .stream()
                .map(message -> message.value())
                .toList();
        events.forEach(event -> assertEquals(List.of(), EventContract.faults(event), event));
        return events.stream()
                .map(event ->
                        JsonPath.from(event).getString("type").replaceAll("^org.comity.bulletins.bulletin.|.v1$", ""))
                .toList();
    }

    @Test
    void R327_a_bulletin_lapses_at_midnight_UTC_after_its_last_day_and_stays_readable() {
        LocalDate last = LocalDate.now(ZoneOffset.UTC).plusDays(10);
        String id = published(draft("RISK", "DE").replace("2199-12-31", last.toString()));
        at(Instant.parse(last + "T23:59:59.999999Z"));
        Api.as("de.analyst").get(BULLETINS + "/" + id).then().body("status", is("PUBLISHED"));
        at(Instant.parse(last.plusDays(1) + "T00:00:00Z"));
        Api.as("de.analyst").get(BULLETINS + "/" + id).then().statusCode(200).body("status", is("LAPSED"));
        timers.runAll();
        assertEquals(List.of("published", "lapsed"), events(id, 2));
    }

    @Test
    void R328_an_alert_that_a_reader_has_not_acknowledged_for_a_day_is_told_of_once() {
        String id = published(draft("ALERT", "DE", "JP"));
        Instant published =
                Instant.parse(Api.as("nl.analyst").get(BULLETINS + "/" + id).path("publishedAt"));
        answer("de.analyst", id, "acknowledge", "{}").then().statusCode(200);
        at(published.plus(Duration.ofHours(24)).minusMillis(1));
        at(published.plus(Duration.ofHours(24)));
        at(published.plus(Duration.ofHours(72)));
        assertEquals(List.of("published", "acknowledgement-due"), events(id, 2));
    }

    @Test
    void R328_an_alert_that_every_reader_has_acknowledged_is_not_told_of() {
        String id = published(draft("ALERT", "DE"));
        Instant published =
                Instant.parse(Api.as("nl.analyst").get(BULLETINS + "/" + id).path("publishedAt"));
        answer("de.analyst", id, "acknowledge", "{}").then().statusCode(200);
        at(published.plus(Duration.ofHours(25)));
        clock.run();
        step("nl.approver", id, "withdraw", "{\"reason\":\"x\"}").then().statusCode(200);
        assertEquals(List.of("published", "withdrawn"), events(id, 2));
    }

    @Test
    void each_event_keeps_its_schema() {
        String id = published(draft("RISK", "DE"));
        step("nl.analyst", id, "release", "{\"releasability\":{\"mode\":\"LIST\",\"states\":[\"DE\"]}}")
                .then()
                .statusCode(200);
        answer("de.analyst", id, "comment", "{\"kind\":\"CORROBORATE\"}").then().statusCode(200);
        step("nl.analyst", id, "amend", "{}").then().statusCode(200);
        step("nl.analyst", id, "submit", "{}").then().statusCode(200);
        step("nl.approver", id, "approve", "{}").then().statusCode(200);
        step("nl.approver", id, "withdraw", "{\"reason\":\"x\"}").then().statusCode(200);
        step("nl.approver", id, "recall", "{\"reason\":\"x\"}").then().statusCode(200);
        assertEquals(
                List.of("published", "release-changed", "commented", "updated", "withdrawn", "recalled"),
                events(id, 6));
    }
}
