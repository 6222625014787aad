package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.drafted;
import static org.comity.denials.denial.DenialExamples.list;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.notified;
import static org.comity.denials.denial.DenialExamples.ref;
import static org.comity.denials.denial.DenialExamples.step;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A step that brings no other content writes no row of the content (ADR 0023). */
@QuarkusTest
class UnchangedContentTest {

    private static final List<String> ROWS = List.of(
            "denial_narrative",
            "denial_item",
            "denial_item_code",
            "denial_party",
            "denial_reason",
            "denial_external_ref",
            "denial_supersedes",
            "denial_party_reference");

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    /** By table, where the rows of a denial lie and which transaction wrote each. */
    private static Map<String, Long> places(String id) {
        Map<String, Long> places = new TreeMap<>();
        for (String table : ROWS) {
            String rows = " from " + table + " where denial_id = '" + id + "'";
            assertNotEquals(0, ComityServers.servers().count("select count(*)" + rows), table);
            places.put(
                    table,
                    ComityServers.servers().count("select sum(hashtext(ctid::text || ' ' || xmin::text))" + rows));
        }
        return places;
    }

    /** A draft that has rows in all tables, a natural person among its parties. */
    private static String full() {
        Map<String, Object> draft = draft("DE");
        @SuppressWarnings("unchecked")
        List<Object> parties = (List<Object>) draft.get("parties");
        parties.add(map(
                "role",
                "AGENT",
                "name",
                "Invented Person",
                "isNaturalPerson",
                true,
                "identifiers",
                list(map("type", "regime_reg_ref", "value", "WA-1"))));
        draft.put("supersedes", ref("nl.officer", notified("DE")));
        return drafted("nl.officer", draft).path("id");
    }

    private static void taken(String person, String id, String verb) {
        step(person, id, verb, Map.of()).then().statusCode(200);
    }

    private static void edited(String id, String field, Object value) {
        var read = Api.as("nl.officer").get(DENIALS + "/" + id);
        Map<String, Object> content = read.jsonPath().getMap("amendment.content");
        content.put(field, value);
        Api.as("nl.officer")
                .contentType("application/json")
                .header("If-Match", read.header("ETag"))
                .body(DenialExamples.json(content))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void a_submission_and_an_approval_leave_the_rows_of_the_content_as_they_are() {
        String id = full();
        Map<String, Long> drafted = places(id);
        taken("nl.officer", id, "submit");
        assertEquals(drafted, places(id));
        taken("nl.approver", id, "approve");
        assertEquals(drafted, places(id));
        Api.as("de.officer").get(DENIALS + "/" + id).then().body("parties[2].name", is("Invented Person"));
    }

    @Test
    void an_amendment_writes_the_part_that_it_changes_alone() {
        String id = full();
        taken("nl.officer", id, "submit");
        taken("nl.approver", id, "approve");
        Map<String, Long> before = places(id);
        taken("nl.officer", id, "amend");
        edited(id, "statedEndUse", "Another one");
        taken("nl.officer", id, "submit");
        assertEquals(before, places(id));
        taken("nl.approver", id, "approve");
        Map<String, Long> after = places(id);
        assertNotEquals(before.remove("denial_narrative"), after.remove("denial_narrative"));
        assertEquals(before, after);
        Api.as("de.officer").get(DENIALS + "/" + id).then().body("statedEndUse", is("Another one"));
    }

    @Test
    void an_amendment_of_the_header_leaves_the_narrative() {
        String id = full();
        taken("nl.officer", id, "submit");
        taken("nl.approver", id, "approve");
        Map<String, Long> before = places(id);
        taken("nl.officer", id, "amend");
        edited(id, "caveats", List.of("Mind it"));
        taken("nl.officer", id, "submit");
        taken("nl.approver", id, "approve");
        assertEquals(before, places(id));
        Api.as("de.officer").get(DENIALS + "/" + id).then().body("caveats", is(List.of("Mind it")));
    }
}
