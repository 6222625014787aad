package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.drafted;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.notified;
import static org.comity.denials.denial.DenialExamples.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.RegisteredStates;
import org.comity.sharing.foureyes.LifeStep;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a denial says that its reader may do next is what the service lets that reader do. */
@QuarkusTest
class StepsTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static List<String> steps(String person, String id) {
        return Api.as(person)
                .get(DENIALS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("steps");
    }

    /** Every step that is not listed is refused, before anything that is said with it is looked at. */
    private static void assertTheRestIsRefused(String person, String id) {
        List<String> listed = steps(person, id);
        for (DenialStep step : DenialStep.values()) {
            if (step != DenialStep.EDIT && !listed.contains(step.verb())) {
                int status = step(person, id, step.verb(), said(step)).statusCode();
                assertTrue(Set.of(403, 409).contains(status), person + " " + step + " " + status);
            }
        }
    }

    private static Map<String, Object> said(DenialStep step) {
        return switch (step) {
            case RETURN, REVOKE -> map("reason", "a reason");
            case RELEASE -> map("releasability", map("mode", "ORIGINATOR_ONLY"));
            case EDIT, SUBMIT, APPROVE, AMEND, RENEW, DISCARD -> Map.of();
        };
    }

    @Test
    void R315_a_draft_is_edited_submitted_or_thrown_away() {
        String id = drafted("nl.officer", draft("DE")).path("id");
        assertEquals(List.of("edit", "submit", "discard"), steps("nl.officer", id));
        assertEquals(List.of("edit", "submit", "discard"), steps("nl.approver", id));
        assertTheRestIsRefused("nl.approver", id);
    }

    @Test
    void R64_the_tag_of_one_version_is_the_same_for_colleagues_who_may_take_other_steps() {
        String id = drafted("nl.officer", draft("DE")).path("id");
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        assertNotEquals(steps("nl.officer", id), steps("nl.approver", id));
        assertEquals(
                Api.as("nl.officer").get(DENIALS + "/" + id).header("ETag"),
                Api.as("nl.approver").get(DENIALS + "/" + id).header("ETag"));
    }

    @Test
    void R315_what_waits_is_approved_or_returned_by_another_approver() {
        String id = drafted("nl.officer", draft("DE")).path("id");
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        assertEquals(List.of("edit"), steps("nl.officer", id));
        assertTheRestIsRefused("nl.officer", id);
        assertEquals(List.of("edit", "approve", "return"), steps("nl.approver", id));
        step("nl.approver", id, "return", map("reason", "a reason")).then().statusCode(200);
        step("nl.approver", id, "submit", Map.of()).then().statusCode(200);
        assertEquals(List.of("edit", "return"), steps("nl.approver", id));
        assertTheRestIsRefused("nl.approver", id);
    }

    @Test
    void R315_what_is_in_force_is_released_anew_amended_renewed_or_revoked_by_its_own_desk_alone() {
        String id = notified("DE");
        assertEquals(List.of("release", "amend", "renew", "revoke"), steps("nl.officer", id));
        assertTheRestIsRefused("nl.officer", id);
        for (String reader : List.of("de.officer", "de.approver", "de.analyst", "nl.analyst", "nl.poc")) {
            assertEquals(List.of(), steps(reader, id), reader);
        }
        assertTheRestIsRefused("de.approver", id);
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        assertEquals(List.of("edit", "submit", "release", "discard"), steps("nl.officer", id));
        assertTheRestIsRefused("nl.officer", id);
    }

    @Test
    void R315_a_renewal_that_waits_may_give_way_to_a_revocation_and_what_is_over_is_released_alone() {
        String id = notified("DE");
        step("nl.officer", id, "renew", Map.of()).then().statusCode(200);
        assertEquals(List.of("release", "amend", "renew", "revoke"), steps("nl.officer", id));
        assertEquals(List.of("approve", "return", "release", "amend", "renew", "revoke"), steps("nl.approver", id));
        step("nl.officer", id, "revoke", map("reason", "a reason")).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        assertEquals(List.of("release"), steps("nl.approver", id));
        assertTheRestIsRefused("nl.approver", id);
    }

    @Test
    void R315_the_steps_are_called_as_their_addresses_are() {
        assertEquals(
                List.of("edit", "submit", "approve", "return", "release", "amend", "renew", "revoke", "discard"),
                Arrays.stream(DenialStep.values()).map(LifeStep::verb).toList());
    }
}
