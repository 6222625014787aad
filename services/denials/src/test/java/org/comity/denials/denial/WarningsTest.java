package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.drafted;
import static org.comity.denials.denial.DenialExamples.list;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.notifiedBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the originator's desk is warned of; by Norway and Korea, of which other tests post little. */
@QuarkusTest
class WarningsTest {

    @BeforeEach
    void nothingOfTheirs() {
        RegisteredStates.announce();
        ComityServers.servers()
                .sql("update denial set status = 'REVOKED', notified_at = null where originator_state in ('NO', 'KR')");
    }

    private static Map<String, Object> denialAbout(String name, String code, String... states) {
        Map<String, Object> draft = draft(states);
        draft.put("parties", list(map("role", "END_USER", "name", name, "country", "KZ")));
        draft.put("items", list(map("controlCode", code, "description", "Software " + code + name)));
        draft.put("externalRefs", list());
        return draft;
    }

    private static ValidatableResponse warnings(String person, String id) {
        return Api.as(person).get(DENIALS + "/{id}/warnings", id).then().statusCode(200);
    }

    private static String id(String state, Map<String, Object> draft) {
        return drafted(state + ".officer", draft).path("id");
    }

    @Test
    void R215_states_outside_a_regime_of_the_case_are_named() {
        Map<String, Object> draft = denialAbout("Outside LLC", "4D004", "DE", "EC", "XK");
        draft.put("externalRefs", list(map("system", "WA", "ref", "WA-1")));
        warnings("no.officer", id("no", draft))
                .body("items.find { it.code == 'OUTSIDE_REGIME' }.states", equalTo(List.of("EC", "XK")))
                .body(
                        "items.find { it.code == 'OUTSIDE_REGIME' }.detail",
                        is("2 of the 3 states that it reaches are outside WA, where this case stands too."));
        draft.put("nationalRef", "another");
        draft.put("releasability", map("mode", "LIST", "states", list("DE")));
        warnings("no.officer", id("no", draft)).body("items.code", not(hasItem("OUTSIDE_REGIME")));
    }

    @Test
    void R243_a_release_that_is_tried_is_warned_of_before_it_is_given() {
        Map<String, Object> draft = denialAbout("Tried LLC", "4D004", "DE");
        draft.put("externalRefs", list(map("system", "WA", "ref", "WA-2")));
        String id = id("no", draft);
        warnings("no.officer", id).body("items.code", not(hasItem("OUTSIDE_REGIME")));
        tried("no.officer", id, "mode=LIST&state=DE&state=EC")
                .statusCode(200)
                .body("items.find { it.code == 'OUTSIDE_REGIME' }.states", equalTo(List.of("EC")));
        tried("no.officer", id, "mode=LIST&state=DE&state=EC&excluded=EC")
                .statusCode(200)
                .body("items.code", not(hasItem("OUTSIDE_REGIME")));
        tried("no.officer", id, "mode=REGIME&regime=WA")
                .statusCode(200)
                .body("items.code", not(hasItem("OUTSIDE_REGIME")));
        tried("no.officer", id, "mode=REGIME").statusCode(200).body("items.code", not(hasItem("OUTSIDE_REGIME")));
        tried("no.officer", id, "mode=ALL")
                .statusCode(200)
                .body("items.find { it.code == 'OUTSIDE_REGIME' }.states", hasItems("EC", "XK"));
        // nothing of it was saved
        warnings("no.officer", id).body("items.code", not(hasItem("OUTSIDE_REGIME")));
    }

    @Test
    void R296_a_release_that_reaches_nobody_today_is_warned_of() {
        String id = id("no", denialAbout("Nobody LLC", "4D004", "DE"));
        warnings("no.officer", id).body("items.code", not(hasItem("NO_AUDIENCE")));
        tried("no.officer", id, "mode=REGIME&regime=ZC").statusCode(200).body("items.code", hasItem("NO_AUDIENCE"));
        tried("no.officer", id, "mode=REGIME&regime=WA")
                .statusCode(200)
                .body("items.code", not(hasItem("NO_AUDIENCE")));
        tried("no.officer", id, "mode=REGIME").statusCode(200).body("items.code", not(hasItem("NO_AUDIENCE")));
        tried("no.officer", id, "mode=LIST").statusCode(200).body("items.code", not(hasItem("NO_AUDIENCE")));
        tried("no.officer", id, "mode=ORIGINATOR_ONLY").statusCode(200).body("items.code", not(hasItem("NO_AUDIENCE")));
    }

