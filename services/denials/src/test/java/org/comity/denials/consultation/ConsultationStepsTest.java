package org.comity.denials.consultation;

import static org.comity.denials.consultation.ConsultationExamples.consulted;
import static org.comity.denials.consultation.ConsultationExamples.denial;
import static org.comity.denials.consultation.ConsultationExamples.draft;
import static org.comity.denials.consultation.ConsultationExamples.drafted;
import static org.comity.denials.consultation.ConsultationExamples.in;
import static org.comity.denials.consultation.ConsultationExamples.map;
import static org.comity.denials.consultation.ConsultationExamples.read;
import static org.comity.denials.consultation.ConsultationExamples.requested;
import static org.comity.denials.consultation.ConsultationExamples.take;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.comity.kernel.test.RegisteredStates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a consultation and its threads say that their reader may do next. */
@QuarkusTest
class ConsultationStepsTest {

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static List<String> steps(String person, String id) {
        return read(person, id).then().statusCode(200).extract().path("steps");
    }

    private static List<String> inThread(String person, String id) {
        return read(person, id).then().statusCode(200).extract().path("threads[0].steps");
    }

    @Test
    void R315_a_consultation_lists_the_steps_of_its_requesting_desk() {
        String id = drafted(draft(consulted("DE", denial("de", "NL"))));
        assertEquals(List.of("edit", "submit", "discard"), steps("nl.officer", id));
        take("nl.officer", id, "submit", Map.of()).then().statusCode(200);
        assertEquals(List.of("edit"), steps("nl.officer", id));
        take("nl.officer", id, "approve", Map.of()).then().statusCode(403);
        assertEquals(List.of("edit", "approve", "return"), steps("nl.approver", id));
        take("nl.approver", id, "approve", Map.of()).then().statusCode(200);
        assertEquals(List.of("decide", "withdraw"), steps("nl.officer", id));
        assertEquals(List.of(), steps("nl.poc", id));
        assertEquals(List.of(), steps("de.approver", id));
        take("de.approver", id, "withdraw", Map.of()).then().statusCode(403);
        take("nl.officer", id, "decide", map("outcome", "GRANTED", "explanation", "another item"))
                .then()
                .statusCode(200);
        // the notice is outstanding, since a denial in force stands against the grant
        assertEquals(List.of(), steps("nl.officer", id));
        assertEquals(List.of("undercut-notice"), steps("nl.approver", id));
        take("nl.approver", id, "undercut-notice", map("reasons", "another item"))
                .then()
                .statusCode(200);
        assertEquals(List.of("close"), steps("nl.officer", id));
    }

    @Test
    void R315_a_thread_lists_the_steps_of_each_party() {
        String id = requested(draft(consulted("DE", denial("de", "NL"))));
        assertEquals(List.of("acknowledge", "reply", "ask", "propose"), inThread("de.officer", id));
        assertEquals(List.of("propose"), inThread("nl.officer", id));
        assertEquals(List.of(), inThread("de.poc", id));
        in("DE", "de.officer", id, "ask", map("text", "Which bands?")).then().statusCode(200);
        assertEquals(List.of("answer", "propose"), inThread("nl.officer", id));
        in("DE", "nl.officer", id, "extend", map("move", "PROPOSE", "workingDays", 5))
                .then()
                .statusCode(200);
        assertEquals(List.of("answer", "propose"), inThread("nl.officer", id));
        assertEquals(List.of("reply", "ask", "propose", "agree", "decline"), inThread("de.officer", id));
        in("DE", "de.officer", id, "reply", map("answer", "NOT_IDENTICAL"))
                .then()
                .statusCode(200);
        assertEquals(List.of(), inThread("de.officer", id));
        assertEquals(List.of(), inThread("nl.officer", id));
        in("DE", "nl.officer", id, "answer", map("text", "2G")).then().statusCode(409);
    }
}
