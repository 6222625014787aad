package org.comity.kernel.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.comity.kernel.test.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands before the resources of a service, written to byte by byte. */
@QuarkusTest
@QuarkusTestResource(ComityServers.class)
class EntranceTest {

    private static final String JSON = "Content-Type: application/json\r\n";

    @TestHTTPResource("/")
    URI service;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private RawHttp http() {
        return RawHttp.to(service.toString());
    }

    private static String officer() {
        return "Authorization: Bearer " + Tokens.of("nl.officer") + "\r\n";
    }

    private Answer post(String headers, byte[] body) {
        return http().send("POST /notes", officer() + headers, body);
    }

    private Answer put(String json) {
        return http().send("PUT /notes", officer() + JSON, json);
    }

    private static void assertProblem(int status, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertTrue(answer.isProblem(), answer.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/notes/%2e%2e/q/metrics",
                "/notes/../q/metrics",
                "/./notes",
                "//notes",
                "/notes;a=b",
                "/notes/",
                "/notes%2Ffailure",
                "/notes%5cfailure",
                "/notes%00",
                "/q/metrics",
                "/q/health",
                "/q/health/ready",
                "/nowhere"
            })
    void R274_there_is_nothing_at_an_address_in_another_form(String address) {
        assertProblem(404, http().send("GET " + address, officer()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/notes?limit=%zz", "/%zz", "/notes?limit=%", "/notes?limit=%ff", "/notes/%c3%28"})
    void R274_an_address_that_is_not_percent_encoded_utf_8_is_malformed(String address) {
        assertProblem(400, http().send("GET " + address, officer()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "|", "^", "\"", "<", ">", "`", "\u00e9"})
    void R274_a_character_that_is_to_be_percent_encoded_is_malformed(String character) {
        assertProblem(400, http().send("GET /notes?limit=" + character, officer()));
        assertProblem(400, http().send("GET /nowhere?" + character, ""));
        assertProblem(400, http().send("GET /notes/" + character, officer()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%6eotes", "/n%4Ftes", "/notes%2d1", "/%7Enotes", "/notes/%31"})
    void R274_a_letter_in_disguise_is_another_address(String address) {
        assertProblem(404, http().send("GET " + address + "?misspelt=1", officer()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%20", "%201", "1%20", "%C2%A01", "1%E2%80%8B"})
    void R274_a_filter_that_says_nothing_or_has_blanks_around_it_is_refused(String value) {
        Answer answer = http().send("GET /notes?limit=" + value, officer());
        assertProblem(400, answer);
        assertTrue(answer.body().contains("\"pointer\":\"limit\""), answer.toString());
    }

    @Test
    void R274_a_header_of_many_characters_costs_no_stack() {
        String quoted = "a/b;c=\"" + "a".repeat(13_000) + "\"";
        String parameters = "a/b" + ";a=b".repeat(3_200);
        for (String type : List.of(quoted, parameters)) {
            assertProblem(406, http().send("GET /notes", officer() + "Accept: " + type + "\r\n"));
            assertProblem(415, post("Content-Type: " + type + "\r\nContent-Length: 2\r\n", bytes("{}")));
        }
    }

    @Test
    void R274_an_address_of_4096_characters_is_taken_and_a_longer_one_is_not() {
        String address = "/notes?limit=";
        assertProblem(400, http().send("GET " + address + "1".repeat(4096 - address.length()), officer()));
        assertProblem(414, http().send("GET " + address + "1".repeat(4097 - address.length()), officer()));
    }

    @Test
    void R274_headers_of_16_kilobytes_are_taken_and_larger_ones_are_not() {
        assertEquals(
                200,
                http().send("GET /notes", officer() + "X-A: " + "a".repeat(8_000) + "\r\n")
                        .status());
        assertProblem(
                431,
                http().send(
                                "GET /notes",
                                officer() + "X-A: " + "a".repeat(8_000) + "\r\nX-B: " + "b".repeat(8_400) + "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: gzip, chunked\r\n",
                "Transfer-Encoding: chunked\r\nTrailer: X-A\r\n",
                "Transfer-Encoding: chunked\r\nExpect: something\r\n",
                "Transfer-Encoding: chunked\r\nAuthorization: Bearer a.b.c\r\n"
            })
    void R274_headers_that_contradict_each_other_are_refused(String headers) {
        assertProblem(400, post(JSON + headers, bytes("2\r\n{}\r\n0\r\n\r\n")));
    }

    @Test
    void R274_a_connection_on_which_two_lengths_may_have_stood_is_closed() {
        Answer answer = post(
                JSON + "Transfer-Encoding: chunked\r\nContent-Length: 7\r\n",
                bytes("c\r\n{\"text\":\"a\"}\r\n0\r\n\r\n"));
        assertEquals("close", answer.header("connection").orElse(""), answer.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Encoding: gzip\r\nContent-Type: application/json\r\n",
                "Content-Type: application/json;charset=utf-16\r\n",
                "Content-Type: text/plain\r\n",
                "Content-Type: x\r\n",
                "Content-Type: application/json;;=\r\n",
                ""
            })
    void R274_a_body_of_another_type_or_coding_is_refused(String headers) {
        assertProblem(415, post(headers + "Content-Length: 2\r\n", bytes("{}")));
    }

    @Test
    void R274_a_body_of_256_kilobytes_is_read_and_a_larger_one_is_not() {
        String head = "{\"text\":\"";
        String fits = head + "a".repeat(262_144 - head.length() - 2) + "\"}";
        // the sample keeps notes of 2000 characters: it was read, and found wrong by the database
        assertTrue(List.of(201, 500)
                .contains(http().send("POST /notes", officer() + JSON, fits).status()));
        assertProblem(413, http().send("POST /notes", officer() + JSON, fits + " "));
        assertEquals(
                "close",
                http().send("POST /notes", officer() + JSON, fits + " ")
                        .header("connection")
                        .orElse(""));
    }

    @Test
    void R274_a_body_that_announces_no_length_is_counted() {
        String begin = "9\r\n{\"text\":\"\r\n";
        String chunk = "10000\r\n" + "a".repeat(65_536) + "\r\n";
        String end = "2\r\n\"}\r\n0\r\n\r\n";
        String chunked = JSON + "Transfer-Encoding: chunked\r\n";
        assertEquals(201, post(chunked, bytes(begin + chunk.repeat(3) + end)).status());
        assertProblem(413, post(chunked, bytes(begin + chunk.repeat(4) + end)));
    }

    @Test
    void R274_a_body_that_is_too_large_is_refused_before_its_end_comes() {
        String begin = "d\r\n{\"text\":\"aaaa\r\n";
        String chunk = "10000\r\n" + "a".repeat(65_536) + "\r\n";
        assertProblem(413, post(JSON + "Transfer-Encoding: chunked\r\n", bytes(begin + chunk.repeat(20))));
    }

    @Test
    void R277_a_body_that_does_not_arrive_in_time_holds_no_connection() throws Exception {
        String head =
                "POST /notes HTTP/1.1\r\nHost: 127.0.0.1\r\n" + officer() + JSON + "Transfer-Encoding: chunked\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", service.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(bytes(head));
            assertThrows(IOException.class, () -> {
                // a byte now and then, so that the server's timeout for the next part never comes
                for (int i = 0; i < 200; i++) {
                    out.write(bytes("1\r\n \r\n"));
                    out.flush();
                    TimeUnit.MILLISECONDS.sleep(50);
                }
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "utf-16le", "utf-16be", "utf-32"})
    void R68_json_is_utf_8(String charset) {
        byte[] body = "{\"text\":\"a\"}".getBytes(java.nio.charset.Charset.forName(charset));
        assertProblem(400, post(JSON + "Content-Length: " + body.length + "\r\n", body));
    }

    @Test
    void R68_a_date_has_no_time_and_no_blank_and_nothing_is_null() {
        assertEquals(200, put("{\"day\":\"2026-03-31\"}").status());
        for (String day : List.of(
                "\"2026-03-31T00:00:00\"",
                "\" 2026-03-31\"",
                "\"2026-03-31 \"",
                "\"2026-02-30\"",
                "\"26-03-31\"",
                "\"+2026-03-31\"",
                "null",
                "20543",
                "[2026,3,31]")) {
            assertProblem(400, put("{\"day\":" + day + "}"));
        }
        assertEquals(200, put("{\"texts\":[\"a\"]}").status());
        assertProblem(400, put("{\"texts\":null}"));
        assertProblem(400, put("{\"texts\":[null]}"));
    }

    @Test
    void R274_a_parameter_that_there_is_not_or_that_stands_too_often_is_refused_by_name() {
        assertEquals(200, http().send("GET /notes?limit=5", officer()).status());
        assertEquals(200, http().send("GET /notes?state=NL&state=DE", officer()).status());
        for (String query : List.of("limti=5", "limit=5&limit=5", "state=NL&state=DE&state=FR", "a[]=b", "=b")) {
            assertProblem(400, http().send("GET /notes?" + query, officer()));
        }
        assertTrue(http().send("GET /notes?limti=5", officer()).body().contains("limti"));
        // a stranger learns nothing of parameters
        assertProblem(401, http().send("GET /notes?limti=5", ""));
    }

    @Test
    void R65_a_cursor_made_by_hand_is_refused() {
        String place = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes("2026-06-15T12:00:00Z|0f5a7e4e-0000-4000-8000-000000000000"));
        assertProblem(400, http().send("GET /notes?cursor=" + place, officer()));
        assertProblem(400, http().send("GET /notes?cursor=" + place + ".AAAAAAAAAAAAAAAA", officer()));
        assertProblem(400, http().send("GET /notes?cursor=x", officer()));
        assertProblem(400, http().send("GET /notes?cursor=", officer()));
    }

    @Test
    void R274_the_methods_of_an_address_are_those_of_the_contract() {
        Answer options = http().send("OPTIONS /notes", "");
        assertEquals(204, options.status());
        assertEquals("GET, HEAD, OPTIONS, POST, PUT", options.header("allow").orElse(""));
        Answer refused = http().send("DELETE /notes", officer());
        assertProblem(405, refused);
        assertEquals("GET, HEAD, POST, PUT", refused.header("allow").orElse(""));
        Answer unknown = http().send("BREW /notes", officer());
        assertProblem(405, unknown);
        assertEquals("GET, HEAD, POST, PUT", unknown.header("allow").orElse(""));
        assertProblem(404, http().send("OPTIONS /nowhere", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "...",
                ".",
                "",
                "a.b.c",
                "a.b",
                "e30.e30.e30",
                "e30.e30.",
                "eyJhbGciOiJub25lIn0.e30.",
                "eyJhbGciOiJSUzI1NiIsImtpZCI6IngifQ.e30.AAAA",
                "eyJhbGciOiJSUzI1NiIsImtpZCI6MX0.e30.AAAA",
                "eyJhbGciOlsxXX0.eyJleHAiOiJ4In0.AAAA",
                "bnVsbA.bnVsbA.AAAA",
                "W10.W10.AAAA"
            })
    void R274_a_token_of_another_form_is_no_failure_of_ours(String token) {
        assertProblem(401, http().send("GET /notes", "Authorization: Bearer " + token + "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ";;,/", "text/html", "application/pdf", "*", "a/b/c", "application/json;q=x"})
    void R274_what_a_caller_accepts_is_answered_or_refused_and_never_fails(String accept) {
        Answer answer = http().send("GET /notes", officer() + "Accept: " + accept + "\r\n");
        assertTrue(
                answer.status() == 200 || List.of(400, 406).contains(answer.status()) && answer.isProblem(),
                answer.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--x",
                "--x\r\n",
                "--x\r\n\r\n\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\na",
                "--x\r\nContent-Disposition: form-data; name=\"settings\"\r\nContent-Type: text/plain;charset=nope\r\n\r\na\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"settings\"\r\nContent-Type: /;\r\n\r\na\r\n--x--\r\n",
                "--x\r\nContent-Disposition form-data\r\n\r\na\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"settings\"\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%\r\n--x--\r\n",
                "--x\r\nContent-Disposition: attachment\r\n\r\na\r\n--x--\r\n",
                "no boundary at all"
            })
    void R274_a_form_that_cannot_be_read_is_no_failure_of_ours(String body) {
        for (String type : List.of(
                "multipart/form-data;boundary=x",
                "multipart/form-data",
                "multipart/form-data;boundary=",
                "multipart/form-data;boundary=\"x",
                "multipart/form-data;boundary=x;charset=nope")) {
            Answer answer = http().send("POST /notes/form", officer() + "Content-Type: " + type + "\r\n", body);
            assertTrue(answer.status() == 204 || answer.status() < 500 && answer.isProblem(), type + " " + answer);
        }
    }

    @Test
    void R277_a_statement_that_takes_too_long_is_503() {
        assertProblem(503, http().send("GET /notes/slow", officer()));
    }

    @Test
    void R275_the_contract_is_served_as_it_is() throws Exception {
        byte[] file = EntranceTest.class
                .getResourceAsStream("/META-INF/openapi/notes.yaml")
                .readAllBytes();
        assertEquals(
                new String(file, StandardCharsets.UTF_8),
                http().send("GET /q/openapi", "").body());
        assertTrue(http().send("GET /q/openapi?format=json", "").body().contains("\"operationId\":\"addNote\""));
    }

    @Test
    void R276_metrics_have_a_port_of_their_own_and_tell_of_no_record_and_no_act() {
        http().send("POST /notes", officer() + JSON, "{\"text\":\"counted\"}");
        String metrics = RawHttp.to(management.toString())
                .send("GET /q/metrics", "Accept: text/plain\r\n")
                .body();
        assertTrue(metrics.contains("jvm_memory_used_bytes"));
        assertTrue(metrics.contains("http_server_requests_seconds_count{outcome=\"SUCCESS\""), metrics);
        assertFalse(metrics.contains("notes") || metrics.contains("uri=") || metrics.contains("topic"), metrics);
    }
}
