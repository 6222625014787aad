package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.notified;
import static org.comity.denials.denial.DenialExamples.notifiedBy;
import static org.comity.denials.denial.DenialExamples.step;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Receipts, and the access log of denials. */
@QuarkusTest
class ReceiptTest {

    private static final String LOG = "/denials/v1/access-log";

    private final TestClock clock;

    ReceiptTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    @AfterEach
    void timeGoesOn() {
        clock.run();
    }

    private static List<Map<String, Object>> receipts(String id) {
        return Api.as("nl.officer")
                .get(DENIALS + "/" + id + "/receipts")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    @Test
    void R181_opening_leaves_one_receipt_for_each_state_day_and_version() {
        String id = notified("DE", "NO");
        assertEquals(List.of(), receipts(id));

        clock.set(Instant.parse("2027-03-01T23:59:59Z"));
        Api.as("de.officer").get(DENIALS + "/" + id).then().statusCode(200);
        Api.as("de.approver").get(DENIALS + "/" + id).then().statusCode(200);
        Api.as("nl.officer").get(DENIALS + "/" + id).then().statusCode(200);
        clock.set(Instant.parse("2027-03-02T00:00:00Z"));
        Api.as("de.analyst").get(DENIALS + "/" + id).then().statusCode(200);
        Api.as("no.officer").get(DENIALS + "/" + id).then().statusCode(200);

        assertEquals(
                List.of(
                        Map.of("state", "DE", "day", "2027-03-01", "version", 1),
                        Map.of("state", "DE", "day", "2027-03-02", "version", 1),
                        Map.of("state", "NO", "day", "2027-03-02", "version", 1)),
                receipts(id));
    }

    @Test
    void R181_a_new_version_is_a_new_receipt() {
        String id = notified("DE");
        clock.set(Instant.parse("2027-03-01T10:00:00Z"));
        Api.as("de.officer").get(DENIALS + "/" + id);
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        Map<String, Object> other = draft("DE");
        other.put("statedEndUse", "Another");
        Api.as("nl.officer")
                .contentType("application/json")
                .header("If-Match", DenialExamples.tag("nl.officer", id))
                .body(DenialExamples.json(other))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        Api.as("de.officer").get(DENIALS + "/" + id);

        assertEquals(
                List.of(1, 2), receipts(id).stream().map(r -> r.get("version")).toList());
    }

    @Test
    void R181_a_denial_that_was_taken_away_in_a_file_was_opened() {
        String id = notified("DE");
        clock.set(Instant.parse("2027-03-01T10:00:00Z"));
        Api.as("nl.officer")
                .get("/denials/v1/exports?format=json&originator=NL")
                .then()
                .statusCode(200);
        assertEquals(List.of(), receipts(id));
        Api.as("de.officer")
                .get("/denials/v1/exports?format=json&originator=NL")
                .then()
                .statusCode(200);
        assertEquals(List.of(Map.of("state", "DE", "day", "2027-03-01", "version", 1)), receipts(id));
    }

    @Test
    void R181_neither_a_list_nor_a_refused_change_nor_who_finds_nothing_leaves_a_receipt() {
        String id = notified("DE");
        Api.as("de.officer").get(DENIALS).then().statusCode(200);
        Api.as("jp.officer").get(DENIALS + "/" + id).then().statusCode(404);
        Api.as("de.officer")
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{}")
                .post(DENIALS + "/" + id + "/amend")
                .then()
                .statusCode(403);

        assertEquals(List.of(), receipts(id));
    }

    @ParameterizedTest
    @CsvSource({
        "nl.officer, 200",
        "nl.approver, 200",
        "nl.poc, 200",
        "nl.analyst, 403",
        "nl.auditor, 404",
        "nl.admin, 404",
        "de.officer, 403",
        "de.poc, 403",
        "jp.officer, 404",
        "secretariat.admin, 404",
    })
    void R182_receipts_are_for_the_originator(String person, int status) {
        String id = notified("DE");
        Api.as(person).get(DENIALS + "/" + id + "/receipts").then().statusCode(status);
    }

    @Test
    void R183_the_access_log_tells_the_point_of_contact_and_the_auditor_what_their_people_did() {
        String id = notified("DE");
        Api.as("de.officer").get(DENIALS + "/" + id).then().statusCode(200);
        for (String reader : List.of("de.poc", "de.auditor")) {
            List<Map<String, Object>> entries = Api.as(reader)
                    .get(LOG + "?record=" + id)
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
            assertEquals(1, entries.size());
            assertEquals("de.officer", ((Map<?, ?>) entries.getFirst().get("person")).get("name"));
            assertEquals("ALLOWED", entries.getFirst().get("decision"));
            assertEquals(List.of(id), entries.getFirst().get("records"));
        }
    }

    @Test
    void R183_what_others_did_is_in_nobody_elses_log() {
        String id = notified("DE");
        Api.as("de.officer").get(DENIALS + "/" + id).then().statusCode(200);
        Api.as("jp.officer").get(DENIALS + "/" + id).then().statusCode(404);

        List<String> names =
                Api.as("nl.auditor").get(LOG + "?limit=100&record=" + id).path("items.person.name");
        assertFalse(names.isEmpty());
        assertEquals(
                List.of(),
                names.stream().filter(name -> !name.startsWith("nl.")).toList());
        assertEquals(
                List.of("ABSENT"),
                Api.as("jp.auditor").get(LOG + "?record=" + id).path("items.decision"));
    }

    @Test
    void R183_the_log_is_filtered_and_paged_without_a_gap() {
        clock.set(Instant.parse("2027-05-01T12:00:00Z"));
        for (int i = 0; i < 5; i++) {
            Api.as("hr.officer").get(DENIALS);
        }
        clock.set(Instant.parse("2027-05-02T12:00:00Z"));
        Api.as("hr.officer").get(DENIALS + "/00000000-0000-4000-8000-000000000000");

        assertEquals(5, pages("hr.auditor", LOG + "?limit=2&from=2027-05-01&to=2027-05-01"));
        assertEquals(1, pages("hr.auditor", LOG + "?from=2027-05-02&person=hr.officer&decision=ABSENT"));
        assertEquals(0, pages("hr.auditor", LOG + "?from=2027-05-02&person=hr.officer&decision=ALLOWED"));
        assertEquals(0, pages("hr.auditor", LOG + "?from=2027-05-02&person=hr.poc"));
    }

    private static int pages(String person, String first) {
        int found = 0;
        String next = first;
        while (next != null) {
            var answer =
                    Api.as(person).get(next).then().statusCode(200).extract().response();
            found += answer.jsonPath().getList("items").size();
            next = answer.headers().getValues("Link").stream()
                    .filter(link -> link.endsWith("rel=\"next\""))
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .findFirst()
                    .orElse(null);
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=yesterday",
                "to=2027-02-30",
                "from=+999999999-01-01",
                "decision=MAYBE",
                "limit=0",
                "cursor=x"
            })
    void a_wrong_parameter_is_named(String parameter) {
        Api.wrongly("nl.auditor")
                .get(LOG + "?" + parameter)
                .then()
                .statusCode(400)
                .body(containsString(parameter.substring(0, parameter.indexOf('='))));
    }

    @Test
    void the_last_day_does_not_lie_before_the_first() {
        Api.as("nl.auditor").get(LOG + "?from=2027-01-02&to=2027-01-02").then().statusCode(200);
        Api.as("nl.auditor").get(LOG + "?from=2027-01-02&to=2027-01-01").then().statusCode(400);
    }

    @Test
    void R183_the_log_of_own_records_tells_state_and_day() {
        String id = notifiedBy("lv", draft("DE", "NO"));
        clock.set(Instant.parse("2027-06-01T10:00:00Z"));
        Api.as("de.officer").get(DENIALS + "/" + id);
        clock.set(Instant.parse("2027-06-02T10:00:00Z"));
        Api.as("no.officer").get(DENIALS + "/" + id);

        for (String reader : List.of("lv.poc", "lv.auditor")) {
            var answer = Api.as(reader)
                    .get(LOG + "/records?record=" + id)
                    .then()
                    .statusCode(200)
                    .extract();
            assertEquals(List.of("NO", "DE"), answer.path("items.state"));
            assertEquals(List.of("2027-06-02", "2027-06-01"), answer.path("items.day"));
        }
        assertEquals(2, pages("lv.poc", LOG + "/records?limit=1&record=" + id));
        assertEquals(
                List.of(),
                Api.as("de.auditor").get(LOG + "/records?record=" + id).path("items"));
        Api.as("lv.poc").get(LOG + "/records?record=x").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nl.officer", "nl.approver", "nl.analyst", "nl.admin", "secretariat.staff", "secretariat.admin"})
    void R183_nobody_else_reads_the_access_log(String person) {
        Api.as(person).get(LOG).then().statusCode(403);
        Api.as(person).get(LOG + "/records").then().statusCode(403);
    }

    @Test
    void R274_an_empty_filter_is_refused_and_not_taken_for_none() {
        for (String name : List.of("from", "to", "person", "record", "decision")) {
            Api.wrongly("nl.poc")
                    .get(LOG + "?" + name + "=")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", is(List.of(name)));
        }
        Api.wrongly("nl.poc").get(LOG + "/records?record=").then().statusCode(400);
    }

    @Test
    void a_release_reaches_a_state_that_then_leaves_a_receipt() {
        String id = notified("DE");
        step(
                        "nl.approver",
                        id,
                        "release",
                        map("releasability", map("mode", "LIST", "states", DenialExamples.list("DE", "JP"))))
                .then()
                .statusCode(200);
        Api.as("jp.officer").get(DENIALS + "/" + id).then().statusCode(200);
        assertEquals(
                List.of("JP"), receipts(id).stream().map(r -> r.get("state")).toList());
    }
}
