package org.comity.denials.consultation;

import static org.comity.denials.consultation.ConsultationExamples.CONSULTATIONS;
import static org.comity.denials.consultation.ConsultationExamples.consulted;
import static org.comity.denials.consultation.ConsultationExamples.denial;
import static org.comity.denials.consultation.ConsultationExamples.draft;
import static org.comity.denials.consultation.ConsultationExamples.draftAbout;
import static org.comity.denials.consultation.ConsultationExamples.drafted;
import static org.comity.denials.consultation.ConsultationExamples.map;
import static org.comity.denials.consultation.ConsultationExamples.post;
import static org.comity.denials.consultation.ConsultationExamples.read;
import static org.comity.denials.consultation.ConsultationExamples.requested;
import static org.comity.denials.consultation.ConsultationExamples.take;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts of consultations that are thrown away. */
@QuarkusTest
class ConsultationDiscardTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static long count(String from) {
        return ComityServers.servers().count("select count(*) from " + from);
    }

    @Test
    void R235_of_a_draft_that_is_thrown_away_nothing_is_left_but_its_reference_and_who_did_it() {
        String id = drafted(draftAbout("Invented Person", consulted("EE", denial("ee", "NL"))));
        String ref = read("nl.officer", id).path("ref");
        post("nl.officer", CONSULTATIONS + "/" + id + "/notes", map("text", "Ours"))
                .then()
                .statusCode(201);
        assertEquals(1, count("natural_person where record_id = '" + id + "'"));
        take("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        take("nl.officer", id, "discard", Map.of())
                .then()
                .statusCode(409)
                .body("type", containsString("already-submitted"));
        take("nl.approver", id, "return", map("reason", "No need")).then().statusCode(200);
        long told = count("outbox");

        take("nl.officer", id, "discard", Map.of()).then().statusCode(204).body(equalTo(""));

        read("nl.officer", id).then().statusCode(404);
        assertEquals(0, count("consultation where id = '" + id + "'"));
        assertEquals(0, count("consultation_file where consultation_id = '" + id + "'"));
        assertEquals(0, count("consultation_note where consultation_id = '" + id + "'"));
        assertEquals(0, count("natural_person where record_id = '" + id + "'"));
        assertEquals(told, count("outbox"));
        assertEquals(1, count("discarded_reference where originator_state = 'NL' and reference = '" + ref + "'"));
        Api.as("nl.auditor")
                .get("/denials/v1/access-log?record=" + id)
                .then()
                .body(
                        "items.find { it.path.endsWith('/discard') && it.decision == 'ALLOWED' }.person.name",
                        equalTo("nl.officer"));
    }

    @Test
    void R235_what_was_requested_stays() {
        String id = requested(draft(consulted("EE", denial("ee", "NL"))));
        take("nl.officer", id, "discard", Map.of())
                .then()
                .statusCode(409)
                .body("type", containsString("already-requested"));
        take("ee.officer", id, "discard", Map.of()).then().statusCode(403);
        take("nl.poc", id, "discard", Map.of()).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ee.officer", "ee.approver", "nl.analyst", "nl.poc", "nl.admin", "secretariat.admin"})
    void R237_nobody_but_the_own_desk_throws_a_draft_away(String person) {
        String id = drafted(draft(consulted("EE", denial("ee", "NL"))));
        Api.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"x\"")
                .body("{}")
                .post(CONSULTATIONS + "/" + id + "/discard")
                .then()
                .statusCode(404);
        read("nl.officer", id).then().statusCode(200);
    }
}