    @Test
    void R243_a_release_of_what_is_in_force_is_warned_of_whatever_is_worked_on() {
        Map<String, Object> draft = denialAbout("In Force LLC", "4D004", "DE");
        draft.put("externalRefs", list(map("system", "WA", "ref", "WA-3")));
        String id = notifiedBy("no", draft);
        DenialExamples.step("no.officer", id, "amend", Map.of()).then().statusCode(200);
        draft.put("externalRefs", list());
        Api.as("no.officer")
                .contentType("application/json")
                .header("If-Match", DenialExamples.tag("no.officer", id))
                .body(DenialExamples.json(draft))
                .put(DENIALS + "/" + id)
                .then()
                .statusCode(200);
        tried("no.officer", id, "mode=ALL").statusCode(200).body("items.code", not(hasItem("OUTSIDE_REGIME")));
        tried("no.officer", id, "mode=ALL&inForce=true")
                .statusCode(200)
                .body("items.find { it.code == 'OUTSIDE_REGIME' }.states", hasItems("EC", "XK"));
    }

    @Test
    void R243_a_release_that_cannot_be_read_is_a_400_that_names_the_parameter() {
        String id = id("no", denialAbout("Unread LLC", "4D004", "DE"));
        for (String[] wrong : new String[][] {
            {"inForce=x", "inForce"},
            {"mode=SOME", "mode"},
            {"state=DE", "mode"},
            {"excluded=DE", "mode"},
            {"regime=WA", "mode"},
            {"mode=LIST&state=ZZ", "state"},
            {"mode=ALL&excluded=x", "excluded"},
            {"mode=REGIME&regime=NATO", "regime"},
        }) {
            Api.wrongly("no.officer")
                    .get(DENIALS + "/" + id + "/warnings?" + wrong[0])
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem(wrong[1]));
        }
        Api.as("de.officer")
                .get(DENIALS + "/" + id + "/warnings?mode=ALL")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse tried(String person, String id, String query) {
        // the validator of the contract takes one value of an array for JSON
        return Api.wrongly(person)
                .get(DENIALS + "/" + id + "/warnings?" + query)
                .then();
    }

    @Test
    void R216_from_the_fifth_denial_on_a_state_that_none_reached_is_unusual() {
        for (int i = 0; i < 4; i++) {
            notifiedBy("kr", denialAbout("Usual " + i, "4D004", "DE", "JP"));
        }
        String wider = id("kr", denialAbout("Wider", "4D004", "DE", "JP", "EC"));
        warnings("kr.officer", wider).body("items.code", not(hasItem("UNUSUAL_AUDIENCE")));
        notifiedBy("kr", denialAbout("Usual 5", "4D004", "DE"));
        warnings("kr.officer", wider)
                .body("items.find { it.code == 'UNUSUAL_AUDIENCE' }.states", equalTo(List.of("EC")));
    }

    @Test
    void R216_what_is_released_as_usual_is_not_warned_of() {
        for (int i = 0; i < 5; i++) {
            notifiedBy("kr", denialAbout("As usual " + i, "4D004", i == 0 ? "JP" : "DE"));
        }
        warnings("kr.officer", id("kr", denialAbout("As ever", "4D004", "DE", "JP")))
                .body("items.code", not(hasItem("UNUSUAL_AUDIENCE")));
    }

    @Test
    void R217_the_same_name_and_entry_are_a_possible_duplicate() {
        String readable = notifiedBy("de", denialAbout("Twice Named AG", "4D004", "NO"));
        String ref = Api.as("de.officer").get(DENIALS + "/{id}", readable).path("ref");
        String hidden = notifiedBy("de", denialAbout("Twice Named AG", "4D004", "JP"));
        String hiddenRef = Api.as("de.officer").get(DENIALS + "/{id}", hidden).path("ref");
        warnings("no.officer", id("no", denialAbout("TWICE named ag", "4D004")))
                .body("items.find { it.code == 'POSSIBLE_DUPLICATE' }.refs", hasItem(ref))
                .body("items.find { it.code == 'POSSIBLE_DUPLICATE' }.refs", not(hasItem(hiddenRef)));
    }

