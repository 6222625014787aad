package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.DENIALS;
import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.drafted;
import static org.comity.denials.denial.DenialExamples.list;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.notified;
import static org.comity.denials.denial.DenialExamples.notifiedBy;
import static org.comity.denials.denial.DenialExamples.step;
import static org.comity.denials.denial.DenialExamples.tag;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.EventContract;
import org.comity.kernel.test.Events;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestClock;
import org.comity.kernel.test.Tokens;
import org.comity.kernel.timer.TimersOfService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Renewals and revocations: proposed, approved by another person, and who is told. */
@QuarkusTest
class ProposalTest {

    private final TimersOfService timers;
    private final TestClock clock;

    ProposalTest(TimersOfService timers, TestClock clock) {
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

    private static ValidatableResponse read(String person, String id) {
        return Api.as(person).get(DENIALS + "/{id}", id).then().statusCode(200);
    }

    private static void renew(String id, Map<String, Object> body) {
        step("nl.officer", id, "renew", body).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
    }

    private static List<String> events(String id, int count) {
        return Events.await(ComityServers.servers(), "denials.denial.v1", count, message -> id.equals(message.key()))
                .stream()
                .map(message -> {
                    assertEquals(List.of(), EventContract.faults(message.value()));
                    return EventContract.type(message.value()).replaceAll("^org.comity.denials.denial.|.v1$", "");
                })
                .toList();
    }

    @Test
    void R79_a_renewal_takes_effect_when_another_person_approves_and_counts_from_the_old_day() {
        String id = notified("DE");
        String before = read("de.officer", id).extract().asString();
        step("nl.officer", id, "renew", map("renewalGrounds", "The end-user is the same."))
                .then()
                .statusCode(200)
                .body("status", is("NOTIFIED"))
                .body("proposal.kind", is("RENEWAL"))
                .body("proposal.status", is("NATIONAL_APPROVAL"))
                .body("submittedBy.name", notNullValue());
        assertEquals(before, read("de.officer", id).extract().asString(), "a proposal is nobody else's");
        step("nl.officer", id, "approve", Map.of()).then().statusCode(403);
        step("nl.approver", id, "approve", map("tlp", "GREEN"))
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/tlp"));
        step("nl.approver", id, "approve", Map.of())
                .then()
                .statusCode(200)
                .body("status", is("RENEWED"))
                .body("version", is(2))
                .body("renewalCount", is(1))
                .body("reviewDue", is("2032-03-31"))
                .body("proposal", nullValue());
        read("de.officer", id)
                .body("status", is("RENEWED"))
                .body("reviewDue", is("2032-03-31"))
                .body("renewalGrounds", is("The end-user is the same."));
        read("de.analyst", id).body("status", is("RENEWED")).body("renewalGrounds", nullValue());
        assertEquals(List.of("notified", "renewed"), events(id, 2));
        Api.as("nl.officer")
                .get(DENIALS + "/{id}/versions", id)
                .then()
                .body("items.size()", is(2))
                .body("items[1].content.renewalGrounds", is("The end-user is the same."));
    }

    @Test
    void R79_an_overdue_denial_is_renewed_from_its_old_day_too_and_time_goes_on_from_there() {
        Map<String, Object> draft = draft("DE");
        draft.put("validityPolicy", "REVIEW_REQUIRED");
        String id = notifiedBy("nl", draft);
        clock.set(Instant.parse("2029-12-01T00:00:00Z"));
        timers.runAll();
        read("nl.officer", id).body("status", is("REVIEW_OVERDUE"));
        renew(id, Map.of());
        read("de.officer", id).body("status", is("RENEWED")).body("reviewDue", is("2032-03-31"));
        clock.set(Instant.parse("2032-01-30T23:59:59Z"));
        timers.runAll();
        read("de.officer", id).body("status", is("RENEWED"));
        clock.set(Instant.parse("2032-01-31T00:00:00Z"));
        timers.runAll();
        read("de.officer", id).body("status", is("REVIEW_DUE"));
        step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200).body("reviewDue", is("2032-03-31"));
    }

