package org.comity.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command sends, shows and ends with, against a server that says what we tell it; CliIT has the real one. */
class ComityTest {

    private static final String ID = "0190f6d2-1111-7000-8000-000000000001";

    @TempDir
    private Path folder;

    private final Map<String, String> answers = new HashMap<>();
    private final Map<String, String> sent = new LinkedHashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        environment.put("COMITY_DENIALS_URL", address);
        environment.put("COMITY_KEYCLOAK_URL", address);
        environment.put("COMITY_CLIENT_ID", "nl-system");
        environment.put("COMITY_CLIENT_SECRET", "a-secret");
        answers.put("POST /realms/comity/protocol/openid-connect/token", "{\"access_token\":\"a-token\"}");
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            sent.put(asked, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean token = asked.contains("/realms/");
            byte[] body = answers.getOrDefault(asked, "{}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("ETag", "\"now\"");
            exchange.sendResponseHeaders(token ? 200 : status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private int run(String... arguments) {
        return new Comity(new Surroundings(
                        environment,
                        folder,
                        new ByteArrayInputStream(new byte[0]),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true)))
                .run(arguments);
    }

    @Test
    void a_list_is_a_table_and_a_text_in_it_is_no_command_for_the_terminal() {
        answers.put(
                "GET /denials/v1/denials?status=NOTIFIED&limit=100",
                "{\"items\":[{\"ref\":\"DN-NL\",\"status\":\"NOTIFIED\\u001b[2J\",\"controlCodes\":[\"4D004\",\"5A001\"]}]}");
        assertEquals(ExitCode.DONE, run("denials", "list", "--status", "NOTIFIED"));
        assertTrue(out.toString().contains("REFERENCE"), out.toString());
        assertTrue(out.toString().contains("4D004, 5A001"));
        assertFalse(out.toString().contains("\u001b"));
    }

    @Test
    void R220_a_problem_names_its_fields_and_is_a_refusal() {
        status = 422;
        answers.put(
                "POST /denials/v1/consultations",
                "{\"detail\":\"Wrong.\",\"errors\":[{\"pointer\":\"/type\",\"detail\":\"No such type.\"}]}");
        Path file = file("{}");
        assertEquals(ExitCode.REFUSED, run("consult", "new", file.toString()));
        assertTrue(err.toString().contains("Wrong."), err.toString());
        assertTrue(err.toString().contains("/type: No such type."));
    }

    @ParameterizedTest
    @CsvSource({"404, 1", "403, 1", "500, 3", "503, 3"})
    void R220_an_exit_code_tells_a_refusal_from_a_failure(int answered, int code) {
        status = answered;
        assertEquals(code, run("denials", "show", ID));
    }

    @Test
    void R220_nobody_answering_is_a_failure_that_says_who() {
        server.stop(0);
        assertEquals(ExitCode.UNAVAILABLE, run("denials", "show", ID));
        assertTrue(err.toString().contains("does not answer"), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"denials show x", "denials show ../imports", "nothing", "import check no-such-file", ""})
    void R220_a_wrong_command_is_refused_before_anything_is_sent(String line) {
        assertEquals(ExitCode.USAGE, run(line.isEmpty() ? new String[0] : line.split(" ")));
        assertTrue(sent.keySet().stream().noneMatch(asked -> asked.contains("/denials/")), sent.toString());
    }

    @Test
    void R221_no_secret_is_shown_and_half_a_client_is_refused() {
        answers.put("GET /denials/v1/denials/" + ID, "{\"ref\":\"DN-NL\"}");
        run("denials", "show", ID);
        assertFalse((out.toString() + err).contains("a-secret"));
        assertFalse((out.toString() + err).contains("a-token"));
        environment.remove("COMITY_CLIENT_SECRET");
        assertEquals(ExitCode.USAGE, run("denials", "show", ID));
    }

    @Test
    void R221_without_a_session_one_is_told_to_sign_in_and_a_session_is_for_its_owner() throws IOException {
        environment.remove("COMITY_CLIENT_ID");
        assertEquals(ExitCode.REFUSED, run("denials", "show", ID));
        assertTrue(err.toString().contains("login"), err.toString());
        new Session(folder).keep("a-refresh-token");
        answers.put(
                "POST /realms/comity/protocol/openid-connect/token",
                "{\"access_token\":\"a-token\",\"refresh_token\":\"the-next\"}");
        assertEquals(ExitCode.DONE, run("denials", "show", ID));
        Path kept = folder.resolve(".comity-cli/session");
        assertEquals("the-next", Files.readString(kept));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
        assertEquals(ExitCode.DONE, run("logout"));
        assertFalse(Files.exists(kept));
    }

    @Test
    void R222_a_file_is_not_written_over_unless_told() throws IOException {
        answers.put("GET /denials/v1/exports?format=csv", "a,b");
        Path file = file("mine");
        assertEquals(ExitCode.USAGE, run("denials", "export", "--out", file.toString()));
        assertEquals("mine", Files.readString(file));
        assertEquals(ExitCode.DONE, run("denials", "export", "--out", file.toString(), "--force"));
        assertEquals("a,b", Files.readString(file));
    }

    @Test
    void faults_of_a_file_are_told_by_row_and_column() {
        answers.put(
                "POST /denials/v1/imports",
                "{\"id\":\"x\",\"status\":\"FAULTY\",\"faults\":[{\"row\":3,\"column\":\"name\",\"detail\":\"Missing.\"}]}");
        int code = run(
                "import",
                "check",
                file("a").toString(),
                "--kind",
                "REFUSAL",
                "--decision-date",
                "2026-03-31",
                "--basis",
                "LISTED",
                "--country-means",
                "PARTY",
                "--release",
                "de",
                "--release",
                "FR");
        assertEquals(ExitCode.REFUSED, code, err.toString());
        assertTrue(err.toString().contains("row 3, name: Missing."), err.toString());
        String body = sent.get("POST /denials/v1/imports");
        assertTrue(body.contains("\"DE\", \"FR\""), body);
    }

    @Test
    void a_step_names_the_version_that_there_is_and_a_thread_its_state() {
        assertEquals(ExitCode.DONE, run("consult", "reply", ID, "IDENTICAL", "--state", "ee"));
        assertEquals(
                "{\"answer\":\"IDENTICAL\"}", sent.get("POST /denials/v1/consultations/" + ID + "/threads/EE/reply"));
    }

    private Path file(String text) {
        try {
            Path file = folder.resolve("a-file");
            Files.writeString(file, text);
            return file;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