    @ParameterizedTest
    @CsvSource({
        "\u0130STANBUL TEKNOLOJ\u0130, istanbul teknoloji",
        "\u0395\u039B\u039B\u0391\u03A3 \u0391\u03A3, \u03B5\u03BB\u03BB\u03B1\u03C3 \u03B1\u03C3",
        "Stra\u00DFenbau AG, STRASSENBAU AG",
        "Zero\u200Bwidth AG, Zerowidth\u00A0AG"
    })
    void R288_names_that_differ_in_case_alone_are_alike_in_Java_and_in_SQL(String one, String other) {
        String id = notifiedBy("de", denialAbout(one, "4D004", "NO"));
        String ref = Api.as("de.officer").get(DENIALS + "/{id}", id).path("ref");
        warnings("no.officer", id("no", denialAbout(other, "4D004")))
                .body("items.find { it.code == 'POSSIBLE_DUPLICATE' }.refs", hasItem(ref));
    }

    @Test
    void R217_another_name_or_another_item_is_none() {
        notifiedBy("de", denialAbout("Once Named AG", "4D004", "NO"));
        warnings("no.officer", id("no", denialAbout("Once Named AG", "5A001.j")))
                .body("items.code", not(hasItem("POSSIBLE_DUPLICATE")));
        warnings("no.officer", id("no", denialAbout("Once Named GmbH", "4D004")))
                .body("items.code", not(hasItem("POSSIBLE_DUPLICATE")));
    }

    @Test
    void R217_what_is_over_is_no_duplicate() {
        String id = notifiedBy("de", denialAbout("Over AG", "4D004", "NO"));
        ComityServers.servers().sql("update denial set status = 'EXPIRED' where id = '" + id + "'");
        warnings("no.officer", id("no", denialAbout("Over AG", "4D004")))
                .body("items.code", not(hasItem("POSSIBLE_DUPLICATE")));
    }

    @Test
    void an_unknown_entry_is_warned_of_and_warnings_are_the_originators() {
        String id = notifiedBy("no", denialAbout("Entry AS", "9A999", "DE"));
        warnings("no.approver", id)
                .body("items.find { it.code == 'UNKNOWN_ENTRY' }.pointer", is("/items/0/controlCode"));
        Api.as("de.officer").get(DENIALS + "/{id}/warnings", id).then().statusCode(403);
        Api.as("jp.officer").get(DENIALS + "/{id}/warnings", id).then().statusCode(404);
    }

