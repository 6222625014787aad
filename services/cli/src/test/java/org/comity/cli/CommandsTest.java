package org.comity.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single commands send and show. */
class CommandsTest extends Stage {

    private static final String IMPORT = "/denials/v1/imports/" + ID;
    private static final String CONSULTATION = "/denials/v1/consultations/" + ID;
    private static final String CHECK =
            " --kind SUSPENSION --decision-date 2026-03-31 --basis LISTED --country-means PARTY ";

    @Test
    void a_list_is_a_table_and_a_text_in_it_is_no_command_for_the_terminal() {
        reply(
                "GET /denials/v1/denials?status=NOTIFIED&limit=100",
                Reply.json("{\"items\":[{\"ref\":\"DN-NL\",\"status\":\"NOTIFIED\\u001b[2J\\u009b2J\\u202e\","
                        + "\"controlCodes\":[\"4D004\",\"5A001\"]}]}"));
        assertEquals(ExitCode.DONE, run("denials list --status NOTIFIED"));
        assertTrue(out.toString().contains("REFERENCE"), out.toString());
        assertTrue(out.toString().contains("4D004, 5A001"));
        assertFalse(out.toString().matches("(?s).*[\\u001b\\u009b\\u202e].*"));
    }

    @Test
    void R228_a_list_says_what_is_withheld_and_nothing_of_what_is_there() {
        reply(
                "GET /denials/v1/denials?limit=100",
                Reply.json("{\"items\":[{\"ref\":\"DN-NL\",\"status\":\"NOTIFIED\",\"controlCodes\":[],"
                        + "\"destinationState\":\"KZ\",\"withheld\":["
                        + "{\"field\":\"items\",\"ground\":\"NATIONAL_LAW\"},"
                        + "{\"field\":\"destinationState\",\"ground\":\"PERSONAL\"}]}]}"));
        assertEquals(ExitCode.DONE, run("denials list"));
        assertTrue(out.toString().contains("KZ"), out.toString());
        assertTrue(out.toString().contains("withheld: NATIONAL_LAW"));
        assertFalse(out.toString().contains("PERSONAL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "denials list",
                "denials list --json",
                "denials show " + ID,
                "consult list",
                "consult show " + ID,
                "import list",
                "import show " + ID
            })
    void R229_every_output_says_that_it_creates_no_duty_to_deny(String line) {
        assertEquals(ExitCode.DONE, run(line), err.toString());
        assertTrue(
                err.toString().contains("creates a duty to deny")
                        || err.toString().contains("no duty to deny"),
                line);
        assertFalse(out.toString().contains("duty"), "beside what a script reads");
    }

    @Test
    void R228_a_denial_is_shown_whole_and_what_is_withheld_as_withheld() {
        reply("GET /denials/v1/denials/" + ID, Reply.json("""
                {"ref":"DN-NL","notice":"This denial creates no duty to deny.",
                 "items":[{"controlCode":"5A001","description":"One"},{"description":"Two"}],
                 "parties":[{"role":"END_USER","name":"Alpha","country":"KZ"},{"role":"AGENT","name":"Beta"}],
                 "releasability":{"mode":"LIST","states":["DE","FR"],"excluded":["JP"]},
                 "permittedUse":["LICENSING","POLICY"], "contact":"Licensing office",
                 "withheld":[{"field":"statedEndUse","ground":"SECURITY"}]}"""));
        assertEquals(ExitCode.DONE, run("denials show " + ID));
        for (String part : new String[] {
            "5A001 One",
            "Two",
            "Alpha (END_USER, KZ)",
            "Beta (AGENT)",
            "LIST DE, FR without JP",
            "LICENSING, POLICY",
            "statedEndUse (SECURITY)",
            "Licensing office",
            "no duty to deny"
        }) {
            assertTrue(out.toString().contains(part), part + " in " + out);
        }
        assertFalse(out.toString().contains("Caveat"), "what is not there has no line");
    }

    @Test
    void R228_a_consultation_is_shown_with_each_thread_its_deadline_and_its_answer() {
        reply("GET " + CONSULTATION, Reply.json("""
                {"ref":"CN-NL","question":"Is it the same?",
                 "candidateTransaction":{"items":[{"description":"One"},{"description":"Two"}],
                   "parties":[{"role":"END_USER","name":"Alpha"},{"role":"CONSIGNEE","name":"Beta"}]},
                 "threads":[
                  {"state":"EE","status":"REPLIED_IDENTICAL","denials":[{"ref":"DN-EE","ended":"REVOKED"}],
                   "clock":{"dueAt":"2026-04-14T20:59:59Z"},
                   "reply":{"answer":"IDENTICAL","text":"The same end-user","at":"2026-04-02T08:00:00Z","late":true}},
                  {"state":"JP","status":"NEED_MORE",
                   "clock":{"dueAt":"2026-04-15T14:59:59Z","extendedTo":"2026-04-20T14:59:59Z",
                            "proposal":{"by":"JP","workingDays":3}},
                   "exchanges":[{"by":"JP","kind":"MORE_ASKED","text":"Which model?","at":"2026-04-03T01:00:00Z"}]},
                  {"state":"KR","status":"DEEMED_NOT_IDENTICAL","clock":{"dueAt":"2026-04-16T14:59:59Z"},
                   "deemed":{"as":"NOT_IDENTICAL","at":"2026-04-16T14:59:59Z"}}]}"""));
        assertEquals(ExitCode.DONE, run("consult show " + ID), err.toString());
        for (String part : new String[] {
            "One",
            "Two",
            "Alpha",
            "Beta",
            "Thread EE",
            "DN-EE (REVOKED)",
            "IDENTICAL on 2026-04-02T08:00:00Z, late",
            "The same end-user",
            "Thread JP",
            "2026-04-20T14:59:59Z (extended from 2026-04-15T14:59:59Z)",
            "3 working days more, by JP",
            "Which model?",
            "Thread KR",
            "2026-04-16T14:59:59Z",
            "counted as NOT_IDENTICAL"
        }) {
            assertTrue(out.toString().contains(part), part + " in " + out);
        }
    }

    @Test
    void R227_show_prints_the_tag_and_a_step_sends_it_as_it_was_read() throws IOException {
        assertEquals(ExitCode.DONE, run("consult show " + ID));
        assertTrue(out.toString().matches("(?s).*Tag +now\\R.*"), out.toString());
        out.getBuffer().setLength(0);
        assertEquals(ExitCode.DONE, run("consult show --json " + ID));
        JsonNode json = Http.JSON.readTree(out.toString());
        assertEquals("now", json.path("etag").asText());

        reply("POST " + CONSULTATION + "/approve", Reply.json("{}"));
        assertEquals(ExitCode.DONE, run("consult approve --if-match then " + ID), err.toString());
        assertEquals(
                "\"then\"", sent("POST " + CONSULTATION + "/approve").headers().get("If-match"));
        assertEquals(2, times("GET " + CONSULTATION), "shown twice, and not read again to approve");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "consult approve " + ID,
                "consult decide " + ID + " DENIED",
                "consult notice --reasons Because " + ID,
                "consult reply --state EE " + ID + " IDENTICAL",
                "consult extend --state EE " + ID + " AGREE",
                "import approve " + ID,
                "import discard " + ID,
                "consult discard " + ID
            })
    void R227_who_answers_for_what_was_read_names_it(String line) {
        assertEquals(ExitCode.USAGE, run(line));
        assertTrue(err.toString().contains("--if-match"), err.toString());
        assertEquals(ExitCode.USAGE, run(line + " --if-match *"));
        assertFalse(askedTheService());
        assertEquals(ExitCode.DONE, run((line + " --if-match \"x\"").replace("import ", "consult ")), line);
    }

