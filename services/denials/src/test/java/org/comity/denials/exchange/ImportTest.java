package org.comity.denials.exchange;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.denials.denial.DenialExamples;
import org.comity.kernel.test.Api;
import org.comity.kernel.test.ComityServers;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RawHttp;
import org.comity.kernel.test.RegisteredStates;
import org.comity.kernel.test.TestClock;
import org.comity.kernel.test.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files through the API: checked, applied, submitted, approved. All companies are invented. */
@QuarkusTest
class ImportTest {

    static final String IMPORTS = "/denials/v1/imports";
    private static final String SETTINGS = """
            {"kind":"REFUSAL","decisionDate":"2026-03-31","basis":"LISTED","countryMeans":"PARTY",
             "criterion":"COC_HR","releasability":{"mode":"LIST","states":["NO"]}}""";
    private static final String HEADINGS =
            "reference,regime_reg_ref,name,address,notifying_government,country,denial_cle,item_description,end_use,"
                    + "reason_for_refusal,entity_type\n";

    private final TestClock clock;

    ImportTest(TestClock clock) {
        this.clock = clock;
    }

    @BeforeEach
    void states() {
        RegisteredStates.announce();
    }

    @AfterEach
    void timeGoesOn() {
        clock.run();
    }

    static Response sent(String person, String name, byte[] file, String settings) {
        return Api.wrongly(person)
                .multiPart("file", name, file)
                .multiPart("settings", settings)
                .post(IMPORTS);
    }

    static String received(String person, byte[] file) {
        return sent(person, "denials.csv", file, SETTINGS)
                .then()
                .statusCode(201)
                .header("Location", containsString(IMPORTS + "/"))
                .extract()
                .path("id");
    }