    @Test
    void R79_the_third_renewal_needs_grounds_and_the_second_does_not() {
        String id = notified("DE");
        renew(id, Map.of());
        read("nl.officer", id).body("renewalNeedsGrounds", nullValue());
        renew(id, Map.of());
        read("nl.officer", id).body("renewalNeedsGrounds", is(true));
        read("de.officer", id).body("renewalNeedsGrounds", nullValue());
        step("nl.officer", id, "renew", Map.of())
                .then()
                .statusCode(422)
                .body("type", endsWith("missing-values"))
                .body("errors.pointer", hasItem("/renewalGrounds"));
        read("nl.officer", id).body("proposal", nullValue());
        renew(id, map("renewalGrounds", "Three times the same risk."));
        read("de.officer", id).body("renewalCount", is(3)).body("version", is(4));
    }

    @Test
    void R261_an_amendment_words_the_grounds_of_a_third_renewal_anew_and_does_not_erase_them() {
        String id = notified("DE");
        renew(id, Map.of());
        renew(id, map("renewalGrounds", "Twice the same risk."));
        amended(id, null).then().statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        read("de.officer", id).body("renewalCount", is(2)).body("renewalGrounds", nullValue());

        renew(id, map("renewalGrounds", "Three times the same risk."));
        amended(id, null).then().statusCode(422).body("errors.pointer", is(List.of("/renewalGrounds")));
        amended(id, "Three times the same end-user.").then().statusCode(200);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        read("de.officer", id).body("renewalGrounds", is("Three times the same end-user."));
    }

    /** Opens an amendment, where none is open, and edits it. */
    private static Response amended(String id, String grounds) {
        if (read("nl.officer", id).extract().path("amendment") == null) {
            step("nl.officer", id, "amend", Map.of()).then().statusCode(200);
        }
        Map<String, Object> content =
                read("nl.officer", id).extract().jsonPath().getMap("amendment.content");
        if (grounds == null) {
            content.remove("renewalGrounds");
        } else {
            content.put("renewalGrounds", grounds);
        }
        return Api.wrongly("nl.officer")
                .contentType("application/json")
                .header("If-Match", tag("nl.officer", id))
                .body(content)
                .put(DENIALS + "/{id}", id);
    }