    @Test
    void R227_another_step_is_for_the_version_that_there_is() {
        reply("POST " + CONSULTATION + "/close", Reply.json("{}"));
        assertEquals(ExitCode.DONE, run("consult close " + ID));
        assertEquals(
                "\"now\"", sent("POST " + CONSULTATION + "/close").headers().get("If-match"));
        assertEquals(ExitCode.DONE, run("consult close --if-match then " + ID));
        assertEquals(
                "\"then\"", sent("POST " + CONSULTATION + "/close").headers().get("If-match"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reply --state ee --if-match x ID IDENTICAL | threads/EE/reply | {\"answer\":\"IDENTICAL\"}",
                "ask --state EE --text Which ID | threads/EE/ask | {\"text\":\"Which\"}",
                "answer --state EE --text This ID | threads/EE/answer | {\"text\":\"This\"}",
                "extend --state EE --days 3 --if-match x ID propose | threads/EE/extend |"
                        + " {\"move\":\"PROPOSE\",\"workingDays\":3}",
                "extend --state EE --if-match x ID AGREE | threads/EE/extend | {\"move\":\"AGREE\"}",
                "extend --state EE --text No --if-match x ID DECLINE | threads/EE/extend |"
                        + " {\"move\":\"DECLINE\",\"text\":\"No\"}",
                "discard --if-match x ID | discard | {}",
                "return --reason Unclear ID | return | {\"reason\":\"Unclear\"}",
                "withdraw ID | withdraw | {}",
                "close ID | close | {}",
                "decide --if-match x ID DENIED | decide | {\"outcome\":\"DENIED\"}",
                "notice --reasons Because --if-match x ID | undercut-notice | {\"reasons\":\"Because\"}"
            })
    void each_step_of_a_consultation_is_there(String line, String path, String body) {
        reply("POST " + CONSULTATION + "/" + path, Reply.json("{}"));
        assertEquals(
                ExitCode.DONE,
                run("consult " + line.replace("ID", ID).replace(ID + "ENTICAL", "IDENTICAL")),
                err.toString());
        assertEquals(body, sent("POST " + CONSULTATION + "/" + path).body());
    }

    @ParameterizedTest
    @CsvSource({"denials discard, /denials/v1/denials/", "consult discard, /denials/v1/consultations/"})
    void a_draft_is_thrown_away_and_what_is_left_of_a_proposal_is_shown(String line, String path) {
        reply("POST " + path + ID + "/discard", Reply.of(204, "", ""));
        assertEquals(ExitCode.DONE, run(line + " --if-match then " + ID), err.toString());
        assertTrue(err.toString().contains("thrown away"), err.toString());
        assertEquals(
                "\"then\"", sent("POST " + path + ID + "/discard").headers().get("If-match"));
        reply("POST " + path + ID + "/discard", Reply.json("{\"ref\":\"DN-NL\",\"status\":\"NOTIFIED\"}"));
        assertEquals(ExitCode.DONE, run(line + " --if-match then " + ID), err.toString());
        assertTrue(out.toString().contains("NOTIFIED"), out.toString());
        reply("POST " + path + ID + "/discard", Reply.problem(409, "{\"title\":\"Already submitted\"}"));
        assertEquals(ExitCode.REFUSED, run(line + " --if-match then " + ID));
    }

    @Test
    void a_file_is_sent_back_and_thrown_away_and_what_stays_is_named() {
        reply("POST " + IMPORT + "/return", Reply.of(202, "application/json", "{}"));
        reply("GET " + IMPORT, Reply.json("{\"status\":\"APPLIED\",\"returnedBecause\":\"Too wide\"}"));
        assertEquals(ExitCode.DONE, run("import return --reason Wide " + ID), err.toString());
        assertEquals("{\"reason\":\"Wide\"}", sent("POST " + IMPORT + "/return").body());
        assertTrue(out.toString().contains("Too wide"), out.toString());

        reply("POST " + IMPORT + "/discard", Reply.of(202, "application/json", "{}"));
        reply("GET " + IMPORT, Reply.json("{\"status\":\"DISCARDED\"}"));
        reply(
                "GET " + IMPORT + "/records",
                Reply.json("{\"items\":[{\"reference\":\"A/1\",\"passedOver\":false},"
                        + "{\"reference\":\"A/2\",\"passedOver\":true}]}"));
        assertEquals(ExitCode.DONE, run("import discard --if-match x " + ID), err.toString());
        assertTrue(err.toString().contains("A/2: stays"), err.toString());
        assertFalse(err.toString().contains("A/1"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROPOSE", "AGREE --days 3", "DECLINE --days 3", "PERHAPS --days 3"})
    void days_go_with_the_proposal_of_an_extension_alone(String move) {
        assertEquals(ExitCode.USAGE, run("consult extend --state EE --if-match x " + ID + " " + move));
        assertFalse(askedTheService());
    }

    @Test
    void a_record_is_named_by_its_reference_too() {
        reply(
                "GET /denials/v1/denials?originator=NL&limit=100",
                Reply.json("{\"items\":[{\"ref\":\"DN-NL-2026-7KQ4M2\",\"id\":\"%s\"}]}".formatted(ID)));
        assertEquals(ExitCode.DONE, run("denials show dn-nl-2026-7kq4m2"), err.toString());
        assertEquals(1, times("GET /denials/v1/denials/" + ID));
        assertEquals(ExitCode.REFUSED, run("denials show DN-NL-2026-AAAAAA"), "it is not among what I see");
        reply(
                "GET /denials/v1/consultations?limit=100",
                Reply.json("{\"items\":[{\"ref\":\"CN-NL-2026-7KQ4M2\",\"id\":\"%s\"}]}".formatted(ID)));
        assertEquals(ExitCode.DONE, run("consult show CN-NL-2026-7KQ4M2"), err.toString());
        assertEquals(1, times("GET " + CONSULTATION));
    }

    @Test
    void faults_of_a_file_are_told_by_row_and_column() {
        reply(
                "POST /denials/v1/imports",
                Reply.of(
                        201,
                        "application/json",
                        "{\"id\":\"x\",\"status\":\"FAULTY\",\"faults\":[{\"row\":3,\"column\":\"name\",\"detail\":\"Missing.\"}]}"));
        assertEquals(ExitCode.REFUSED, run("import check" + CHECK + "--release de --release FR " + file("a")));
        assertTrue(err.toString().contains("row 3, name: Missing."), err.toString());
        assertTrue(err.toString().startsWith("Checking "), "what takes seconds says what it does: " + err);
        assertFalse(out.toString().contains("Checking "), "a script reads the answer alone");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--release de --release FR | {\"mode\":\"LIST\",\"states\":[\"DE\",\"FR\"]} | ''",
                "--release all --exclude jp | {\"mode\":\"ALL\",\"excluded\":[\"JP\"]} | ''",
                "--regime wa | {\"mode\":\"REGIME\",\"regime\":\"WA\"} | REGIME_DERIVED",
                "--regime WA --exclude JP --exclude KR | {\"mode\":\"REGIME\",\"regime\":\"WA\",\"excluded\":[\"JP\",\"KR\"]} | REGIME_DERIVED",
                "--regime WA --release DE | {\"mode\":\"LIST\",\"states\":[\"DE\"],\"regime\":\"WA\"} | REGIME_DERIVED",
                "--regime WA --provenance OWN | {\"mode\":\"REGIME\",\"regime\":\"WA\"} | OWN",
                "--release nobody | {\"mode\":\"ORIGINATOR_ONLY\"} | ''",
                "--provenance PARTNER | '' | PARTNER",
                "'' | '' | ''"
            })
    void R259_a_file_is_checked_with_all_that_is_asked_once_for_it(String options, String release, String provenance)
            throws IOException {
        reply("POST /denials/v1/imports", Reply.of(201, "application/json", "{\"status\":\"CHECKED\",\"faults\":[]}"));
        String line = "import check" + CHECK + "--suspension-ends-on 2026-09-30 " + options;
        assertEquals(ExitCode.DONE, run(line.strip() + " " + file("a")), err.toString());
        String body = sent("POST /denials/v1/imports").body();
        JsonNode settings =
                Http.JSON.readTree(body.substring(body.indexOf('{'), body.indexOf("\r\n--", body.indexOf('{'))));
        assertEquals("2026-09-30", settings.path("suspensionEndsOn").asText());
        assertEquals(
                release,
                settings.path("releasability").isMissingNode()
                        ? ""
                        : settings.path("releasability").toString());
        assertEquals(provenance, settings.path("provenance").asText());
    }

    @Test
    void nobody_is_excluded_from_a_release_to_nobody() {
        assertEquals(ExitCode.USAGE, run("import check" + CHECK + "--exclude JP " + file("a")));
        assertFalse(askedTheService());
    }

    @Test
    void R225_a_step_that_was_broken_off_ends_and_one_that_goes_on_is_waited_for() {
        reply("POST " + IMPORT + "/apply", Reply.of(202, "application/json", "{}"));
        Reply running = Reply.json(
                "{\"status\":\"APPLYING\",\"interrupted\":false,\"progress\":{\"done\":812,\"total\":5000}}");
        reply(
                "GET " + IMPORT,
                running,
                running,
                Reply.json(
                        "{\"status\":\"APPLYING\",\"interrupted\":true,\"progress\":{\"done\":812,\"total\":5000}}"));
        assertEquals(ExitCode.UNAVAILABLE, run("import apply " + ID));
        assertTrue(err.toString().contains("broken off"), err.toString());
        assertEquals(1, times(TOKEN));

        reply("GET " + IMPORT, running, running, Reply.json("{\"status\":\"APPLIED\",\"interrupted\":false}"));
        assertEquals(ExitCode.DONE, run("import apply " + ID), err.toString());
        reply(
                "GET " + IMPORT,
                Reply.json("{\"status\":\"CHECKED\",\"failure\":[{\"pointer\":\"A/1\",\"detail\":\"Taken.\"}]}"));
        assertEquals(ExitCode.REFUSED, run("import apply " + ID));
        assertTrue(err.toString().contains("A/1: Taken."), err.toString());
    }
}
