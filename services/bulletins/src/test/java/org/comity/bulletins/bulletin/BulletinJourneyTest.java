package org.comity.bulletins.bulletin;

import static org.comity.bulletins.bulletin.BulletinExamples.BULLETINS;
import static org.comity.bulletins.bulletin.BulletinExamples.answer;
import static org.comity.bulletins.bulletin.BulletinExamples.draft;
import static org.comity.bulletins.bulletin.BulletinExamples.drafted;
import static org.comity.bulletins.bulletin.BulletinExamples.published;
import static org.comity.bulletins.bulletin.BulletinExamples.step;
import static org.comity.bulletins.bulletin.BulletinExamples.tag;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import org.comity.bulletins.stix.StixId;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a bulletin over HTTP. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class BulletinJourneyTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static long events(String id, String happened) {
        return ComityServers.servers()
                .count("select count(*) from outbox where subject = '" + id
                        + "' and type = 'org.comity.bulletins.bulletin." + happened + ".v1'");
    }

    @Test
    void R318_no_reader_sees_a_bulletin_before_another_person_has_cleared_it() {
        String id = drafted("nl.analyst", draft("RISK", "DE")).path("id");
        Api.as("nl.analyst").get(BULLETINS + "/" + id).then().body("steps", is(List.of("edit", "submit", "discard")));
        Api.as("de.analyst").get(BULLETINS + "/" + id).then().statusCode(404);
        step("nl.analyst", id, "approve", "{}").then().statusCode(403);
        step("nl.approver", id, "submit", "{}").then().statusCode(200).body("status", is("CLEARANCE"));
        Api.as("de.analyst").get(BULLETINS + "/" + id).then().statusCode(404);
        step("nl.approver", id, "approve", "{}").then().statusCode(403);
        step("nl.approver", id, "return", "{\"reason\":\"Why?\"}")
                .then()
                .statusCode(200)
                .body("returnedBecause", is("Why?"))
                .body("status", is("DRAFT"));
        step("nl.analyst", id, "submit", "{}").then().statusCode(200);
        step("nl.approver", id, "approve", "{}")
                .then()
                .statusCode(200)
                .body("status", is("PUBLISHED"))
                .body("version", is(1))
                .body("steps", is(List.of("release", "amend", "withdraw", "recall")));
        for (String reader : List.of("de.analyst", "de.officer", "de.poc")) {
            Api.as(reader)
                    .get(BULLETINS + "/" + id)
                    .then()
                    .statusCode(200)
                    .body("bodyHtml", is("<p>In <strong>small</strong> lots.</p>\n"))
                    .body("releasability.states", nullValue())
                    .body("submittedBy", nullValue())
                    .body("steps", is(reader.equals("de.poc") ? List.of() : List.of("comment", "sighting")));
        }
        for (String other : List.of("jp.analyst", "de.admin", "de.auditor", "secretariat.staff", "nl.auditor")) {
            Api.as(other).get(BULLETINS + "/" + id).then().statusCode(404);
        }
        assertEquals(1, events(id, "published"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de.poc", "de.admin", "de.auditor", "secretariat.admin"})
    void R318_nobody_drafts_but_an_analyst_and_the_licensing_desk(String person) {
        Api.as(person)
                .contentType(ContentType.JSON)
                .body(draft("RISK", "DE"))
                .post(BULLETINS)
                .then()
                .statusCode(403);
    }

    @Test
    void R319_what_is_missing_is_told_at_once_and_what_is_wrong_is_no_draft() {
        String id = drafted("nl.officer", "{}").path("id");
        step("nl.officer", id, "submit", "{}")
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/class", "/headline", "/summary", "/releasability", "/themes")));
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .body(
                        "{\"items\":[{\"controlCode\":\"5X001\"}],\"destinations\":[\"QQ\"],\"validUntil\":\"2020-01-01\"}")
                .post(BULLETINS)
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/items/0/controlCode", "/destinations/0", "/validUntil")));
    }

    @Test
    void R322_an_update_reaches_its_readers_when_it_is_cleared() {
        String id = published(draft("RISK", "DE"));
        String before = tag("de.officer", id);
        step("nl.analyst", id, "amend", "{}").then().statusCode(200).body("next.headline", is("Invented intermediary"));
        Api.as("nl.analyst")
                .contentType(ContentType.JSON)
                .header("If-Match", tag("nl.analyst", id))
                .body(draft("RISK", "DE").replace("Invented intermediary", "Corrected"))
                .put(BULLETINS + "/" + id)
                .then()
                .statusCode(200);
        step("nl.analyst", id, "submit", "{}").then().statusCode(200);
        assertEquals(before, tag("de.officer", id));
        step("nl.approver", id, "approve", "{}").then().statusCode(200).body("status", is("UPDATED"));
        Api.as("de.officer")
                .get(BULLETINS + "/" + id)
                .then()
                .body("headline", is("Corrected"))
                .body("version", is(2));
        assertEquals(1, events(id, "updated"));
        step("nl.analyst", id, "amend", "{}").then().statusCode(200);
        step("nl.analyst", id, "discard", "{}").then().statusCode(200).body("next", nullValue());
    }

    @Test
    void R322_a_draft_is_thrown_away_and_nothing_is_left() {
        String id = drafted("nl.analyst", draft("RISK", "DE")).path("id");
        step("nl.analyst", id, "discard", "{}").then().statusCode(204);
        Api.as("nl.analyst").get(BULLETINS + "/" + id).then().statusCode(404);
    }

    @Test
    void R25_an_officer_narrows_and_an_approver_alone_widens() {
        String id = published(draft("RISK", "DE"));
        String wider = "{\"releasability\":{\"mode\":\"LIST\",\"states\":[\"DE\",\"JP\"]}}";
        step("nl.analyst", id, "release", wider).then().statusCode(403);
        step("nl.approver", id, "release", wider).then().statusCode(200);
        Api.as("jp.analyst").get(BULLETINS + "/" + id).then().statusCode(200);
        step("nl.analyst", id, "release", "{\"releasability\":{\"mode\":\"LIST\",\"states\":[\"JP\"]}}")
                .then()
                .statusCode(200);
        Api.as("de.analyst").get(BULLETINS + "/" + id).then().statusCode(404);
        assertEquals(2, events(id, "release-changed"));
    }

    @Test
    void R322_readers_see_a_withdrawal_and_a_recall_leaves_them_nothing() {
        String withdrawn = published(draft("RISK", "DE"));
        step("nl.analyst", withdrawn, "withdraw", "{\"reason\":\"No\"}").then().statusCode(403);
        step("nl.approver", withdrawn, "withdraw", "{\"reason\":\"The source took it back.\"}")
                .then()
                .statusCode(200);
        Api.as("de.officer")
                .get(BULLETINS + "/" + withdrawn)
                .then()
                .statusCode(200)
                .body("status", is("WITHDRAWN"))
                .body("endedBecause", is("The source took it back."));
        step("nl.approver", withdrawn, "amend", "{}").then().statusCode(409);
        String recalled = published(draft("RISK", "DE"));
        step("nl.approver", recalled, "recall", "{\"reason\":\"It named a source.\"}")
                .then()
                .statusCode(200);
        Api.as("de.officer").get(BULLETINS + "/" + recalled).then().statusCode(404);
        Api.as("de.officer").get(BULLETINS + "?limit=100").then().body("items.id", not(hasItem(recalled)));
        Api.as("nl.analyst").get(BULLETINS + "/" + recalled).then().body("status", is("RECALLED"));
        assertEquals(1, events(recalled, "recalled"));
    }

    @Test
    void R324_a_named_state_confirms_or_denies_and_any_reader_corroborates() {
        String id = published(draft("RISK", "DE", "JP"));
        answer("de.analyst", id, "comment", "{\"kind\":\"DENY\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", is(List.of("/kind")));
        answer("jp.analyst", id, "comment", "{\"kind\":\"CONFIRM\"}").then().statusCode(200);
        answer("jp.analyst", id, "comment", "{\"kind\":\"DENY\",\"text\":\"It is another company.\"}")
                .then()
                .statusCode(200);
        answer("de.officer", id, "comment", "{\"kind\":\"CORROBORATE\"}")
                .then()
                .statusCode(200)
                .body("comments.kind", is(List.of("DENY", "CORROBORATE")))
                .body("comments.state", is(List.of("JP", "DE")));
        answer("nl.analyst", id, "comment", "{\"kind\":\"NO_COMMENT\"}").then().statusCode(403);
        answer("fr.analyst", id, "comment", "{\"kind\":\"NO_COMMENT\"}").then().statusCode(404);
        answer("de.poc", id, "comment", "{\"kind\":\"NO_COMMENT\"}").then().statusCode(403);
        assertEquals(3, events(id, "commented"));
    }

    @Test
    void R325_sightings_are_for_the_originator_and_the_state_that_acted() {
        String id = published(draft("RISK", "DE", "JP"));
        answer("de.officer", id, "sighting", "{\"actionTaken\":\"A licence was refused.\"}")
                .then()
                .statusCode(200)
                .body("sightings", hasSize(1));
        answer("jp.officer", id, "sighting", "{\"actionTaken\":\"A shipment was stopped.\"}")
                .then()
                .statusCode(200);
        Api.as("de.analyst").get(BULLETINS + "/" + id).then().body("sightings.state", is(List.of("DE")));
        Api.as("nl.analyst").get(BULLETINS + "/" + id).then().body("sightings.state", is(List.of("DE", "JP")));
    }

    @Test
    void R181_a_bulletin_that_another_state_opens_leaves_one_receipt_for_its_day() {
        String id = published(draft("RISK", "DE"));
        for (String reader : List.of("de.analyst", "de.officer", "nl.analyst", "jp.analyst", "secretariat.staff")) {
            Api.as(reader).get(BULLETINS + "/" + id);
        }
        Api.as("de.analyst").get(BULLETINS);

        for (String reader : List.of("nl.officer", "nl.poc")) {
            Api.as(reader)
                    .get(BULLETINS + "/" + id + "/receipts")
                    .then()
                    .statusCode(200)
                    .body("items.state", is(List.of("DE")))
                    .body("items.version", is(List.of(1)));
        }
    }

    @ParameterizedTest
    @CsvSource({"nl.analyst, 403", "de.officer, 403", "jp.officer, 404", "nl.auditor, 404"})
    void R182_receipts_of_a_bulletin_are_for_the_originators_desk_and_contact(String person, int status) {
        String id = published(draft("RISK", "DE"));
        Api.as(person).get(BULLETINS + "/" + id + "/receipts").then().statusCode(status);
    }

    @Test
    void R63_what_a_state_did_is_told_once_however_often_it_is_sent() {
        String id = published(draft("RISK", "DE"));
        for (int sent = 0; sent < 2; sent++) {
            Api.as("de.analyst")
                    .contentType(ContentType.JSON)
                    .header("Idempotency-Key", "seen-" + id)
                    .body("{\"actionTaken\": \"A licence was refused.\"}")
                    .post(BULLETINS + "/" + id + "/sighting")
                    .then()
                    .statusCode(200)
                    .body("sightings", hasSize(1));
        }
    }

    @Test
    void R326_an_alert_is_acknowledged_once_and_nothing_else_is() {
        String alert = published(draft("ALERT", "DE"));
        assertEquals(List.of("comment", "sighting", "acknowledge"), steps("de.analyst", alert));
        assertEquals(List.of(), steps("de.poc", alert));
        assertTrue(unacknowledged("de.analyst").contains(alert));
        assertFalse(unacknowledged("nl.analyst").contains(alert));
        answer("de.analyst", alert, "acknowledge", "{}")
                .then()
                .statusCode(200)
                .body("acknowledgements.state", is(List.of("DE")));
        assertEquals(List.of("comment", "sighting"), steps("de.analyst", alert));
        assertFalse(unacknowledged("de.officer").contains(alert));
        answer("de.officer", alert, "acknowledge", "{}").then().statusCode(200);
        Api.as("nl.analyst").get(BULLETINS + "/" + alert).then().body("acknowledgements", hasSize(1));
        answer("de.analyst", published(draft("RISK", "DE")), "acknowledge", "{}")
                .then()
                .statusCode(409);
    }

    private static List<String> steps(String person, String id) {
        return Api.as(person).get(BULLETINS + "/" + id).jsonPath().getList("steps", String.class);
    }

    private static List<String> unacknowledged(String person) {
        return Api.as(person)
                .queryParam("unacknowledged", true)
                .queryParam("limit", 100)
                .get(BULLETINS)
                .jsonPath()
                .getList("items.id", String.class);
    }

    @Test
    void R318_a_response_changes_no_tag_of_the_originators_desk() {
        String id = published(draft("RISK", "DE"));
        String before = tag("nl.analyst", id);
        answer("de.officer", id, "comment", "{\"kind\":\"CORROBORATE\"}").then().statusCode(200);
        assertEquals(before, tag("nl.analyst", id));
        step("nl.analyst", id, "amend", "{}").then().statusCode(200);
        assertNotEquals(before, tag("nl.analyst", id));
    }

    @ParameterizedTest
    @CsvSource({
        "class=RISK, true",
        "class=ALERT, false",
        "theme=ROUTE_DIVERSION, true",
        "theme=ENFORCEMENT, false",
        "item=5A001, true",
        "item=5A001.f.2, true",
        "item=5A001.j, false",
        "destination=KZ, true",
        "destination=JP, false",
        "misuse=TARGET_JOURNALISTS, true",
        "misuse=CENSORSHIP, false",
        "originator=NL, true",
        "originator=DE, false",
        "status=PUBLISHED&status=UPDATED, true",
        "status=WITHDRAWN&status=LAPSED, false"
    })
    void R321_lists_are_filtered(String filter, boolean found) {
        String id = published(draft("RISK", "EE"));
        Api.as("ee.analyst")
                .get(BULLETINS + "?limit=100&" + filter)
                .then()
                .statusCode(200)
                .body("items.id.contains('" + id + "')", is(found));
    }

    @ParameterizedTest
    @ValueSource(strings = {"class=X", "theme=x", "item=x", "destination=QQ", "misuse=x", "originator=1", "status=X"})
    void R321_a_filter_that_cannot_be_read_is_refused_by_name(String filter) {
        Api.wrongly("nl.analyst")
                .get(BULLETINS + "?" + filter)
                .then()
                .statusCode(400)
                .body("errors.pointer", is(List.of(filter.split("=")[0])));
    }

    @Test
    void R318_the_secretariat_reads_what_is_green_and_released() {
        String amber = published(draft("TREND", "DE"));
        String green = published(draft("TREND", "DE").replace("\"class\"", "\"tlp\":\"GREEN\",\"class\""));
        for (String person : List.of("secretariat.staff", "secretariat.admin")) {
            Api.as(person)
                    .get(BULLETINS + "/" + green)
                    .then()
                    .statusCode(200)
                    .body("headline", is("Invented intermediary"));
            Api.as(person).get(BULLETINS + "/" + amber).then().statusCode(404);
            Api.as(person)
                    .get(BULLETINS + "?limit=100")
                    .then()
                    .body("items.id", hasItem(green))
                    .body("items.id", not(hasItem(amber)));
        }
    }

    @Test
    void R322_a_recalled_bulletin_is_gone_for_the_secretariat_too() {
        String green = published(draft("TREND", "DE").replace("\"class\"", "\"tlp\":\"GREEN\",\"class\""));
        Api.as("secretariat.staff").get(BULLETINS + "/" + green).then().statusCode(200);
        step("nl.approver", green, "recall", "{\"reason\":\"x\"}").then().statusCode(200);
        Api.as("secretariat.staff").get(BULLETINS + "/" + green).then().statusCode(404);
        Api.as("secretariat.staff").get(BULLETINS + "?limit=100").then().body("items.id", not(hasItem(green)));
        Api.as("secretariat.staff")
                .header("Accept", "application/taxii+json;version=2.1")
                .get("/taxii2/comity/collections/bulletins/objects/" + StixId.of("report", green) + "/")
                .then()
                .statusCode(200)
                .body("objects.name", is(List.of("Recalled")));
    }

    @Test
    void R318_the_secretariat_reads_a_bulletin_as_long_as_it_is_green() {
        String id = published(draft("TREND", "DE").replace("\"class\"", "\"tlp\":\"GREEN\",\"class\""));
        String release = "{\"tlp\":\"%s\",\"releasability\":{\"mode\":\"LIST\",\"states\":[\"DE\"]}}";
        step("nl.analyst", id, "release", release.formatted("AMBER")).then().statusCode(200);
        Api.as("secretariat.staff").get(BULLETINS + "/" + id).then().statusCode(404);
        Api.as("de.analyst").get(BULLETINS + "/" + id).then().statusCode(200);
        step("nl.analyst", id, "release", release.formatted("GREEN")).then().statusCode(403);
        step("nl.approver", id, "release", release.formatted("GREEN")).then().statusCode(200);
        Api.as("secretariat.staff").get(BULLETINS + "/" + id).then().statusCode(200);
    }
}
