package org.comity.denials.consultation;

import java.util.Map;

/** Consultations of the Netherlands for the tests of what stands on them, through the API. */
public final class RequestedConsultations {

    private RequestedConsultations() {}

    /** The id of a draft that asks Estonia about this natural person. */
    public static String drafted(String person) {
        return ConsultationExamples.drafted(ConsultationExamples.draftAbout(
                person, ConsultationExamples.consulted("EE", ConsultationExamples.denial("ee", "NL"))));
    }

    /** The same, requested. */
    public static String requested(String person) {
        String id = drafted(person);
        take("nl.officer", id, "submit", Map.of());
        take("nl.approver", id, "approve", Map.of());
        return id;
    }

    /** A step with it, as this person. */
    public static void take(String person, String id, String verb, Map<String, Object> body) {
        ConsultationExamples.take(person, id, verb, body).then().statusCode(200);
    }
}
