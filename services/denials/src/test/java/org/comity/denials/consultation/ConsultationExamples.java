package org.comity.denials.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Setup;

/** Consultations in JSON and the steps with them, through the API. All companies are invented. */
final class ConsultationExamples {

    static final String CONSULTATIONS = "/denials/v1/consultations";
    static final String DENIALS = "/denials/v1/denials";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConsultationExamples() {}

    static Map<String, Object> map(Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    static List<Object> list(Object... values) {
        return new ArrayList<>(List.of(values));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The reference of a denial of this state, notified to these. */
    static String denial(String state, String... released) {
        return denial(state, "LISTED", released).path("ref");
    }

    /** A denial of this state on this basis, notified to these. */
    static Response denial(String state, String basis, String[] released) {
        Map<String, Object> draft = map(
                "kind",
                "REFUSAL",
                "decisionDate",
                "2026-03-31",
                "basis",
                basis,
                "destinationState",
                "KZ",
                "items",
                list(map(
                        "controlCode", "5A001.f.2",
                        "controlList", "EU_ANNEX_I",
                        "description", "Portable IMSI catcher")),
                "parties",
                list(map("role", "END_USER", "name", "Korund Svyaz OOO", "country", "KZ")),
                "reasons",
                list(map("criterion", "COC_HR")),
                "releasability",
                released.length == 0
                        ? map("mode", "ORIGINATOR_ONLY")
                        : map("mode", "LIST", "states", List.of(released)));
        String officer = state + ".officer";
        Setup.Known drafted = Setup.made(officer, DENIALS, json(draft));
        String id = drafted.text("id");
        Setup.step(officer, DENIALS + "/" + id, "submit", "{}", drafted);
        return step(state + ".approver", DENIALS + "/" + id, "approve", Map.of())
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    /** A draft that can be submitted. */
    static Map<String, Object> draft(Object... consulted) {
        Map<String, Object> draft = new LinkedHashMap<>();
        draft.put("type", "NO_UNDERCUT");
        draft.put(
                "candidateTransaction",
                map(
                        "items",
                        list(map("controlCode", "5A001.f.2", "description", "IMSI catcher", "quantity", 3)),
                        "destination",
                        "KZ",
                        "parties",
                        list(map("role", "END_USER", "name", "Korund Svyaz OOO", "country", "KZ")),
                        "statedEndUse",
                        "Border management"));
        draft.put("question", "Is this essentially identical to what you denied?");
        draft.put("consultedStates", list(consulted));
        draft.put("internalRef", "NL/C/77");
        draft.put("nationalAnnex", map("exporter", "Windmill Optics B.V.", "value", 125000, "currency", "EUR"));
        return draft;
    }

    /** A draft whose end-user is this natural person. */
    static Map<String, Object> draftAbout(String person, Object... consulted) {
        Map<String, Object> draft = draft(consulted);
        draft.put(
                "candidateTransaction",
                map(
                        "items",
                        list(map("controlCode", "5A001.f.2", "description", "IMSI catcher")),
                        "destination",
                        "KZ",
                        "parties",
                        list(
                                map("role", "END_USER", "name", person, "country", "KZ", "isNaturalPerson", true),
                                map("role", "CONSIGNEE", "name", "Korund Svyaz OOO", "country", "KZ"))));
        return draft;
    }

    /** A state to consult, and what is cited to it. */
    static Map<String, Object> consulted(String state, String... denialRefs) {
        return map("state", state, "denialRefs", List.of(denialRefs));
    }

    static Response post(String person, String path, Object body) {
        return Api.as(person).contentType(ContentType.JSON).body(json(body)).post(path);
    }

    /** Takes a step as this person, with the tag that this person now sees. */
    static Response step(String person, String path, String verb, Object body) {
        return Api.as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", tag(person, path))
                .body(json(body))
                .post(path + "/" + verb);
    }

    /** A step with a consultation. */
    static Response take(String person, String id, String verb, Object body) {
        return step(person, CONSULTATIONS + "/" + id, verb, body);
    }

    /** A step in the thread of a state. */
    static Response in(String state, String person, String id, String verb, Object body) {
        return take(person, id, "threads/" + state + "/" + verb, body);
    }

    static String tag(String person, String path) {
        return Setup.tag(person, path);
    }

    static Response read(String person, String id) {
        return Api.as(person).get(CONSULTATIONS + "/" + id);
    }

    static String drafted(Map<String, Object> draft) {
        return Setup.made("nl.officer", CONSULTATIONS, json(draft)).text("id");
    }

    /** The id of the clock of a consultation's notice, the subject of its reminders. */
    static String noticeClock(String id) {
        try (Connection connection = ComityServers.servers()
                        .superuser(ComityServers.servers().database());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id::text from consultation_notice_clock where consultation_id = '" + id + "'")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A consultation of the Netherlands, requested as drafted. */
    static String requested(Map<String, Object> draft) {
        Setup.Known drafted = Setup.made("nl.officer", CONSULTATIONS, json(draft));
        String consultation = CONSULTATIONS + "/" + drafted.text("id");
        Setup.Known submitted = Setup.step("nl.officer", consultation, "submit", "{}", drafted);
        assertEquals("NATIONAL_APPROVAL", submitted.text("status"));
        Setup.step("nl.approver", consultation, "approve", "{}", submitted);
        return drafted.text("id");
    }
}
