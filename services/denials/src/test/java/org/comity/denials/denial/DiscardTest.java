package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.drafted;
import static org.comity.denials.denial.DenialExamples.json;
import static org.comity.denials.denial.DenialExamples.list;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.notified;
import static org.comity.denials.denial.DenialExamples.step;
import static org.comity.denials.denial.DenialExamples.tag;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts that are thrown away, and what is left of them. */
@QuarkusTest
class DiscardTest {

    private static final List<String> PARTS = List.of(
            "denial_audience",
            "denial_item",
            "denial_item_code",
            "denial_party",
            "denial_reason",
            "denial_narrative",
            "denial_external_ref",
            "denial_file");

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static long count(String from) {
        return ComityServers.servers().count("select count(*) from " + from);
    }

    private static Map<String, Object> draftAboutAPerson() {
        Map<String, Object> draft = draft("DE");
        draft.put(
                "parties",
                list(map("role", "END_USER", "name", "Invented Person", "country", "KZ", "isNaturalPerson", true)));
        return draft;
    }

    @Test
    void R235_of_a_draft_that_is_thrown_away_nothing_is_left_but_its_reference_and_who_did_it() {
        var draft = drafted("nl.officer", draftAboutAPerson());
        String id = draft.path("id");
        String ref = draft.path("ref");
        assertTrue(count("natural_person where record_id = '" + id + "'") > 0);
        long told = count("outbox");

        step("nl.officer", id, "discard", Map.of()).then().statusCode(204).body(equalTo(""));

        Api.as("nl.officer").get(DENIALS + "/" + id).then().statusCode(404);
        assertEquals(0, count("denial where id = '" + id + "'"));
        PARTS.forEach(part -> assertEquals(0, count(part + " where denial_id = '" + id + "'"), part));
        assertEquals(0, count("natural_person where record_id = '" + id + "'"));
        assertEquals(told, count("outbox"));
        assertEquals(1, count("discarded_reference where originator_state = 'NL' and reference = '" + ref + "'"));
        Api.as("nl.poc")
                .get("/denials/v1/access-log?record=" + id)
                .then()
                .statusCode(200)
                .body("items.find { it.path.endsWith('/discard') }.person.name", equalTo("nl.officer"))
                .body("items.find { it.path.endsWith('/discard') }.decision", equalTo("ALLOWED"));
    }

    @Test
    void R235_its_national_reference_is_free_again() {
        Map<String, Object> draft = draft("DE");
        String id = drafted("nl.officer", draft).path("id");
        step("nl.approver", id, "discard", Map.of()).then().statusCode(204);
        drafted("nl.officer", draft);
    }

    @Test
    void R235_what_waits_for_an_approver_is_sent_back_first() {
        String id = drafted("nl.officer", draft("DE")).path("id");
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.officer", id, "discard", Map.of())
                .then()
                .statusCode(409)
                .body("type", containsString("already-submitted"));
        step("nl.approver", id, "return", Map.of("reason", "Not this one"))
                .then()
                .statusCode(200);
        step("nl.officer", id, "discard", Map.of()).then().statusCode(204);
    }

    @Test
    void R236_what_was_notified_stays_and_its_amendment_is_dropped() {
        String id = notified("DE");
        step("nl.officer", id, "discard", Map.of())
                .then()
                .statusCode(409)
                .body("type", containsString("nothing-to-discard"));
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        Map<String, Object> changed = draft("DE", "JP");
        changed.put("statedEndUse", "Another one");
        Api.as("nl.officer")
                .contentType(ContentType.JSON)
                .header("If-Match", tag("nl.officer", id))
                .body(json(changed))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(200);
        String read = Api.as("de.officer").get(DENIALS + "/" + id).asString();
        long told = count("outbox");
        step("nl.officer", id, "discard", Map.of())
                .then()
                .statusCode(200)
                .body("status", equalTo("NOTIFIED"))
                .body("statedEndUse", equalTo("Border management"))
                .body("$", not(hasKey("amendment")));
        assertEquals(read, Api.as("de.officer").get(DENIALS + "/" + id).asString());
        assertEquals(told, count("outbox"));
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
    }

