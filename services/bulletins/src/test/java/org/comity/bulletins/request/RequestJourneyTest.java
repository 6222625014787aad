package org.comity.bulletins.request;

import static org.comity.bulletins.request.RequestExamples.REQUESTS;
import static org.comity.bulletins.request.RequestExamples.answer;
import static org.comity.bulletins.request.RequestExamples.asked;
import static org.comity.bulletins.request.RequestExamples.draft;
import static org.comity.bulletins.request.RequestExamples.drafted;
import static org.comity.bulletins.request.RequestExamples.sent;
import static org.comity.bulletins.request.RequestExamples.step;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.comity.bulletins.bulletin.PublishedBulletins;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a request for information over HTTP, and what time does to it. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class RequestJourneyTest {

    private final TimersOfService timers;
    private final TestClock clock;

    RequestJourneyTest(TimersOfService timers, TestClock clock) {
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

    private static List<String> events(String id, int count) {
        List<String> events = Events.await(
                        ComityServers.servers(), "bulletins.bulletin.v1", count, message -> id.equals(message.key()))
                .stream()
                .map(message -> message.value())
                .toList();
        events.forEach(event -> assertEquals(List.of(), EventContract.faults(event), event));
        return events.stream()
                .map(event ->
                        JsonPath.from(event).getString("type").replaceAll("^org.comity.bulletins.request.|.v1$", ""))
                .toList();
    }

    @Test
    void R350_no_addressee_sees_a_request_before_another_person_has_approved_it() {
        String id = drafted("nl.analyst", draft("DE"));
        Api.as("de.analyst").get(REQUESTS + "/" + id).then().statusCode(404);
        step("nl.analyst", id, "submit", "{}").then().statusCode(200).body("status", is("CLEARANCE"));
        step("nl.analyst", id, "approve", "{}").then().statusCode(403);
        Api.as("de.analyst").get(REQUESTS + "/" + id).then().statusCode(404);
        step("nl.approver", id, "return", "{\"reason\":\"Why?\"}")
                .then()
                .statusCode(200)
                .body("returnedBecause", is("Why?"));
        step("nl.officer", id, "submit", "{}").then().statusCode(200);
        step("nl.approver", id, "approve", "{}")
                .then()
                .statusCode(200)
                .body("status", is("ASKED"))
                .body("steps", is(List.of("withdraw")));
        for (String reader : List.of("de.analyst", "de.officer", "de.poc")) {
            Api.as(reader)
                    .get(REQUESTS + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("subject", is("Who ordered?"))
                    .body("submittedBy", nullValue())
                    .body("steps", is(reader.equals("de.poc") ? List.of() : List.of("answer")));
        }
        for (String other : List.of("jp.analyst", "de.admin", "de.auditor", "secretariat.staff", "nl.auditor")) {
            Api.as(other).get(REQUESTS + "/" + id).then().statusCode(404);
        }
        Api.as("de.auditor").get(REQUESTS).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de.poc", "de.admin", "de.auditor", "secretariat.admin"})
    void R350_nobody_drafts_but_an_analyst_and_the_licensing_desk(String person) {
        sent(person, draft("NL")).then().statusCode(403);
    }

    @Test
    void R350_what_is_missing_is_told_at_once_and_what_is_wrong_is_no_draft() {
        String id = drafted("nl.analyst", "{}");
        step("nl.analyst", id, "submit", "{}")
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/subject", "/text", "/addressees")));
        sent("nl.analyst", draft("DE", "NL"))
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/addressees/1")));
        sent("nl.analyst", draft("DE", "QQ"))
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/addressees/1")));
        step("nl.analyst", id, "discard", "{}").then().statusCode(204);
        Api.as("nl.analyst").get(REQUESTS + "/" + id).then().statusCode(404);
    }

    @Test
    void R351_an_addressee_has_its_own_thread_and_no_sign_of_another() {
        String id = asked(draft("DE", "JP"));
        answer("jp.analyst", id, "{\"text\":\"We did.\"}")
                .then()
                .statusCode(200)
                .body("threads.state", is(List.of("JP")));
        String before = Api.as("de.analyst").get(REQUESTS + "/" + id).asString();
        Api.as("de.analyst")
                .get(REQUESTS + "/" + id)
                .then()
                .body("threads.state", is(List.of("DE")))
                .body("threads[0].text", nullValue())
                .body("addressees", nullValue());
        answer("jp.analyst", id, "{\"text\":\"We did, in March.\"}").then().statusCode(200);
        assertEquals(before, Api.as("de.analyst").get(REQUESTS + "/" + id).asString());
        Api.as("nl.analyst")
                .get(REQUESTS + "/" + id)
                .then()
                .body("addressees", is(List.of("DE", "JP")))
                .body("threads.text", is(java.util.Arrays.asList(null, "We did, in March.")));
        answer("nl.analyst", id, "{\"text\":\"x\"}").then().statusCode(403);
        answer("jp.poc", id, "{\"text\":\"x\"}").then().statusCode(403);
        answer("ca.analyst", id, "{\"text\":\"x\"}").then().statusCode(404);
    }

    @Test
    void R351_the_bulletin_that_it_is_about_is_seen_by_those_who_read_that_too() {
        String bulletin = PublishedBulletins.published("RISK", "DE");
        String ref =
                Api.as("nl.analyst").get("/bulletins/v1/bulletins/" + bulletin).path("ref");
        String about = draft("DE", "JP").replaceFirst("}$", ",\"relatedBulletin\":\"" + ref + "\"}");
        String id = asked(about);
        Api.as("de.analyst").get(REQUESTS + "/" + id).then().body("relatedBulletin.ref", is(ref));
        Api.as("jp.analyst").get(REQUESTS + "/" + id).then().body("relatedBulletin", nullValue());
        PublishedBulletins.step("nl.approver", bulletin, "recall", "{\"reason\":\"x\"}")
                .then()
                .statusCode(200);
        Api.as("de.analyst").get(REQUESTS + "/" + id).then().body("relatedBulletin", nullValue());
        sent("jp.analyst", draft("DE").replaceFirst("}$", ",\"relatedBulletin\":\"" + ref + "\"}"))
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/relatedBulletin")));
    }

    @Test
    void R352_a_state_answers_in_words_or_with_an_own_bulletin_that_the_asker_reads() {
        String forGermany = PublishedBulletins.published("RISK", "DE");
        String forJapan = PublishedBulletins.published("RISK", "JP");
        String id = drafted("de.analyst", draft("NL"));
        step("de.analyst", id, "submit", "{}").then().statusCode(200);
        step("de.approver", id, "approve", "{}").then().statusCode(200);
        String ref = ref(forGermany);
        answer("nl.analyst", id, "{}").then().statusCode(422).body("errors.pointer", is(List.of("/text")));
        for (String other : List.of(ref(forJapan), "BU-NL-2026-AAAAAA")) {
            answer("nl.analyst", id, "{\"bulletin\":\"" + other + "\"}")
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", is(List.of("/bulletin")));
        }
        answer("nl.analyst", id, "{\"bulletin\":\"" + ref + "\"}")
                .then()
                .statusCode(200)
                .body("threads[0].bulletin.ref", is(ref));
        Api.as("de.analyst").get(REQUESTS + "/" + id).then().body("threads[0].bulletin.id", is(forGermany));
        PublishedBulletins.release("nl.approver", forGermany, "JP");
        Api.as("de.analyst").get(REQUESTS + "/" + id).then().body("threads[0].bulletin", nullValue());
        assertEquals(List.of("asked", "answered"), events(id, 2));
    }

    private static String ref(String bulletin) {
        return Api.as("nl.analyst").get("/bulletins/v1/bulletins/" + bulletin).path("ref");
    }

    @Test
    void R353_its_state_withdraws_it_and_it_is_answered_no_more() {
        String id = asked(draft("DE"));
        step("de.analyst", id, "withdraw", "{\"reason\":\"x\"}").then().statusCode(403);
        step("nl.analyst", id, "withdraw", "{\"reason\":\"Solved.\"}").then().statusCode(200);
        Api.as("de.analyst")
                .get(REQUESTS + "/" + id)
                .then()
                .body("status", is("WITHDRAWN"))
                .body("endedBecause", is("Solved."))
                .body("steps", is(List.of()));
        answer("de.analyst", id, "{\"text\":\"x\"}")
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:not-asked"));
        step("nl.analyst", id, "withdraw", "{\"reason\":\"x\"}").then().statusCode(409);
        assertEquals(List.of("asked", "withdrawn"), events(id, 2));
    }

    private static String put(String id, String draft) {
        String tag = Api.as("nl.analyst").get(REQUESTS + "/" + id).header("ETag");
        return Api.as("nl.analyst")
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(draft)
                .put(REQUESTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("subject");
    }

    @Test
    void R350_an_edit_voids_the_submission() {
        String id = drafted("nl.analyst", draft("DE"));
        step("nl.analyst", id, "submit", "{}").then().statusCode(200);
        assertEquals("Another", put(id, draft("JP").replace("Who ordered?", "Another")));
        step("nl.approver", id, "approve", "{}")
                .then()
                .statusCode(409)
                .body("type", is("urn:comity:problem:not-submitted"));
    }

    @Test
    void R354_a_state_has_ten_of_its_own_working_days_is_reminded_two_before_and_is_overdue_after() {
        clock.set(Instant.parse("2026-12-02T20:00:00Z"));
        String id = asked(draft("DE", "JP"));
        // in Japan it is the next day already, and the day ends nine hours earlier
        Api.as("nl.analyst")
                .get(REQUESTS + "/" + id)
                .then()
                .body("threads.dueAt", is(List.of("2026-12-16T23:59:59.999999Z", "2026-12-17T14:59:59.999999Z")));
        answer("jp.analyst", id, "{\"text\":\"No.\"}").then().statusCode(200);
        at("2026-12-13T23:59:59Z");
        Api.as("de.analyst").get(REQUESTS + "/" + id).then().body("threads[0].reminded", is(false));
        at("2026-12-14T00:00:00Z");
        // what its feed looks at changes, so that it is told, and nobody else of those asked
        Api.as("de.analyst").get(REQUESTS + "/" + id).then().body("threads[0].reminded", is(true));
        Api.as("jp.analyst").get(REQUESTS + "/" + id).then().body("threads[0].reminded", is(false));
        at("2026-12-16T23:59:59.999999Z");
        Api.as("de.analyst").get(REQUESTS + "/" + id).then().body("threads[0].overdue", is(false));
        at("2026-12-17T00:00:00Z");
        at("2026-12-18T00:00:00Z");
        Api.as("de.analyst").get(REQUESTS + "/" + id).then().body("threads[0].overdue", is(true));
        Api.as("jp.analyst").get(REQUESTS + "/" + id).then().body("threads[0].overdue", is(false));
        answer("de.analyst", id, "{\"text\":\"Late.\"}").then().statusCode(200);
        assertEquals(List.of("asked", "answered", "due", "due", "answered"), events(id, 5));
    }

    private void at(String instant) {
        clock.set(Instant.parse(instant));
        timers.runAll();
    }

    @Test
    void R354_a_named_day_ends_on_the_calendar_of_each_addressee() {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(20);
        String id = asked(draft("JP").replaceFirst("}$", ",\"dueOn\":\"" + day + "\"}"));
        Instant end = day.plusDays(1)
                .atStartOfDay(ZoneId.of("Asia/Tokyo"))
                .toInstant()
                .minus(Duration.ofNanos(1000));
        Api.as("jp.analyst").get(REQUESTS + "/" + id).then().body("threads[0].dueAt", is(end.toString()));
    }

    @Test
    void R355_a_list_is_narrowed_to_what_is_asked_what_one_is_asked_and_what_waits() {
        String id = asked(draft("DE"));
        String page = "?limit=100&";
        Api.as("nl.analyst").get(REQUESTS + page + "direction=SENT").then().body("items.id", hasItem(id));
        Api.as("nl.analyst").get(REQUESTS + page + "direction=RECEIVED").then().body("items.id", not(hasItem(id)));
        Api.as("de.poc").get(REQUESTS + page + "unanswered=true").then().body("items.id", hasItem(id));
        answer("de.officer", id, "{\"text\":\"No.\"}").then().statusCode(200);
        Api.as("de.poc").get(REQUESTS + page + "unanswered=true").then().body("items.id", not(hasItem(id)));
        Api.as("de.poc")
                .get(REQUESTS + page + "status=ASKED&status=WITHDRAWN")
                .then()
                .body("items.id", hasItem(id));
        Api.wrongly("de.poc")
                .get(REQUESTS + "?direction=UP")
                .then()
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", startsWith("direction"));
    }
}
