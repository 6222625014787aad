package org.comity.denials.exchange;

import static org.comity.denials.exchange.ImportTest.IMPORTS;
import static org.comity.denials.exchange.ImportTest.count;
import static org.comity.denials.exchange.ImportTest.done;
import static org.comity.denials.exchange.ImportTest.ended;
import static org.comity.denials.exchange.ImportTest.received;
import static org.comity.denials.exchange.ImportTest.row;
import static org.comity.denials.exchange.ImportTest.rows;
import static org.comity.denials.exchange.ImportTest.step;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.denials.denial.DenialExamples;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are sent back or thrown away. */
@QuarkusTest
class ImportReturnTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    /** An import of so many denials, with their ids, applied. */
    private record Applied(String id, String state, List<String> denials) {

        String officer() {
            return state.toLowerCase(java.util.Locale.ROOT) + ".officer";
        }

        String approver() {
            return state.toLowerCase(java.util.Locale.ROOT) + ".approver";
        }

        List<Object> records(String field) {
            return Api.as(officer()).get(IMPORTS + "/" + id + "/records").path("items." + field);
        }

        List<String> statuses() {
            return denials.stream()
                    .map(each -> Api.as(officer()).get("/denials/v1/denials/" + each))
                    .map(answer -> answer.statusCode() == 404 ? "GONE" : answer.<String>path("status"))
                    .toList();
        }
    }

    private static Applied applied(String state, String... references) {
        String officer = state.toLowerCase(java.util.Locale.ROOT) + ".officer";
        String id = received(
                officer,
                rows(Arrays.stream(references)
                        .map(reference -> row(reference, state, "Korund OOO"))
                        .toArray(String[]::new)));
        done(officer, id, "apply", ImportStatus.APPLIED);
        return new Applied(
                id, state, Api.as(officer).get(IMPORTS + "/" + id + "/records").path("items.denial"));
    }

    private static Response sendBack(String person, String id, String body) {
        return Api.as(person)
                .contentType("application/json")
                .header("If-Match", Api.as(person).get(IMPORTS + "/" + id).header("ETag"))
                .body(body)
                .post(IMPORTS + "/{id}/return", id);
    }

    private static void returned(Applied file, String reason) {
        sendBack(file.approver(), file.id(), "{\"reason\":\"" + reason + "\"}")
                .then()
                .statusCode(202);
        ended(file.approver(), file.id(), ImportStatus.APPLIED);
    }

    @Test
    void R238_an_approver_sends_back_all_that_was_submitted_with_a_file_and_still_waits() {
        Applied file = applied("AU", "AU/1", "AU/2", "AU/3");
        done(file.officer(), file.id(), "submit", ImportStatus.SUBMITTED);
        DenialExamples.step(file.approver(), file.denials().get(1), "return", Map.of("reason", "This one first"))
                .then()
                .statusCode(200);
        DenialExamples.step(file.officer(), file.denials().get(1), "submit", Map.of())
                .then()
                .statusCode(200);

        returned(file, "The release is too wide");

        assertEquals(List.of("DRAFT", "NATIONAL_APPROVAL", "DRAFT"), file.statuses());
        assertEquals(List.of(false, true, false), file.records("passedOver"));
        Api.as(file.officer())
                .get("/denials/v1/denials/" + file.denials().getFirst())
                .then()
                .body("returnedBecause", equalTo("The release is too wide"));
        Api.as(file.officer())
                .get(IMPORTS + "/" + file.id())
                .then()
                .body("returnedBecause", equalTo("The release is too wide"))
                .body("passedOver", equalTo(1));
        Api.as("au.poc")
                .get("/denials/v1/access-log?record=" + file.denials().getFirst())
                .then()
                .body("items.find { it.path.endsWith('/return') }.person.name", equalTo("au.approver"));
        // and then it is submitted again
        done(file.officer(), file.id(), "submit", ImportStatus.SUBMITTED);
        Api.as(file.officer()).get(IMPORTS + "/" + file.id()).then().body("$", not(hasKey("returnedBecause")));
        done(file.approver(), file.id(), "approve", ImportStatus.APPROVED);
        assertEquals(List.of("NOTIFIED", "NATIONAL_APPROVAL", "NOTIFIED"), file.statuses());
    }

    @Test
    void R238_an_approver_alone_sends_back_with_a_reason_and_what_was_submitted() {
        Applied file = applied("DK", "DK/1");
        sendBack(file.approver(), file.id(), "{\"reason\":\"x\"}")
                .then()
                .statusCode(409)
                .body("type", containsString("step-not-next"));
        done(file.officer(), file.id(), "submit", ImportStatus.SUBMITTED);
        sendBack(file.officer(), file.id(), "{\"reason\":\"x\"}").then().statusCode(403);
        Api.wrongly(file.approver())
                .contentType("application/json")
                .header(
                        "If-Match",
                        Api.as(file.approver()).get(IMPORTS + "/" + file.id()).header("ETag"))
                .body("{}")
                .post(IMPORTS + "/" + file.id() + "/return")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        Api.as("jp.approver")
                .contentType("application/json")
                .header("If-Match", "\"x\"")
                .body("{\"reason\":\"x\"}")
                .post(IMPORTS + "/" + file.id() + "/return")
                .then()
                .statusCode(404);
        assertEquals(List.of("NATIONAL_APPROVAL"), file.statuses());
    }

    private static void edit(Applied file, int place, String reference) {
        Map<String, Object> edited = DenialExamples.draft("DE");
        edited.put("nationalRef", reference);
        String id = file.denials().get(place);
        Api.as(file.officer())
                .contentType("application/json")
                .header("If-Match", DenialExamples.tag(file.officer(), id))
                .body(DenialExamples.json(edited))
                .put("/denials/v1/denials/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void R239_the_drafts_that_a_file_made_and_the_file_are_thrown_away_but_not_what_was_touched() {
        Applied file = applied("SK", "SK/1", "SK/2", "SK/3", "SK/4");
        edit(file, 1, "SK/2");
        DenialExamples.step(file.officer(), file.denials().get(2), "submit", Map.of())
                .then()
                .statusCode(200);
        DenialExamples.step(file.officer(), file.denials().get(3), "discard", Map.of())
                .then()
                .statusCode(204);
        assertEquals(List.of(false, false, false, true), file.records("discarded"));

        done(file.officer(), file.id(), "discard", ImportStatus.DISCARDED)
                .then()
                .body("passedOver", equalTo(2));

        assertEquals(List.of("GONE", "DRAFT", "NATIONAL_APPROVAL", "GONE"), file.statuses());
        assertEquals(List.of(true, false, false, true), file.records("discarded"));
        assertEquals(List.of(false, true, true, false), file.records("passedOver"));
        Api.as(file.officer())
                .get(IMPORTS + "/" + file.id() + "/annotated")
                .then()
                .statusCode(404);
        assertEquals(
                0, count("select length(file) from denial_import where id = '" + file.id() + "'"), "nothing of it");
        step(file.officer(), file.id(), "submit").then().statusCode(409);
    }

    @Test
    void R239_what_was_sent_back_with_its_file_is_thrown_away_with_it_and_what_waits_is_not() {
        Applied file = applied("NZ", "NZ/1", "NZ/2");
        done(file.officer(), file.id(), "submit", ImportStatus.SUBMITTED);
        step(file.officer(), file.id(), "discard").then().statusCode(409).body("type", containsString("not-next"));
        returned(file, "Wrong file");
        done(file.officer(), file.id(), "discard", ImportStatus.DISCARDED);
        assertEquals(List.of("GONE", "GONE"), file.statuses());
        // and the same file makes drafts again
        Applied again = applied("NZ", "NZ/1", "NZ/2");
        assertEquals(List.of("DRAFT", "DRAFT"), again.statuses());
        assertEquals(List.of("NEW", "NEW"), again.records("change"));
    }

    @Test
    void R239_what_was_edited_by_hand_stays_although_it_went_out_and_came_back_with_its_file() {
        Applied file = applied("LV", "LV/R1", "LV/R2");
        edit(file, 1, "LV/R2");
        done(file.officer(), file.id(), "submit", ImportStatus.SUBMITTED);
        returned(file, "Once more");
        done(file.officer(), file.id(), "discard", ImportStatus.DISCARDED)
                .then()
                .body("passedOver", equalTo(1));
        assertEquals(List.of("GONE", "DRAFT"), file.statuses());
    }

    @Test
    void R239_a_draft_that_another_file_made_stays() {
        Applied first = applied("MK", "MK/1");
        String second = received("mk.officer", rows(row("MK/1", "MK", "Another OOO"), row("MK/2", "MK", "New OOO")));
        done("mk.officer", second, "apply", ImportStatus.APPLIED);
        done("mk.officer", second, "discard", ImportStatus.DISCARDED);
        assertEquals(List.of("DRAFT"), first.statuses());
        // nor does the first throw away what the second has changed
        done("mk.officer", first.id(), "discard", ImportStatus.DISCARDED).then().body("passedOver", equalTo(1));
        assertEquals(List.of("DRAFT"), first.statuses());
    }

    @Test
    void R239_a_file_that_made_nothing_is_thrown_away_too() {
        String checked = received("cr.officer", rows(row("CR/1", "CR", "Korund OOO")));
        done("cr.officer", checked, "discard", ImportStatus.DISCARDED);
        String faulty = received("cr.officer", rows(row("CR/1", "XX", "Korund OOO")));
        Api.as("cr.officer").get(IMPORTS + "/" + faulty).then().body("status", equalTo("FAULTY"));
        done("cr.officer", faulty, "discard", ImportStatus.DISCARDED);
        assertEquals(
                0, count("select count(*) from denial_file where originator_state = 'CR' and national_ref = 'CR/1'"));
    }

    @Test
    void R237_what_was_thrown_away_is_passed_over_when_its_file_is_submitted() {
        Applied file = applied("AL", "AL/1", "AL/2");
        DenialExamples.step(file.officer(), file.denials().getFirst(), "discard", Map.of())
                .then()
                .statusCode(204);
        done(file.officer(), file.id(), "submit", ImportStatus.SUBMITTED)
                .then()
                .body("progress.done", equalTo(1))
                .body("passedOver", equalTo(1));
        assertEquals(List.of(true, false), file.records("passedOver"));
        done(file.approver(), file.id(), "approve", ImportStatus.APPROVED);
        assertEquals(List.of("GONE", "NOTIFIED"), file.statuses());
    }

    @Test
    void R239_a_discard_that_was_broken_off_is_taken_again() {
        Applied file = applied("GB", "GB/1");
        ComityServers.servers()
                .sql(
                        "update denial_import set status = 'DISCARDING', beat_at = beat_at - interval '1 hour' where id = '"
                                + file.id() + "'");
        Api.as(file.officer()).get(IMPORTS + "/" + file.id()).then().body("interrupted", equalTo(true));
        done(file.officer(), file.id(), "discard", ImportStatus.DISCARDED);
        assertEquals(List.of("GONE"), file.statuses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl.analyst", "nl.poc", "nl.admin", "nl.auditor", "secretariat.admin"})
    void R185_nobody_but_a_licensing_desk_takes_a_step_with_a_file(String person) {
        String id = received("nl.officer", rows(row("NL/D1", "NL", "Korund OOO")));
        Stream.of("return", "discard").forEach(verb -> Api.as(person)
                .contentType("application/json")
                .header("If-Match", "\"x\"")
                .body(verb.equals("return") ? "{\"reason\":\"x\"}" : "{}")
                .post(IMPORTS + "/" + id + "/" + verb)
                .then()
                .statusCode(403));
        Api.as("jp.officer")
                .contentType("application/json")
                .header("If-Match", "\"x\"")
                .body("{}")
                .post(IMPORTS + "/" + id + "/discard")
                .then()
                .statusCode(404);
    }
}