    @Test
    void R218_a_tear_line_copy_names_no_party_and_tells_no_narrative() {
        String id = notifiedBy("no", draft("DE"));
        Api.as("de.officer")
                .get(DENIALS + "/{id}/tearline", id)
                .then()
                .statusCode(200)
                .body("grounds[0].tearline", is("Risk of internal repression"))
                .body("items.controlCode", hasItems("5A001.f.2"))
                .body("tlp", is("AMBER"))
                .body("notice", is("This denial creates no duty to deny."))
                .body("$", not(hasKey("parties")))
                .body("$", not(hasKey("assessedEndUse")))
                .body("grounds[0].narrative", nullValue())
                .body(not(containsString("Korund")));
        Api.as("de.analyst")
                .get(DENIALS + "/{id}/tearline", id)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("grounds")));
        Api.as("jp.officer").get(DENIALS + "/{id}/tearline", id).then().statusCode(404);
    }

    @Test
    void R218_a_tear_line_copy_keeps_back_what_is_withheld_from_the_originators_own_copy_too() {
        Map<String, Object> draft = draft("DE");
        draft.put(
                "withheld",
                list(
                        map("field", "destinationState", "ground", "SECURITY"),
                        map("field", "reasons", "ground", "COMMERCIAL"),
                        map("field", "parties", "ground", "PERSONAL")));
        String id = notifiedBy("no", draft);
        for (String person : new String[] {"no.officer", "de.officer"}) {
            Api.as(person)
                    .get(DENIALS + "/{id}/tearline", id)
                    .then()
                    .statusCode(200)
                    .body("$", not(hasKey("destinationState")))
                    .body("$", not(hasKey("grounds")))
                    .body("items.controlCode", hasItems("5A001.f.2"))
                    .body("withheld.field", is(list("destinationState", "reasons")))
                    .body("withheld.ground", is(list("SECURITY", "COMMERCIAL")));
        }
    }

    @Test
    void R218_a_draft_has_no_tear_line_copy() {
        String id = drafted("no.officer", draft("DE")).path("id");
        Api.as("no.officer").get(DENIALS + "/{id}/tearline", id).then().statusCode(409);
    }

    @Test
    void R216_the_latest_twenty_count_and_no_more() {
        notifiedBy("kr", denialAbout("Long ago", "4D004", "EC"));
        for (int i = 0; i < 19; i++) {
            notifiedBy("kr", denialAbout("Usual " + i, "4D004", "DE"));
        }
        String toEcuador = id("kr", denialAbout("Again", "4D004", "EC"));
        warnings("kr.officer", toEcuador).body("items.code", not(hasItem("UNUSUAL_AUDIENCE")));
        notifiedBy("kr", denialAbout("Usual 20", "4D004", "DE"));
        warnings("kr.officer", toEcuador)
                .body("items.find { it.code == 'UNUSUAL_AUDIENCE' }.states", equalTo(List.of("EC")));
    }

    @Test
    void R217_natural_persons_are_not_compared() {
        notifiedBy("de", denialOf("Invented Person Alpha", true, "4D004"));
        warnings("no.officer", id("no", denialOf("Invented Person Alpha", true, "4D004")))
                .body("items.code", not(hasItem("POSSIBLE_DUPLICATE")));
        warnings("no.officer", id("no", denialOf("Invented Person Alpha", false, "4D004")))
                .body("items.code", not(hasItem("POSSIBLE_DUPLICATE")));
        notifiedBy("de", denialOf("Invented Person Alpha", false, "4D004"));
        warnings("no.officer", id("no", denialOf("Invented Person Alpha", true, "4D004")))
                .body("items.code", not(hasItem("POSSIBLE_DUPLICATE")));
        warnings("no.officer", id("no", denialOf("Invented Person Alpha", false, "4D004")))
                .body("items.code", hasItem("POSSIBLE_DUPLICATE"));
    }

    private static Map<String, Object> denialOf(String name, boolean person, String code) {
        Map<String, Object> draft = denialAbout(name, code, "NO", "DE");
        draft.put("parties", list(map("role", "END_USER", "name", name, "isNaturalPerson", person)));
        draft.put("releasability", map("mode", "ALL"));
        return draft;
    }

    @Test
    void R217_an_item_is_alike_by_its_description_too() {
        Map<String, Object> denied = denialAbout("Described AG", "4D004", "NO");
        denied.put("items", list(map("controlCode", "4D004", "description", "A described thing")));
        notifiedBy("de", denied);
        Map<String, Object> draft = denialAbout("Described AG", "5A001.j");
        draft.put("items", list(map("controlCode", "5A001.j", "description", "A DESCRIBED thing")));
        warnings("no.officer", id("no", draft)).body("items.code", hasItem("POSSIBLE_DUPLICATE"));
        draft.put("nationalRef", "another-description");
        draft.put("items", list(map("controlCode", "3A001.a", "description", "Another thing")));
        warnings("no.officer", id("no", draft)).body("items.code", not(hasItem("POSSIBLE_DUPLICATE")));
    }

    @Test
    void R218_a_tear_line_copy_says_these_things_and_no_other() {
        Map<String, Object> draft = draft("DE");
        draft.put("nationalRef", "NO/TORN");
        draft.put(
                "supersedes",
                Api.as("no.officer")
                        .get(DENIALS + "/" + notifiedBy("no", draft("DE")))
                        .path("ref"));
        String id = notifiedBy("no", draft);
        var copy = Api.as("de.officer").get(DENIALS + "/{id}/tearline", id).then();
        assertEquals(
                Set.of(
                        "ref",
                        "originatorState",
                        "status",
                        "notifiedDate",
                        "kind",
                        "basis",
                        "destinationState",
                        "items",
                        "grounds",
                        "tlp",
                        "caveats",
                        "withoutPrejudice",
                        "notice"),
                copy.extract().<Map<String, Object>>path("$").keySet());
        for (String kept :
                List.of("NO/TORN", "TORN00", "WA-77", "Border management", "Windmill", "unlawful", "mailbox")) {
            copy.body(not(containsString(kept)));
        }
    }
}
