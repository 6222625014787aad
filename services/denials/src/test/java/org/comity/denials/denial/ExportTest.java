package org.comity.denials.denial;

import static org.comity.denials.denial.DenialExamples.draft;
import static org.comity.denials.denial.DenialExamples.drafted;
import static org.comity.denials.denial.DenialExamples.list;
import static org.comity.denials.denial.DenialExamples.map;
import static org.comity.denials.denial.DenialExamples.notifiedBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.RegisteredStates;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The list as a file. All companies and persons are invented. */
@QuarkusTest
class ExportTest {

    private final ReadableDenials denials;
    private final CurrentCaller current;

    ExportTest(ReadableDenials denials, CurrentCaller current) {
        this.denials = denials;
        this.current = current;
    }

    private static final String EXPORTS = "/denials/v1/exports";

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    private static String export(String person, String query) {
        return Api.as(person)
                .get(EXPORTS + query)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("denials."))
                .extract()
                .asString();
    }

    @Test
    void R192_as_many_as_allowed_are_a_file_and_one_more_is_none() {
        for (int i = 0; i < 3; i++) {
            notifiedBy("dk", draft("MK"));
        }
        assertEquals(Optional.of(3), ofDenmark(3));
        assertEquals(Optional.empty(), ofDenmark(2));
    }

    private Optional<Integer> ofDenmark(int most) {
        var requests = Arc.container().requestContext();
        requests.activate();
        try {
            current.set(new Caller(
                    new Person("an id", "mk.officer"),
                    Optional.of(new StateCode("MK")),
                    Set.of(Role.LICENSING_OFFICER),
                    Optional.empty(),
                    "test"));
            List<DenialView> taken = new ArrayList<>();
            return denials.each(new MultivaluedHashMap<>(Map.of("originator", "DK")), most, taken::add)
                    ? Optional.of(taken.size())
                    : Optional.empty();
        } finally {
            requests.terminate();
        }
    }

    @Test
    void R192_a_reader_gets_what_it_may_read_and_nothing_else() {
        Map<String, Object> shared = draft("SK");
        shared.put("statedEndUse", "for Slovakia to read");
        shared.put("contact", "Licensing office of Bulgaria");
        notifiedBy("bg", shared);
        Map<String, Object> kept = draft();
        kept.put("statedEndUse", "for Bulgaria alone");
        drafted("bg.officer", kept);

        for (String format : new String[] {"csv", "json"}) {
            String own = export("bg.officer", "?originator=BG&format=" + format);
            assertTrue(own.contains("for Slovakia to read") && own.contains("for Bulgaria alone"), own);
            String other = export("sk.officer", "?originator=BG&format=" + format);
            assertTrue(other.contains("for Slovakia to read"), other);
            assertTrue(other.contains("Licensing office of Bulgaria"), other);
            assertFalse(other.contains("for Bulgaria alone"), other);
            assertFalse(other.contains("Windmill Optics") || other.contains("NL/2026"), other);
            assertFalse(export("jp.officer", "?originator=BG&format=" + format).contains("Slovakia"));
            assertFalse(
                    export("sk.analyst", "?originator=BG&format=" + format).contains("Korund Svyaz"),
                    "an analyst gets no party");
        }
        assertEquals(
                0,
                Api.as("secretariat.staff")
                        .get(EXPORTS + "?format=json")
                        .jsonPath()
                        .getList("items")
                        .size());
    }

    @Test
    void R192_no_natural_person_leaves_in_a_file() {
        Map<String, Object> draft = draft("SK");
        draft.put(
                "parties",
                list(
                        map("role", "END_USER", "name", "Korund Svyaz OOO", "country", "KZ"),
                        map(
                                "role",
                                "AGENT",
                                "name",
                                "Invented Person One",
                                "address",
                                "Home 1",
                                "isNaturalPerson",
                                true),
                        map("role", "AGENT", "name", "Invented Person Two", "entityType", "INDIVIDUAL")));
        notifiedBy("ca", draft);
        for (String format : new String[] {"csv", "json"}) {
            for (String person : new String[] {"ca.officer", "sk.officer"}) {
                String file = export(person, "?originator=CA&format=" + format);
                assertTrue(file.contains("Korund Svyaz OOO") && file.contains("[natural person]"), file);
                assertFalse(file.contains("Invented Person") || file.contains("Home 1"), file);
            }
        }
    }

    @Test
    void R192_no_file_names_an_official_who_worked_on_a_denial() {
        String id = notifiedBy("mk", draft("SK"));
        String shown = Api.as("mk.officer").get("/denials/v1/denials/" + id).asString();
        assertTrue(shown.contains("mk.officer") && shown.contains("mk.approver"), "their own desk sees them");
        for (String format : new String[] {"csv", "json"}) {
            String file = export("mk.officer", "?originator=MK&format=" + format);
            assertTrue(file.contains("Korund Svyaz OOO"), file);
            assertFalse(file.contains("mk.officer") || file.contains("mk.approver"), file);
        }
        JsonPath denial = JsonPath.from(export("mk.officer", "?originator=MK&format=json"));
        for (String official : new String[] {"createdBy", "submittedBy", "approvedBy"}) {
            assertNull(denial.get("items[0]." + official), official);
        }
    }

    @Test
    void R250_a_file_without_denials_says_that_they_create_no_duty_and_is_no_file_to_import() throws Exception {
        String duty = "A denial creates no duty to deny.";
        byte[] csv = Api.as("no.officer").get(EXPORTS + "?item=9E999").asByteArray();
        String[] lines = new String(csv, StandardCharsets.UTF_8).split("\r\n");
        assertEquals(2, lines.length, "the headings, and the notice below its own");
        assertTrue(lines[0].endsWith(",\"notice\"") && lines[1].endsWith(",\"" + duty + "\""), lines[1]);
        assertEquals("", lines[1].replace(duty, "").replaceAll("[\",]", ""));
        Api.wrongly("no.officer")
                .multiPart("file", "none.csv", csv)
                .multiPart(
                        "settings",
                        "{\"kind\": \"REFUSAL\", \"decisionDate\": \"2026-03-31\", \"basis\": \"LISTED\","
                                + " \"countryMeans\": \"PARTY\", \"releasability\": {\"mode\": \"ORIGINATOR_ONLY\"}}")
                .post("/denials/v1/imports")
                .then()
                .statusCode(422)
                .body(containsString("no row below its headings"));

        assertEquals(
                duty,
                JsonPath.from(export("no.officer", "?item=9E999&format=json")).getString("notice"));
        byte[] xlsx =
                Api.as("no.officer").get(EXPORTS + "?item=9E999&format=xlsx").asByteArray();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertEquals(
                    duty,
                    workbook.findSheet("Notice")
                            .orElseThrow()
                            .read()
                            .getFirst()
                            .getCell(0)
                            .getText());
        }
    }

    @Test
    void a_file_names_its_label_and_that_it_obliges_nobody() {
        notifiedBy("us", draft("SK"));
        String file = export("sk.officer", "?originator=US");
        assertTrue(file.contains("AMBER"), file);
        assertTrue(file.contains("no duty to deny"), file);
    }

    @Test
    void R192_a_file_that_would_be_too_large_is_refused_and_as_JSON_it_is_not() {
        Map<String, Object> draft = draft();
        draft.put(
                "parties",
                IntStream.range(0, 50)
                        .mapToObj(i -> map("role", "END_USER", "name", "Invented Company " + i, "country", "KZ"))
                        .toList());
        draft.put(
                "items",
                IntStream.range(0, 50)
                        .mapToObj(i -> map("controlCode", "5A001.f.2", "description", "Item " + i))
                        .toList());
        draft.put("reasons", list(map("criterion", "COC_HR", "narrative", "x".repeat(9_000))));
        drafted("lv.officer", draft);
        Api.as("lv.officer")
                .get("/denials/v1/exports?originator=LV")
                .then()
                .statusCode(422)
                .body("type", is("urn:comity:problem:too-many-records"));
        export("lv.officer", "?originator=LV&format=json");
    }

    @Test
    void a_formula_that_was_posted_is_defused() {
        Map<String, Object> draft = draft("SK");
        draft.put("statedEndUse", "=HYPERLINK(\"x\")");
        notifiedBy("hr", draft);
        assertTrue(export("sk.officer", "?originator=HR").contains("'=HYPERLINK"));
    }

    @ParameterizedTest
    @CsvSource({"csv, text/csv", "xlsx, spreadsheetml", "json, application/json", "JSON, application/json"})
    void each_format_has_its_type(String format, String type) {
        // in either case, though the contract has the lower one
        Api.wrongly("nl.officer")
                .get(EXPORTS + "?originator=ES&format=" + format)
                .then()
                .statusCode(200)
                .contentType(containsString(type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"format=pdf", "status=OPEN", "item=x", "destination=QQ"})
    void what_cannot_be_is_named(String query) {
        Api.wrongly("nl.officer")
                .get(EXPORTS + "?" + query)
                .then()
                .statusCode(400)
                .body(containsString(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl.admin", "nl.auditor"})
    void who_reads_no_denial_exports_none(String person) {
        Api.as(person).get(EXPORTS).then().statusCode(403);
    }
}