    @Test
    void R236_a_renewal_that_was_sent_back_is_dropped() {
        String id = notified("DE");
        step("nl.officer", id, "renew", map("renewalGrounds", "Still so"))
                .then()
                .statusCode(200);
        step("nl.officer", id, "discard", Map.of()).then().statusCode(409);
        step("nl.approver", id, "return", map("reason", "Say more")).then().statusCode(200);
        step("nl.officer", id, "discard", Map.of()).then().statusCode(200).body("status", equalTo("NOTIFIED"));
        step("nl.officer", id, "submit", Map.of()).then().statusCode(409);
    }

    @Test
    void R235_a_draft_is_thrown_away_as_it_was_read() {
        String id = drafted("nl.officer", draft("DE")).path("id");
        String read = tag("nl.officer", id);
        Api.as("nl.approver")
                .contentType(ContentType.JSON)
                .header("If-Match", read)
                .body(json(draft("JP")))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(200);
        discard("nl.officer", id, read).then().statusCode(412);
        Api.wrongly("nl.officer")
                .contentType(ContentType.JSON)
                .body("{}")
                .post(DENIALS + "/" + id + "/discard")
                .then()
                .statusCode(428);
        Api.as("nl.officer").get(DENIALS + "/" + id).then().statusCode(200);
    }

    private static io.restassured.response.Response discard(String person, String id, String tag) {
        return Api.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body("{}")
                .post(DENIALS + "/{id}/discard", id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de.officer",
                "de.approver",
                "nl.analyst",
                "nl.poc",
                "nl.admin",
                "nl.auditor",
                "secretariat.admin"
            })
    void R237_nobody_but_the_own_desk_throws_a_draft_away(String person) {
        String id = drafted("nl.officer", draft("DE")).path("id");
        discard(person, id, "\"x\"").then().statusCode(404);
        Api.as("nl.officer").get(DENIALS + "/" + id).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de.officer", "de.approver", "de.analyst", "nl.analyst"})
    void R237_who_reads_a_denial_does_not_drop_its_amendment(String person) {
        String id = notified("DE");
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        discard(person, id, tag(person, id)).then().statusCode(403);
        Api.as("nl.officer").get(DENIALS + "/" + id).then().body("$", hasKey("amendment"));
    }

    @Test
    void R237_a_national_system_throws_its_draft_away() {
        String token = Tokens.ofSystem("nl-system");
        String id = drafted("nl.officer", draft("DE")).path("id");
        String tag = Api.withToken(token).get(DENIALS + "/" + id).header("ETag");
        Api.withToken(token)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body("{}")
                .post(DENIALS + "/" + id + "/discard")
                .then()
                .statusCode(204);
    }

    /** What the service never asks for: the wall's other half. */
    @Test
    void R235_the_wall_alone_lets_no_draft_go_but_to_its_own_desk_and_nothing_that_was_told() throws SQLException {
        String draft = drafted("nl.officer", draftAboutAPerson()).path("id");
        String waiting = drafted("nl.officer", draftAboutAPerson()).path("id");
        step("nl.officer", waiting, "submit", Map.of()).then().statusCode(200);
        String told = notified("DE");
        for (String who : List.of("'DE', 'licensing-officer'", "'NL', 'analyst'", "'NL', 'poc'", "'', ''")) {
            assertEquals(0, deleted(who, "denial where id = '" + draft + "'"), who);
            assertEquals(0, deleted(who, "natural_person where record_id = '" + draft + "'"), who);
        }
        String desk = "'NL', 'licensing-officer'";
        for (String id : List.of(waiting, told)) {
            assertEquals(0, deleted(desk, "denial where id = '" + id + "'"));
            assertEquals(0, deleted(desk, "natural_person where record_id = '" + id + "'"));
        }
        for (String table : List.of("denial_file", "denial_narrative", "denial_version", "denial_receipt")) {
            assertThrows(SQLException.class, () -> deleted(desk, table), table);
        }
        assertTrue(deleted(desk, "natural_person where record_id = '" + draft + "'") > 0);
        assertEquals(1, deleted(desk, "denial where id = '" + draft + "'"));
    }

    private static int deleted(String who, String from) throws SQLException {
        String[] parts = who.split(", ");
        try (Connection connection = ComityServers.servers().as("app");
                Statement statement = connection.createStatement()) {
            statement.execute("select set_config('comity.state', " + parts[0] + ", false), set_config('comity.roles', "
                    + parts[1] + ", false)");
            return statement.executeUpdate("delete from " + from);
        }
    }
}