    @Test
    void R84_a_revocation_ends_a_denial_and_its_reason_goes_with_the_narrative() {
        String id = notified("DE");
        Api.wrongly("nl.officer")
                .contentType("application/json")
                .header("If-Match", tag("nl.officer", id))
                .body("{}")
                .post(DENIALS + "/{id}/revoke", id)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/reason"));
        step("nl.officer", id, "revoke", map("reason", "A court annulled the decision."))
                .then()
                .statusCode(200)
                .body("status", is("NOTIFIED"))
                .body("proposal.reason", is("A court annulled the decision."));
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200).body("status", is("REVOKED"));
        read("de.officer", id)
                .body("status", is("REVOKED"))
                .body("revocationReason", is("A court annulled the decision."))
                .body("parties.size()", is(2));
        read("de.analyst", id).body("status", is("REVOKED")).body("revocationReason", nullValue());
        Api.as("jp.officer").get(DENIALS + "/{id}", id).then().statusCode(404);
        assertEquals(List.of("notified", "revoked"), events(id, 2));
        for (String verb : List.of("renew", "amend")) {
            step("nl.officer", id, verb, Map.of()).then().statusCode(409).body("type", endsWith("not-in-force"));
        }
        clock.set(Instant.parse("2030-01-01T00:00:00Z"));
        timers.runAll();
        read("nl.officer", id).body("status", is("REVOKED"));
    }

    @Test
    void R12_R13_a_proposal_goes_back_is_voided_by_a_release_and_can_be_submitted_again() {
        String id = notified("DE", "NO");
        step("nl.officer", id, "renew", map("renewalGrounds", "First.")).then().statusCode(200);
        step("nl.approver", id, "return", map("reason", "Say more."))
                .then()
                .statusCode(200)
                .body("proposal.status", is("DRAFT"))
                .body("returnedBecause", is("Say more."));
        step("nl.approver", id, "approve", Map.of()).then().statusCode(409).body("type", endsWith("not-submitted"));
        step("nl.officer", id, "renew", map("renewalGrounds", "Second.")).then().statusCode(200);
        step("nl.officer", id, "release", map("releasability", map("mode", "LIST", "states", list("DE"))))
                .then()
                .statusCode(200)
                .body("proposal.status", is("DRAFT"));
        step("nl.approver", id, "approve", Map.of()).then().statusCode(409);
        step("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200).body("status", is("RENEWED"));
        read("de.officer", id).body("renewalGrounds", is("Second."));
    }

    @Test
    void R11_whoever_proposed_last_does_not_approve_also_as_an_approver() {
        String id = notified("DE");
        step("nl.approver", id, "revoke", map("reason", "No longer needed."))
                .then()
                .statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(403).body("type", endsWith("same-person"));
        step("nl.officer", id, "revoke", map("reason", "No longer needed."))
                .then()
                .statusCode(200);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
    }

    @Test
    void R11_a_system_proposes_and_never_approves() {
        String id = notified("DE");
        String token = Tokens.ofSystem("nl-system");
        Api.withToken(token)
                .contentType("application/json")
                .header(
                        "If-Match",
                        Api.withToken(token).get(DENIALS + "/{id}", id).header("ETag"))
                .body("{}")
                .post(DENIALS + "/{id}/renew", id)
                .then()
                .statusCode(200);
        Api.withToken(token)
                .contentType("application/json")
                .header(
                        "If-Match",
                        Api.withToken(token).get(DENIALS + "/{id}", id).header("ETag"))
                .body("{}")
                .post(DENIALS + "/{id}/approve", id)
                .then()
                .statusCode(403);
        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
    }

    @Test
    void R195_what_waits_for_an_approver_is_listed_for_its_own_desk_alone() {
        String id = notified("DE");
        String drafted = drafted("nl.officer", draft("DE")).path("id");
        step("nl.officer", drafted, "submit", Map.of()).then().statusCode(200);
        assertEquals(true, waiting("nl.approver").contains(drafted));
        assertEquals(false, waiting("nl.approver").contains(id));

        step("nl.officer", id, "renew", Map.of()).then().statusCode(200);
        assertEquals(true, waiting("nl.officer").contains(id));
        for (String other : List.of("de.officer", "nl.poc", "nl.analyst")) {
            assertEquals(List.of(), waiting(other).stream().filter(id::equals).toList(), other);
        }

        step("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        assertEquals(false, waiting("nl.approver").contains(id));
        Api.as("nl.officer").get(DENIALS + "?waiting=perhaps").then().statusCode(400);
    }

    private static List<String> waiting(String person) {
        return Api.as(person)
                .get(DENIALS + "?waiting=true&limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    @Test
    void R42_who_reads_a_denial_proposes_nothing_and_who_does_not_finds_nothing() {
        String id = notified("DE");
        for (String verb : List.of("renew", "revoke")) {
            step("de.officer", id, verb, verb.equals("renew") ? Map.of() : map("reason", "x"))
                    .then()
                    .statusCode(403);
            Api.as("jp.officer")
                    .contentType("application/json")
                    .header("If-Match", tag("nl.officer", id))
                    .body(verb.equals("renew") ? "{}" : "{\"reason\":\"x\"}")
                    .post(DENIALS + "/{id}/{verb}", id, verb)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void what_is_proposed_is_on_the_originators_list_alone() {
        String id = notified("DE");
        step("nl.officer", id, "renew", Map.of()).then().statusCode(200);
        String found = "items.find { it.id == '" + id + "' }.proposal.kind";
        Api.as("nl.approver").get(DENIALS).then().body(found, is("RENEWAL"));
        Api.as("de.officer").get(DENIALS).then().body("items.find { it.id == '" + id + "' }.proposal", nullValue());
    }
}