    static byte[] rows(String... rows) {
        return (HEADINGS + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
    }

    static String row(String reference, String government, String name) {
        return reference + ",," + name + ",Street 1," + government
                + ",KZ,4D004,Software,Border management,Risk of misuse,end_user";
    }

    static Response step(String person, String id, String verb) {
        return Api.as(person)
                .contentType("application/json")
                .header("If-Match", Api.as(person).get(IMPORTS + "/" + id).header("ETag"))
                .body("{}")
                .post(IMPORTS + "/{id}/{verb}", id, verb);
    }

    /** Takes a step, and waits until it is done. */
    static Response done(String person, String id, String verb, ImportStatus status) {
        step(person, id, verb).then().statusCode(202);
        return ended(person, id, status);
    }

    /** Waits until the step is done. */
    static Response ended(String person, String id, ImportStatus status) {
        Eventually.itIsSo("the step is done", () -> !ImportStatus.valueOf(
                        Api.as(person).get(IMPORTS + "/" + id).<String>path("status"))
                .isRunning());
        return Api.as(person)
                .get(IMPORTS + "/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo(status.name()))
                .extract()
                .response();
    }

    static long count(String sql) {
        return ComityServers.servers().count(sql);
    }

    @Test
    void R185_a_second_file_second_settings_or_another_part_is_refused_by_name() {
        byte[] file = rows(row("PARTS/1", "NL", "Lumen Grid Invented Ltd"));
        for (String part : List.of("file", "settings", "more")) {
            var form =
                    Api.wrongly("nl.officer").multiPart("file", "a.csv", file).multiPart("settings", SETTINGS);
            (part.equals("file") ? form.multiPart(part, "b.csv", file) : form.multiPart(part, SETTINGS))
                    .post(IMPORTS)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", contains("/" + part));
        }
        Api.wrongly("nl.officer")
                .multiPart("file", "a.csv", file)
                .multiPart("settings", "settings.json", SETTINGS.getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/settings"));
    }

    @ParameterizedTest
    @CsvSource({
        "utf-16, true",
        "'\"UTF-16LE\"', true",
        "iso-8859-1, true",
        "utf-8, false",
        "'\"UTF-8\"', false",
        "us-ascii, false"
    })
    void R274_a_part_in_another_charset_is_refused_by_name(String charset, boolean refused) {
        byte[] sent = SETTINGS.getBytes(Charset.forName(charset.replace("\"", "")));
        byte[] file = rows(row("CHARSET/" + charset.length(), "NL", "Lumen Grid Invented Ltd"));
        Map<String, byte[]> parts = Map.of(
                "settings", form(charset, sent, "", file),
                "file", form("utf-8", SETTINGS.getBytes(StandardCharsets.UTF_8), "; charset=" + charset, file));
        parts.forEach((part, form) -> {
            Response answer = Api.wrongly("nl.officer")
                    .contentType("multipart/form-data; boundary=x")
                    .body(form)
                    .post(IMPORTS);
            if (refused) {
                answer.then().statusCode(400).body("errors.pointer", contains("/" + part));
            } else {
                answer.then().statusCode(201);
            }
        });
    }

    private static byte[] form(String charset, byte[] settings, String charsetOfFile, byte[] file) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(
                ("--x\r\nContent-Disposition: form-data; name=\"settings\"\r\nContent-Type: text/plain; charset="
                                + charset + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(settings);
        form.writeBytes(("\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                        + "Content-Type: text/csv" + charsetOfFile + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(file);
        form.writeBytes("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII));
        return form.toByteArray();
    }

    @Test
    void R185_who_may_not_import_is_refused_before_the_file_is_read() {
        for (String person : List.of("nl.analyst", "nl.admin", "secretariat.staff")) {
            assertEquals(403, noForm(person));
        }
        assertEquals(400, noForm("nl.officer"));
    }

    private static int noForm(String person) {
        return RawHttp.to("http://127.0.0.1:" + RestAssured.port)
                .send(
                        "POST " + IMPORTS,
                        "Authorization: Bearer " + Tokens.of(person)
                                + "\r\nContent-Type: multipart/form-data; boundary=x\r\n",
                        "this is no form")
                .status();
    }

    @Test
    void R190_the_sample_is_applied_whole_and_the_same_file_changes_nothing() {
        byte[] file = FileCheckTest.sample("sample-nl.csv");
        String first = received("nl.officer", file);
        Api.as("nl.officer")
                .get(IMPORTS + "/" + first)
                .then()
                .body("status", equalTo("CHECKED"))
                .body("createdBy.name", equalTo("nl.officer"))
                .body("rows", equalTo(120))
                .body("denials", equalTo(68))
                .body("changes.new", equalTo(68));
        String imported =
                "select count(*) from denial_import_record where denial_id is not null and import_id = '" + first + "'";
        assertEquals(0, count(imported));

        Response applied = done("nl.officer", first, "apply", ImportStatus.APPLIED);
        assertEquals(68, applied.<Integer>path("progress.done"));
        assertEquals(68, count(imported));
        String versions = "select sum(row_version) + count(*) * 1000 from denial_file where originator_state = 'NL'";
        long before = count(versions);

        String second = received("nl.officer", file);
        Response again = done("nl.officer", second, "apply", ImportStatus.APPLIED);
        assertEquals(68, again.<Integer>path("changes.unchanged"));
        assertEquals(before, count(versions));

        List<Map<String, Object>> records =
                Api.as("nl.approver").get(IMPORTS + "/" + second + "/records").path("items");
        assertEquals(68, records.size());
        Api.as("nl.officer")
                .get("/denials/v1/denials/" + records.getFirst().get("denial"))
                .then()
                .statusCode(200)
                .body("nationalRef", equalTo(records.getFirst().get("reference")))
                .body("releasability.states", equalTo(List.of("NO")));
    }

    @Test
    void R272_a_file_lies_in_our_own_directory_while_it_is_received_and_no_longer() throws IOException {
        Path uploads = Path.of("target/uploads");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(uploads)));
        received("nl.officer", rows(row("NL/UPLOAD", "NL", "Korund OOO")));
        sent("nl.officer", "a.pdf", rows(row("NL/UPLOAD", "NL", "Korund OOO")), SETTINGS)
                .then()
                .statusCode(422);
        Eventually.itIsSo("no file is left", () -> {
            try (Stream<Path> left = Files.list(uploads)) {
                return left.findAny().isEmpty();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void R187_the_faulty_sample_is_refused_whole() {
        long before = count("select count(*) from denial");
        String id = sent("nl.officer", "faulty.csv", FileCheckTest.sample("sample-with-errors.csv"), SETTINGS)
                .then()
                .statusCode(201)
                .body("status", equalTo("FAULTY"))
                .body("faults.size()", equalTo(8))
                .body("faultCount", equalTo(8))
                .extract()
                .path("id");
        step("nl.officer", id, "apply").then().statusCode(409).body("type", containsString("import-faulty"));
        assertEquals(before, count("select count(*) from denial"));

        String annotated = Api.as("nl.officer")
                .get(IMPORTS + "/" + id + "/annotated")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("annotated-faulty.csv"))
                .extract()
                .asString();
        assertEquals(
                8,
                annotated
                        .lines()
                        .filter(line -> line.contains(": This") || line.contains(": No ") || line.contains(": Row "))
                        .count(),
                annotated);
        assertTrue(annotated.contains("'=cmd"), annotated);
    }

    @Test
    void R191_a_file_is_submitted_and_approved_by_two_people() {
        String id = received("de.officer", FileCheckTest.sample("sample-de.csv"));
        step("de.officer", id, "submit").then().statusCode(409).body("type", containsString("step-not-next"));
        done("de.officer", id, "apply", ImportStatus.APPLIED);
        done("de.officer", id, "submit", ImportStatus.SUBMITTED);
        step("de.officer", id, "approve").then().statusCode(403);
        done("de.approver", id, "approve", ImportStatus.APPROVED);

        assertEquals(
                33,
                count("select count(*) from denial d join denial_audience a on a.denial_id = d.id and a.state = 'NO'"
                        + " join denial_import_record r on r.denial_id = d.id and r.import_id = '" + id + "'"
                        + " where d.status = 'NOTIFIED' and a.released"));
        assertEquals(
                33,
                count("select count(*) from denial_version v join denial_import_record r"
                        + " on r.denial_id = v.denial_id where r.import_id = '" + id + "'"));
    }

    @Test
    void R191_who_submitted_a_file_does_not_approve_it() {
        String id =
                received("ee.approver", rows(row("EE/1", "Estonia", "Korund OOO"), row("EE/2", "EE", "Korund OOO")));
        done("ee.approver", id, "apply", ImportStatus.APPLIED);
        done("ee.approver", id, "submit", ImportStatus.SUBMITTED);
        Response refused = done("ee.approver", id, "approve", ImportStatus.SUBMITTED);
        assertEquals(List.of("/EE~11", "/EE~12"), refused.path("failure.pointer"));
        assertEquals(
                0,
                count("select count(*) from denial where status = 'NOTIFIED' and id in"
                        + " (select denial_id from denial_import_record where import_id = '" + id + "')"));
    }

    @Test
    void R191_what_was_edited_or_returned_after_the_file_was_submitted_is_not_approved_with_it() {
        String id = received(
                "cz.officer",
                rows(
                        row("CZ/1", "CZ", "Korund OOO"),
                        row("CZ/2", "CZ", "Korund OOO"),
                        row("CZ/3", "CZ", "Korund OOO")));
        done("cz.officer", id, "apply", ImportStatus.APPLIED);
        done("cz.officer", id, "submit", ImportStatus.SUBMITTED);
        List<String> denials =
                Api.as("cz.approver").get(IMPORTS + "/" + id + "/records").path("items.denial");
        Map<String, Object> wider = DenialExamples.draft("DE", "NO");
        wider.put("nationalRef", "CZ/2");
        Api.as("cz.officer")
                .contentType("application/json")
                .header("If-Match", DenialExamples.tag("cz.officer", denials.get(1)))
                .body(DenialExamples.json(wider))
                .put("/denials/v1/denials/" + denials.get(1))
                .then()
                .statusCode(200);
        DenialExamples.step("cz.officer", denials.get(1), "submit", Map.of())
                .then()
                .statusCode(200);
        DenialExamples.step("cz.approver", denials.get(2), "return", Map.of("reason", "Not this one"))
                .then()
                .statusCode(200);

        Response approved = done("cz.approver", id, "approve", ImportStatus.APPROVED);

        assertEquals(1, approved.<Integer>path("progress.done"));
        assertEquals(2, approved.<Integer>path("passedOver"));
        assertEquals(
                List.of(false, true, true),
                Api.as("cz.approver").get(IMPORTS + "/" + id + "/records").path("items.passedOver"));
        assertEquals(
                List.of("NOTIFIED", "NATIONAL_APPROVAL", "DRAFT"),
                denials.stream()
                        .map(each -> Api.as("cz.approver")
                                .get("/denials/v1/denials/" + each)
                                .<String>path("status"))
                        .toList());
    }

    @Test
    void R240_what_a_step_changed_stands_in_the_access_log() {
        String id = received("bg.officer", rows(row("BG/1", "BG", "Korund OOO")));
        done("bg.officer", id, "apply", ImportStatus.APPLIED);
        done("bg.officer", id, "submit", ImportStatus.SUBMITTED);
        done("bg.approver", id, "approve", ImportStatus.APPROVED);
        String denial =
                Api.as("bg.officer").get(IMPORTS + "/" + id + "/records").path("items[0].denial");
        Response log = Api.as("bg.poc").get("/denials/v1/access-log?record=" + denial);
        List<String> paths = log.path("items.findAll { it.method == 'POST' }.path");
        assertEquals(
                List.of("approve", "submit", "apply"),
                paths.stream()
                        .map(path -> path.substring(path.lastIndexOf('/') + 1))
                        .toList());
        assertEquals("bg.approver", log.path("items.find { it.method == 'POST' }.person.name"));
    }

    @Test
    void R256_what_is_missing_is_told_by_the_check() {
        String lacking = row("LV/3", "LV", "Korund OOO").replace("end_user", "agent");
        sent("lv.officer", "a.csv", rows(row("LV/4", "LV", "Korund OOO"), lacking), SETTINGS)
                .then()
                .statusCode(201)
                .body("status", equalTo("FAULTY"))
                .body("faults.row", equalTo(List.of(3)))
                .body("faults.column", equalTo(List.of("entity_type")));
    }

    @Test
    void R190_what_is_missing_since_undoes_the_whole_step_and_is_told_by_reference() {
        String id = received("lv.officer", rows(row("LV/1", "LV", "Korund OOO"), row("LV/2", "LV", "Korund OOO")));
        done("lv.officer", id, "apply", ImportStatus.APPLIED);
        String denial =
                Api.as("lv.officer").get(IMPORTS + "/" + id + "/records").path("items[1].denial");
        Map<String, Object> lacking = DenialExamples.draft();
        lacking.put("nationalRef", "LV/2");
        lacking.put("parties", List.of());
        Api.as("lv.officer")
                .contentType("application/json")
                .header("If-Match", DenialExamples.tag("lv.officer", denial))
                .body(DenialExamples.json(lacking))
                .put("/denials/v1/denials/" + denial)
                .then()
                .statusCode(200);
        Response refused = done("lv.officer", id, "submit", ImportStatus.APPLIED);
        assertEquals(List.of("/LV~12/parties"), refused.path("failure.pointer"));
        assertEquals(
                2,
                count("select count(*) from denial where status = 'DRAFT' and id in"
                        + " (select denial_id from denial_import_record where import_id = '" + id + "')"));
    }

    @Test
    void R189_a_changed_row_changes_its_draft_and_no_other() {
        done(
                "fi.officer",
                received("fi.officer", rows(row("FI/1", "FI", "Old"), row("FI/2", "FI", "Same"))),
                "apply",
                ImportStatus.APPLIED);
        String id = received("fi.officer", rows(row("FI/1", "FI", "New"), row("FI/2", "FI", "Same")));
        done("fi.officer", id, "apply", ImportStatus.APPLIED);
        Api.as("fi.officer")
                .get(IMPORTS + "/" + id)
                .then()
                .body("changes.new", equalTo(0))
                .body("changes.changed", equalTo(1))
                .body("changes.unchanged", equalTo(1));
        List<Map<String, Object>> records =
                Api.as("fi.officer").get(IMPORTS + "/" + id + "/records").path("items");
        assertEquals(
                "New",
                Api.as("fi.officer")
                        .get("/denials/v1/denials/" + records.getFirst().get("denial"))
                        .path("parties[0].name"));
    }

    @Test
    void R189_what_was_submitted_is_not_changed_by_a_file() {
        String id = received("hr.officer", rows(row("HR/1", "HR", "Old")));
        done("hr.officer", id, "apply", ImportStatus.APPLIED);
        done("hr.officer", id, "submit", ImportStatus.SUBMITTED);
        sent("hr.officer", "a.csv", rows(row("HR/1", "HR", "New")), SETTINGS)
                .then()
                .statusCode(201)
                .body("status", equalTo("FAULTY"))
                .body("faults[0].row", equalTo(2))
                .body("faults[0].column", equalTo("reference"));
        sent("hr.officer", "a.csv", rows(row("HR/1", "HR", "Old")), SETTINGS)
                .then()
                .statusCode(201)
                .body("changes.unchanged", equalTo(1));
    }

    @Test
    void R257_a_faulty_cell_does_not_hide_that_a_denial_was_submitted_or_that_a_text_is_too_long() {
        String id = received("hr.officer", rows(row("HR/2", "HR", "Old")));
        done("hr.officer", id, "apply", ImportStatus.APPLIED);
        done("hr.officer", id, "submit", ImportStatus.SUBMITTED);
        String faulty = row("HR/2", "HR", "Old").replace("KZ", "Atlantis").replace("Street 1", "x".repeat(1_001));
        sent("hr.officer", "a.csv", rows(faulty), SETTINGS)
                .then()
                .statusCode(201)
                .body("status", equalTo("FAULTY"))
                .body("faults.column", containsInAnyOrder("country", "address", "reference"));
    }

    @Test
    void R189_a_draft_that_was_edited_since_the_check_is_not_overwritten() {
        done("fi.officer", received("fi.officer", rows(row("FI/3", "FI", "Old"))), "apply", ImportStatus.APPLIED);
        byte[] file = rows(row("FI/3", "FI", "Of the file"));
        String id = received("fi.officer", file);
        String denial =
                Api.as("fi.officer").get(IMPORTS + "/" + id + "/records").path("items[0].denial");
        Map<String, Object> byHand = DenialExamples.draft();
        byHand.put("nationalRef", "FI/3");
        byHand(denial, byHand);
        String edited = DenialExamples.tag("fi.officer", denial);
        done("fi.officer", id, "apply", ImportStatus.CHECKED)
                .then()
                .body("failure.pointer", hasItem("/FI~13"))
                .body("failure.detail", hasItem(containsString("changed since")));
        assertEquals(edited, DenialExamples.tag("fi.officer", denial));
        done("fi.officer", received("fi.officer", file), "apply", ImportStatus.APPLIED);
        assertEquals(
                "Of the file",
                Api.as("fi.officer").get("/denials/v1/denials/" + denial).path("parties[0].name"));
    }

    @Test
    void R270_a_changed_row_leaves_in_its_draft_what_the_file_says_nothing_of() {
        done(
                "fi.officer",
                received("fi.officer", rows(row("FI/4", "FI", "Korund OOO"))),
                "apply",
                ImportStatus.APPLIED);
        byte[] file = rows(row("FI/4", "FI", "Korund OOO").replace("Street 1", "Street 2"));
        String denial = Api.as("fi.officer")
                .get(IMPORTS + "/" + received("fi.officer", file) + "/records")
                .path("items[0].denial");
        Map<String, Object> byHand = DenialExamples.draft("DE");
        byHand.put("nationalRef", "FI/4");
        byHand.put(
                "parties",
                List.of(Map.of("role", "END_USER", "name", "Korund OOO", "isNaturalPerson", true, "country", "KZ")));
        byHand.put("withheld", List.of(Map.of("field", "transitStates", "ground", "SECURITY")));
        byHand(denial, byHand);

        done("fi.officer", received("fi.officer", file), "apply", ImportStatus.APPLIED);

        Api.as("fi.officer")
                .get("/denials/v1/denials/" + denial)
                .then()
                .body("parties.address", equalTo(List.of("Street 2")))
                .body("parties.isNaturalPerson", equalTo(List.of(true)))
                .body("statedEndUse", equalTo("Border management"))
                .body("reasons.narrative", equalTo(List.of("Risk of misuse")))
                .body("transitStates", equalTo(List.of("TR")))
                .body("withheld.field", equalTo(List.of("transitStates")))
                .body("assessedEndUse", equalTo(byHand.get("assessedEndUse")))
                .body("caveats", equalTo(byHand.get("caveats")))
                .body("externalRefs[0].ref", equalTo("WA-77"))
                .body("nationalAnnex.exporter", equalTo("Windmill Optics B.V."))
                .body("permittedUse", equalTo(List.of("LICENSING", "POLICY")))
                .body("releasability.states", equalTo(List.of("DE")));
        assertEquals(
                0,
                count("select count(*) from denial_party where name_key = 'korund ooo' and denial_id = '" + denial
                        + "'"));
    }

    @Test
    void R270_what_then_contradicts_itself_is_told_and_undoes_the_step() {
        done("fi.officer", received("fi.officer", rows(row("FI/5", "FI", "Old"))), "apply", ImportStatus.APPLIED);
        byte[] file = rows(row("FI/5", "FI", "New"));
        String denial = Api.as("fi.officer")
                .get(IMPORTS + "/" + received("fi.officer", file) + "/records")
                .path("items[0].denial");
        Map<String, Object> byHand = DenialExamples.draft();
        byHand.put("nationalRef", "FI/5");
        byHand.put("kind", "SUSPENSION");
        byHand.put("suspensionEndsOn", "2027-01-01");
        byHand.put("finalAssessment", "Upheld");
        byHand(denial, byHand);
        done("fi.officer", received("fi.officer", file), "apply", ImportStatus.CHECKED)
                .then()
                .body("failure.pointer", equalTo(List.of("/FI~15/finalAssessment")));
    }

    private static void byHand(String denial, Map<String, Object> content) {
        Api.as("fi.officer")
                .contentType("application/json")
                .header("If-Match", DenialExamples.tag("fi.officer", denial))
                .body(DenialExamples.json(content))
                .put("/denials/v1/denials/" + denial)
                .then()
                .statusCode(200);
    }

    @Test
    void R190_four_files_are_worked_on_at_once_and_another_waits_its_turn_alive() throws SQLException {
        List<String> states = List.of("bg", "ca", "dk", "gb", "us");
        Map<String, String> imports = new HashMap<>();
        for (String state : states) {
            String country = state.toUpperCase(Locale.ROOT);
            imports.put(state, received(state + ".officer", rows(row(country + "/TURN", country, "Korund OOO"))));
        }
        try (Connection connection = ComityServers.servers()
                        .superuser(ComityServers.servers().database());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table denial in exclusive mode");
            imports.forEach(
                    (state, id) -> step(state + ".officer", id, "apply").then().statusCode(202));
            Instant begun = Instant.now();
            String waiting = "select count(*) from pg_stat_activity where datname = current_database()"
                    + " and wait_event_type = 'Lock'";
            Eventually.itIsSo("four wait for the table", () -> count(waiting) == 4);
            Eventually.itIsSo(
                    "the fifth is alive",
                    () -> count("select count(*) from denial_import where beat_at > '" + begun.plusSeconds(1)
                                    + "' and id in ('" + String.join("','", imports.values()) + "')")
                            == 1);
            assertEquals(4, count(waiting));
            connection.rollback();
        }
        imports.forEach((state, id) -> Eventually.itIsSo("it is applied", () -> "APPLIED"
                .equals(Api.as(state + ".officer").get(IMPORTS + "/" + id).path("status"))));
    }

    @Test
    void R190_a_step_that_was_broken_off_is_taken_again() {
        String id = received("fi.officer", rows(row("FI/BROKEN", "FI", "Korund OOO")));
        ComityServers.servers().sql("update denial_import set status = 'APPLYING', step = 1 where id = '" + id + "'");
        step("fi.officer", id, "apply").then().statusCode(409).body("type", containsString("import-running"));
        Instant now = Instant.parse("2026-06-01T12:00:00Z");
        clock.set(now);
        beat(id, now.minusSeconds(30));
        assertFalse(Api.as("fi.officer").get(IMPORTS + "/" + id).<Boolean>path("interrupted"));
        step("fi.officer", id, "apply").then().statusCode(409).body("type", containsString("import-running"));
        beat(id, now.minusSeconds(30).minusNanos(1_000));
        assertTrue(Api.as("fi.officer").get(IMPORTS + "/" + id).<Boolean>path("interrupted"));
        done("fi.officer", id, "apply", ImportStatus.APPLIED);
        assertEquals(1, count("select count(*) from denial_file where national_ref = 'FI/BROKEN'"));
    }

    private static void beat(String id, Instant at) {
        ComityServers.servers().sql("update denial_import set beat_at = '" + at + "' where id = '" + id + "'");
    }

    @Test
    void R191_a_system_approves_no_file() {
        String id = received("nl.officer", rows(row("NL/SYSTEM", "NL", "Korund OOO")));
        done("nl.officer", id, "apply", ImportStatus.APPLIED);
        done("nl.officer", id, "submit", ImportStatus.SUBMITTED);
        String system = Tokens.ofSystem("nl-system");
        Api.withToken(system)
                .contentType("application/json")
                .header(
                        "If-Match",
                        Api.withToken(system).get(IMPORTS + "/" + id).header("ETag"))
                .body("{}")
                .post(IMPORTS + "/{id}/approve", id)
                .then()
                .statusCode(403);
    }

    @Test
    void a_file_that_is_sent_again_with_its_key_is_received_once() {
        byte[] file = rows(row("ES/1", "ES", "Korund OOO"));
        String first = keyed(file).then().statusCode(201).extract().path("id");
        keyed(file).then().statusCode(201).body("id", equalTo(first));
        keyed(rows(row("ES/2", "ES", "Korund OOO"))).then().statusCode(422).body(containsString("Idempotency-Key"));
    }

    private static Response keyed(byte[] file) {
        return Api.wrongly("es.officer")
                .header("Idempotency-Key", "the-same-file")
                .multiPart("file", "a.csv", file)
                .multiPart("settings", SETTINGS)
                .post(IMPORTS);
    }

    @Test
    void a_step_names_what_was_read() {
        String id = received("ca.officer", rows(row("CA/1", "CA", "Korund OOO")));
        Api.wrongly("ca.officer")
                .contentType("application/json")
                .body("{}")
                .post(IMPORTS + "/" + id + "/apply")
                .then()
                .statusCode(428);
        Api.as("ca.officer")
                .contentType("application/json")
                .header("If-Match", "\"stale\"")
                .body("{}")
                .post(IMPORTS + "/" + id + "/apply")
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl.analyst", "nl.poc", "nl.admin", "nl.auditor", "secretariat.staff", "secretariat.admin"})
    void R185_nobody_but_a_licensing_desk_imports(String person) {
        sent(person, "a.csv", rows(row("X/1", "NL", "A")), SETTINGS).then().statusCode(403);
        Api.as(person).get(IMPORTS).then().statusCode(403);
        Api.as(person).get(IMPORTS + "/template").then().statusCode(403);
    }

    @Test
    void another_state_finds_no_import() {
        String id = received("us.officer", rows(row("US/1", "US", "Korund OOO")));
        for (String path : List.of("", "/records", "/annotated")) {
            Api.as("us.approver").get(IMPORTS + "/" + id + path).then().statusCode(200);
            Api.as("jp.officer").get(IMPORTS + "/" + id + path).then().statusCode(404);
        }
        Api.as("jp.officer")
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{}")
                .post(IMPORTS + "/" + id + "/apply")
                .then()
                .statusCode(404);
        Api.as("us.officer").get(IMPORTS).then().statusCode(200).body("items.id", hasItem(id));
        assertEquals(
                List.of(), Api.as("jp.officer").get(IMPORTS).path("items.findAll { it.fileName == 'denials.csv' }"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"REFUSAL\"}|422|/settings/basis",
                "{\"kind\":\"NO\",\"decisionDate\":\"2026-03-31\",\"basis\":\"LISTED\",\"countryMeans\":\"PARTY\",\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}|400|/kind",
                "{\"unknown\":1}|400|/unknown",
                "not json|400|",
                "{\"kind\":\"REFUSAL\",\"decisionDate\":\"2999-01-01\",\"basis\":\"LISTED\",\"countryMeans\":\"PARTY\",\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}|422|/settings/decisionDate",
                "{\"kind\":\"REFUSAL\",\"decisionDate\":\"2026-03-31\",\"basis\":\"LISTED\",\"countryMeans\":\"PARTY\",\"releasability\":{\"mode\":\"LIST\",\"states\":[\"BR\"]}}|422|/settings/releasability/states/0",
                "{\"kind\":\"REFUSAL\",\"decisionDate\":\"2026-03-31\",\"basis\":\"LISTED\",\"countryMeans\":\"PARTY\",\"releasability\":{\"mode\":\"LIST\"}}|422|/settings/releasability/states",
                "{\"kind\":\"SUSPENSION\",\"decisionDate\":\"2026-03-31\",\"basis\":\"LISTED\",\"countryMeans\":\"PARTY\",\"releasability\":{\"mode\":\"ORIGINATOR_ONLY\"}}|422|/settings/suspensionEndsOn",
            })
    void wrong_settings_are_named(String settings, int status, String pointer) {
        Response refused = sent("nl.officer", "a.csv", rows(row("NL/X", "NL", "A")), settings);
        assertEquals(status, refused.statusCode(), refused.asString());
        if (pointer != null) {
            assertTrue(refused.asString().contains(pointer), refused.asString());
        }
    }

    @Test
    void R259_what_was_learned_in_a_regime_is_imported_as_such() {
        String learned = """
                {"kind":"REFUSAL","decisionDate":"2026-03-31","basis":"LISTED","countryMeans":"PARTY",
                 "provenance":"%s","releasability":{"mode":"LIST","states":["NO"],"regime":"WA"}}""";
        byte[] file = rows(row("SK/REGIME", "SK", "Korund OOO"));
        sent("sk.officer", "a.csv", file, learned.formatted("OWN"))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/settings/releasability/regime")));
        String id = sent("sk.officer", "a.csv", file, learned.formatted("REGIME_DERIVED"))
                .then()
                .statusCode(201)
                .body("status", equalTo("CHECKED"))
                .body("settings.provenance", equalTo("REGIME_DERIVED"))
                .extract()
                .path("id");
        done("sk.officer", id, "apply", ImportStatus.APPLIED);
        String denial =
                Api.as("sk.officer").get(IMPORTS + "/" + id + "/records").path("items[0].denial");
        Api.as("sk.officer")
                .get("/denials/v1/denials/" + denial)
                .then()
                .body("provenance", equalTo("REGIME_DERIVED"))
                .body("releasability.regime", equalTo("WA"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mode\":\"ALL\",\"regime\":\"WA\"} | /settings/releasability/mode",
                "{\"mode\":\"LIST\",\"states\":[\"NO\"]} | /settings/releasability/regime",
                " | /settings/releasability"
            })
    void R259_what_was_learned_in_a_regime_names_it_and_goes_to_its_members(@Nullable String release, String pointer) {
        String said = release == null ? "" : ",\"releasability\":" + release;
        sent("sk.officer", "a.csv", rows(row("SK/X", "SK", "Korund OOO")), """
                        {"kind":"REFUSAL","decisionDate":"2026-03-31","basis":"LISTED","countryMeans":"PARTY",
                         "provenance":"REGIME_DERIVED"%s}""".formatted(said))
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of(pointer)));
    }

    @Test
    void what_is_no_file_is_refused() {
        sent("nl.officer", "a.pdf", rows(row("NL/X", "NL", "A")), SETTINGS)
                .then()
                .statusCode(422)
                .body(containsString("/file"));
        sent("nl.officer", "a.csv", "x".getBytes(StandardCharsets.UTF_8), SETTINGS)
                .then()
                .statusCode(422)
                .body(containsString("/file"));
        sent("nl.officer", "a.xlsx", rows(row("NL/X", "NL", "A")), SETTINGS)
                .then()
                .statusCode(422)
                .body(containsString("/file"));
        Api.wrongly("nl.officer")
                .multiPart("settings", SETTINGS)
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body(containsString("/file"));
        Api.wrongly("nl.officer")
                .multiPart("file", "a.csv", rows(""))
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body(containsString("/settings"));
        Api.wrongly("nl.officer")
                .contentType("application/json")
                .body("{}")
                .post(IMPORTS)
                .then()
                .statusCode(415);
        Api.wrongly("nl.officer").get(IMPORTS + "/template?format=doc").then().statusCode(400);
        Api.as("nl.officer").get(IMPORTS + "/x").then().statusCode(404);
    }

    @Test
    void R274_a_file_is_no_page() {
        for (String address : List.of(IMPORTS + "/template", "/denials/v1/exports?format=csv")) {
            Api.wrongly("nl.officer").accept("text/html").get(address).then().statusCode(406);
            Api.as("nl.officer").accept("text/csv").get(address).then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void a_template_can_be_sent_as_it_is(String format) {
        byte[] template = Api.as("nl.officer")
                .get(IMPORTS + "/template?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        sent("nl.officer", "t." + format, template, SETTINGS)
                .then()
                .statusCode(201)
                .body("faults.size()", equalTo(0));
    }
}
