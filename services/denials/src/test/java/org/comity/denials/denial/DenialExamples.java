package org.comity.denials.denial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.Setup;

/** Denials in JSON and the steps with them, through the API. All companies are invented. */
public final class DenialExamples {

    private static final com.fasterxml.jackson.databind.ObjectMapper JSON =
            new com.fasterxml.jackson.databind.ObjectMapper();
    static final String DENIALS = "/denials/v1/denials";

    private DenialExamples() {}

    /** A draft that can be submitted, released to these states. */
    public static Map<String, Object> draft(String... states) {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("kind", "REFUSAL");
        draft.put("decisionDate", "2026-03-31");
        draft.put("basis", "LISTED");
        draft.put(
                "items",
                list(map(
                        "controlCode", "5A001.f.2",
                        "controlList", "EU_ANNEX_I",
                        "sensitivity", "BASIC",
                        "description", "Portable IMSI catcher",
                        "keyParameters", list(map("name", "bands", "value", "2G-4G")),
                        "quantity", 2,
                        "unit", "piece",
                        "productType", "INTERCEPTION")));
        draft.put("destinationState", "KZ");
        draft.put("transitStates", list("TR"));
        draft.put(
                "parties",
                list(
                        map(
                                "role", "END_USER",
                                "name", "Korund Svyaz OOO",
                                "aliases", list("Korund Telecom"),
                                "nativeScriptName", "Корунд Связь ООО",
                                "address", "ul. Sadovaya 12",
                                "country", "KZ",
                                "identifiers", list(map("type", "tax", "value", "000-000")),
                                "entityType", "TELECOM",
                                "isNaturalPerson", false),
                        map("role", "INTERMEDIATE", "name", "Almera Telesystems LLC", "country", "AE")));
        draft.put("statedEndUse", "Border management");
        draft.put("assessedEndUse", "Surveillance of opposition members");
        draft.put(
                "reasons",
                list(map(
                        "criterion", "COC_HR",
                        "misuseTypes", list("TARGET_POLITICAL_OPPONENTS"),
                        "rightsEngaged", list("PRIVACY", "EXPRESSION"),
                        "tearline", "Risk of internal repression",
                        "narrative", "The end-user has a record of unlawful interception.")));
        draft.put("externalRefs", list(map("system", "WA", "ref", "WA-77")));
        draft.put("permittedUse", list("LICENSING", "POLICY"));
        draft.put("tlp", "AMBER");
        draft.put("caveats", list("Not for onward release"));
        draft.put("contact", "Licensing office, mailbox 12");
        draft.put("nationalRef", "NL/2026/" + Integer.toHexString(System.identityHashCode(draft)) + System.nanoTime());
        draft.put("nationalAnnex", map("exporter", "Windmill Optics B.V.", "value", 125000, "currency", "EUR"));
        draft.put(
                "releasability",
                states.length == 0 ? map("mode", "ORIGINATOR_ONLY") : map("mode", "LIST", "states", List.of(states)));
        return draft;
    }

    public static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    public static List<Object> list(Object... values) {
        return new ArrayList<>(List.of(values));
    }

    /** Drafts as this person. */
    public static Response drafted(String person, Map<String, Object> draft) {
        return Api.as(person)
                .contentType(ContentType.JSON)
                .body(json(draft))
                .post(DENIALS)
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    /** Takes a step as this person, with the tag that this person now sees. */
    public static Response step(String person, String id, String verb, Map<String, Object> body) {
        return Api.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", tag(person, id))
                .body(json(body))
                .post(DENIALS + "/{id}/{verb}", id, verb);
    }

    /** The reference of a denial, as this person reads it. */
    static String ref(String person, String id) {
        return Api.as(person).get(DENIALS + "/{id}", id).path("ref");
    }

    /** The tag that this person sees. */
    public static String tag(String person, String id) {
        return Setup.tag(person, DENIALS + "/" + id);
    }

    /** A denial of the Netherlands, notified to these states. */
    public static String notified(String... states) {
        return notifiedBy("nl", draft(states));
    }

    /** A denial of this state, notified as drafted. */
    public static String notifiedBy(String state, Map<String, Object> draft) {
        String officer = state + ".officer";
        Setup.Known made = Setup.made(officer, DENIALS, json(draft));
        String id = made.text("id");
        String denial = DENIALS + "/" + id;
        // with the tag of the answer, which is that of what is read later
        Setup.Known submitted = Setup.step(officer, denial, "submit", "{}", made);
        assertEquals("NATIONAL_APPROVAL", submitted.text("status"));
        Setup.Known approved = Setup.step(state + ".approver", denial, "approve", "{}", submitted);
        assertEquals("NOTIFIED", approved.text("status"));
        return id;
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
