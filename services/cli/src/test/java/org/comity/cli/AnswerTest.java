package org.comity.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken for an answer, and what becomes of it. */
class AnswerTest extends Stage {

    private static final String LIST = "GET /denials/v1/denials?limit=100";
    private static final String EXPORT = "GET /denials/v1/exports?format=";

    @ParameterizedTest
    @CsvSource({
        "200, text/html, <html>Sign in</html>",
        "200, application/json, []",
        "200, application/json, {}",
        "200, application/json, no JSON",
        "200, '', {\"items\":[]}",
        "308, text/html, Moved",
        "204, '', ''",
        "404, text/html, Not here",
        "403, application/json, {\"message\":\"a gateway\"}"
    })
    void R223_what_comity_would_not_answer_is_no_empty_list(int status, String mediaType, String body) {
        reply(LIST, Reply.of(status, mediaType, body));
        assertEquals(ExitCode.UNAVAILABLE, run("denials list"));
        assertEquals("", out.toString());
        assertTrue(err.toString().contains(address), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "Application/JSON; charset=utf-8"})
    void R223_an_empty_list_is_one(String mediaType) {
        reply(LIST, Reply.of(200, mediaType, "{\"items\":[]}"));
        assertEquals(ExitCode.DONE, run("denials list"));
        assertTrue(out.toString().contains("REFERENCE"));
    }

    @Test
    void R223_a_page_for_people_is_saved_as_no_file() {
        reply(EXPORT + "csv", Reply.of(200, "text/html", "<html>"));
        Path file = folder.resolve("new.csv");
        assertEquals(ExitCode.UNAVAILABLE, run("denials export --out " + file));
        assertFalse(Files.exists(file));
    }

    @Test
    void R223_a_page_for_people_is_no_token() {
        reply(TOKEN, Reply.of(200, "text/html", "<html>"));
        assertEquals(ExitCode.UNAVAILABLE, run("denials list"));
        reply(TOKEN, Reply.json("{}"));
        assertEquals(ExitCode.UNAVAILABLE, run("denials list"));
        assertFalse(askedTheService());
    }

    @Test
    void what_is_too_large_is_a_refusal_whoever_says_so() {
        reply("POST /denials/v1/consultations", Reply.of(413, "", ""));
        assertEquals(ExitCode.REFUSED, run("consult new " + file("{}")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void R224_all_pages_are_fetched_also_where_a_proxy_joined_the_links(boolean joined) {
        String first = "<" + address + "/denials/v1/denials?limit=100>; rel=\"first\"";
        String next = "<http://inside:8082/denials/v1/denials?limit=100&cursor=a,b>; title=\"x, y\"; rel=next";
        Reply page = Reply.json("{\"items\":[{\"ref\":\"DN-1\"}]}");
        reply(LIST, joined ? page.with("Link", first + ", " + next) : page.with("Link", first, next));
        reply(
                LIST + "&cursor=a,b",
                Reply.json("{\"items\":[{\"ref\":\"DN-2\"}]}").with("Link", first));
        assertEquals(ExitCode.DONE, run("denials list"), err.toString());
        assertEquals(1, out.toString().split("DN-1", -1).length - 1);
        assertEquals(1, out.toString().split("DN-2", -1).length - 1);
        assertEquals(1, times(LIST));
    }

    @Test
    void R224_pages_that_lead_in_a_circle_end() {
        reply(
                LIST,
                Reply.json("{\"items\":[]}")
                        .with("Link", "<" + address + "/denials/v1/denials?limit=100>; rel=\"next\""));
        assertEquals(ExitCode.UNAVAILABLE, run("denials list"));
        assertEquals(1, times(LIST));
    }

    @Test
    void R226_bytes_go_out_as_they_came() {
        byte[] workbook = {'P', 'K', 3, 4, (byte) 0xff, (byte) 0x80, 0};
        reply(EXPORT + "xlsx", new Reply(200, MediaTypes.WORKBOOK, Map.of(), workbook));
        assertEquals(ExitCode.DONE, run("denials export --format XLSX"), err.toString());
        assertArrayEquals(workbook, bytes.toByteArray());
        assertEquals("", out.toString());
    }

    @Test
    void R226_a_terminal_is_shown_no_workbook_and_is_shown_text() {
        terminal = true;
        assertEquals(ExitCode.USAGE, run("denials export --format xlsx"));
        assertFalse(askedTheService());
        reply(EXPORT + "csv", Reply.of(200, "text/csv", "a,b"));
        assertEquals(ExitCode.DONE, run("denials export"), err.toString());
        assertEquals("a,b", bytes.toString());
    }

    @Test
    void R222_a_file_is_not_written_over_unless_told() throws IOException {
        reply(EXPORT + "csv", Reply.of(200, "text/csv;charset=UTF-8", "a,b"));
        Path file = file("mine");
        assertEquals(ExitCode.USAGE, run("denials export --out " + file));
        assertEquals("mine", Files.readString(file));
        assertEquals(ExitCode.DONE, run("denials export --force --out " + file), err.toString());
        assertEquals("a,b", Files.readString(file));
    }

    @Test
    void R222_the_file_is_looked_at_before_the_originator_gets_a_receipt() {
        String document = "GET /denials/v1/denials/" + ID + "/document";
        reply(document, Reply.of(200, "application/pdf", "%PDF"));
        Path there = file("mine");
        for (String bad : new String[] {
            there.toString(), folder.toString(), folder.resolve("none/a.pdf").toString()
        }) {
            assertEquals(ExitCode.USAGE, run("denials document " + ID + " --out " + bad), bad);
        }
        assertFalse(askedTheService());
        assertEquals(
                ExitCode.DONE, run("denials document " + ID + " --out " + folder.resolve("a.pdf")), err.toString());
        assertTrue(Files.exists(folder.resolve("a.pdf")));
    }
}
