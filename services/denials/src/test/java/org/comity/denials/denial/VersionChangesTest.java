package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.json;
import static org.comity.denials.denial.DenialExamples.list;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.notifiedBy;
import static org.comity.denials.denial.DenialExamples.step;
import static org.comity.denials.denial.DenialExamples.tag;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The difference of versions, over HTTP. */
@QuarkusTest
class VersionChangesTest {

    private static final String CHANGES = DENIALS + "/{id}/versions/{version}/changes";

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static String amended() {
        Map<String, Object> draft = draft("DE");
        String id = notifiedBy("nl", draft);
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        draft.put("destinationState", "UZ");
        draft.put("transitStates", list("TR", "AE"));
        Api.as("nl.officer")
                .contentType("application/json")
                .header("If-Match", tag("nl.officer", id))
                .body(json(draft))
                .put(DENIALS + "/{id}", id)
                .then()
                .statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        step("nl.officer", id, "renew", map("renewalGrounds", "Still so."))
                .then()
                .statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        return id;
    }

    @Test
    void R85_each_version_says_what_is_new_in_it() {
        String id = amended();
        Api.as("nl.officer")
                .get(CHANGES, id, 2)
                .then()
                .statusCode(200)
                .body("items.size()", is(2))
                .body("items.find { it.pointer == '/destinationState' }.before", is("KZ"))
                .body("items.find { it.pointer == '/destinationState' }.after", is("UZ"))
                .body("items.find { it.pointer == '/transitStates/1' }.kind", is("ADDED"));
        Api.as("nl.officer")
                .get(CHANGES, id, 3)
                .then()
                .statusCode(200)
                .body("items.pointer", is(java.util.List.of("/renewalGrounds")));
        Api.as("nl.officer")
                .queryParam("since", 1)
                .get(CHANGES, id, 3)
                .then()
                .statusCode(200)
                .body("items.size()", is(3));
        Api.as("nl.officer")
                .get(CHANGES, id, 1)
                .then()
                .statusCode(200)
                .body("items.pointer", hasItems("/kind", "/items/0", "/parties/1"));
    }

    @Test
    void R85_the_difference_is_the_originators_alone() {
        String id = amended();
        Api.as("nl.approver").get(CHANGES, id, 2).then().statusCode(200);
        Api.as("de.officer").get(CHANGES, id, 2).then().statusCode(403);
        Api.as("nl.poc").get(CHANGES, id, 2).then().statusCode(403);
        Api.as("jp.officer").get(CHANGES, id, 2).then().statusCode(404);
    }

    @Test
    void what_is_no_version_is_refused() {
        String id = amended();
        Api.as("nl.officer").get(CHANGES, id, 9).then().statusCode(404);
        Api.wrongly("nl.officer").get(CHANGES, id, 0).then().statusCode(404);
        Api.wrongly("nl.officer").get(CHANGES, id, "x").then().statusCode(404);
        for (String since : java.util.List.of("2", "3", "-1", "x")) {
            Api.wrongly("nl.officer")
                    .queryParam("since", since)
                    .get(CHANGES, id, 2)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", is("since"));
        }
    }
}
