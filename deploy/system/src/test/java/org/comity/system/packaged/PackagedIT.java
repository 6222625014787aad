package org.comity.system.packaged;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.comity.backing.KeycloakAdmin;
import org.comity.backing.MadeAccounts;
import org.comity.kernel.test.Eventually;
import org.comity.kernel.test.RawHttp.Answer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every contract, header, limit and filter once, on the packaged system: what holds in a test of a module may be true in
 * test mode alone.
 */
@Order(2_000_000_000)
class PackagedIT {

    private static final Packaged SYSTEM = Packaged.system();
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final int LARGEST = 256 * 1024;
    private static final String OF_TWO_STATES = "two.states";

    private static boolean officerIsMade;

    static List<String> services() {
        return Packaged.services();
    }

    static List<String> parts() {
        return Packaged.parts();
    }

    /** An address of a service that lists records. */
    private static String list(String service) {
        return operations().stream()
                .filter(operation -> operation.service().equals(service)
                        && operation.method().equals("GET")
                        && !operation.isOpen()
                        && operation.path().matches("/[a-z]+/v1/(states|rules|" + service + ")"))
                .map(Operation::path)
                .findFirst()
                .orElseThrow();
    }

    static List<Operation> operations() {
        return services().stream()
                .flatMap(service -> Operation.of(service).stream())
                .toList();
    }

    /** The headers of an empty body of the type that the operation takes. */
    private static String empty(Operation operation) {
        if (operation.method().equals("GET")) {
            return "";
        }
        String type = operation
                .bodyType()
                .map(said -> "Content-Type: " + said + "\r\n")
                .orElse(JSON);
        return (operation.takesForm() ? "Content-Type: multipart/form-data; boundary=x\r\n" : type)
                + "Content-Length: 0\r\n";
    }

    private static Answer send(Operation operation, String headers) {
        return SYSTEM.raw(operation.service()).send(operation.method() + " " + operation.anyPath(), headers);
    }

    private static Answer send(Operation operation, String headers, String body) {
        return SYSTEM.raw(operation.service())
                .send(
                        operation.method() + " " + operation.anyPath(),
                        SYSTEM.authorization("nl.officer") + headers,
                        body);
    }

    private static void assertProblem(int status, Answer answer) {
        assertEquals(status, answer.status(), answer.toString());
        assertTrue(answer.isProblem(), answer.toString());
        assertHeaders(answer);
    }

    private static void assertHeaders(Answer answer) {
        assertEquals("no-store", answer.header("cache-control").orElse(""), answer.toString());
        assertEquals("nosniff", answer.header("x-content-type-options").orElse(""), answer.toString());
    }

    @ParameterizedTest
    @MethodSource("services")
    void R275_each_service_serves_its_contract_as_it_is(String service) throws IOException {
        Answer answer = SYSTEM.raw(service).send("GET /q/openapi", "");
        assertEquals(Files.readString(Packaged.contract(service)), answer.body());
        assertEquals("application/yaml", answer.header("content-type").orElse(""));
        assertHeaders(answer);
        assertTrue(SYSTEM.raw(service)
                .send("GET /q/openapi", "Accept: application/json\r\n")
                .body()
                .startsWith("{\"openapi\":\"3.1.0\""));
    }

    static Stream<String> insideAddresses() {
        return Stream.of("/q/metrics", "/q/health", "/q/health/ready", "/q/dev-ui", "/q/swagger-ui", "/q")
                .flatMap(path -> Stream.of(
                        path,
                        path + "/",
                        "/" + path,
                        "/denials/v1/%2e%2e/%2e%2e" + path,
                        "/denials/v1/../.." + path,
                        "/x/%2E%2E" + path,
                        path.replace("q", "%71"),
                        path + ";a=b"));
    }

    @ParameterizedTest
    @MethodSource("insideAddresses")
    void R276_no_port_that_an_ingress_passes_on_tells_metrics_or_health(String path) {
        for (String part : Packaged.parts()) {
            for (String headers : List.of("", "X-Forwarded-Prefix: /q\r\nX-Original-URL: /q/metrics\r\n")) {
                Answer answer = SYSTEM.raw(part).send("GET " + path, headers);
                assertTrue(List.of(401, 404).contains(answer.status()), part + " " + answer);
                assertFalse(answer.body().contains("jvm_") || answer.body().contains("\"checks\""), part + answer);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void R276_a_management_port_tells_health_and_metrics_without_records_and_acts(String part) {
        Answer health = SYSTEM.raw(part + "-management").send("GET /q/health/ready", "");
        assertEquals(200, health.status(), health.toString());
        SYSTEM.raw(part).send("GET /" + part + "/v1/00000000-0000-4000-8000-00000000abcd", "");
        String metrics = SYSTEM.raw(part + "-management")
                .send("GET /q/metrics", "Accept: text/plain\r\n")
                .body();
        assertTrue(metrics.contains("jvm_memory_used_bytes"), metrics);
        for (String telling : List.of("uri=", "abcd", "approve", "topic=", "_done", "method=")) {
            assertFalse(metrics.contains(telling), telling + " in " + metrics);
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void R251_each_operation_asks_for_a_token_unless_it_is_open(Operation operation) {
        Answer answer = send(operation, empty(operation));
        if (operation.isOpen()) {
            assertTrue(List.of(200, 404).contains(answer.status()), answer.toString());
            assertHeaders(answer);
        } else {
            assertProblem(401, answer);
            assertEquals("Bearer", answer.header("www-authenticate").orElse(""));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void R60_each_operation_refuses_an_officer_of_two_states_unless_it_is_open(Operation operation) {
        Answer answer = SYSTEM.raw(operation.service())
                .send(
                        operation.method() + " " + operation.anyPath(),
                        SYSTEM.authorization(officerOfTwoStates()) + empty(operation));
        if (operation.isOpen()) {
            assertTrue(List.of(200, 404).contains(answer.status()), answer.toString());
        } else {
            assertProblem(403, answer);
            assertTrue(answer.body().contains("urn:comity:problem:no-state"), answer.toString());
        }
    }

    private static synchronized String officerOfTwoStates() {
        if (!officerIsMade) {
            try (KeycloakAdmin keycloak = new KeycloakAdmin(
                    SYSTEM.comity().url("keycloak"), SYSTEM.comity().secret("keycloak-admin"))) {
                MadeAccounts accounts = new MadeAccounts(keycloak, "comity");
                accounts.grant(accounts.memberOf(OF_TWO_STATES, "nl", "de"), "licensing-officer");
            }
            officerIsMade = true;
        }
        return OF_TWO_STATES;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void R274_each_operation_refuses_a_parameter_that_it_does_not_have(Operation operation) {
        Answer answer = SYSTEM.raw(operation.service())
                .send(
                        operation.method() + " " + operation.anyPath() + "?stauts=DRAFT",
                        SYSTEM.authorization("nl.officer") + empty(operation));
        assertProblem(400, answer);
        assertTrue(answer.body().contains("\"stauts\""), answer.toString());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void R274_each_address_tells_its_methods_and_no_others(Operation operation) {
        Set<String> methods = new TreeSet<>();
        Operation.of(operation.service()).stream()
                .filter(other -> other.path().equals(operation.path()))
                .forEach(other -> methods.add(other.method()));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        Answer refused = SYSTEM.raw(operation.service())
                .send(
                        (methods.contains("DELETE") ? "PATCH " : "DELETE ") + operation.anyPath(),
                        SYSTEM.authorization("nl.officer"));
        assertProblem(405, refused);
        assertEquals(String.join(", ", methods), refused.header("allow").orElse(""));
        methods.add("OPTIONS");
        Answer options = SYSTEM.raw(operation.service()).send("OPTIONS " + operation.anyPath(), "");
        assertEquals(204, options.status());
        assertEquals(String.join(", ", methods), options.header("allow").orElse(""));
        assertHeaders(options);
    }

    static List<Operation> withBody() {
        return operations().stream().filter(Operation::takesJson).toList();
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void R274_each_body_is_bounded_json_in_utf_8(Operation operation) {
        String large = "{\"x\":\"" + "<".repeat(LARGEST) + "\"}";
        assertProblem(413, send(operation, JSON, large));
        assertProblem(415, send(operation, "Content-Type: text/plain\r\n", "{}"));
        assertProblem(415, send(operation, JSON + "Content-Encoding: gzip\r\n", "{}"));
        assertProblem(400, send(operation, JSON, "{\"no such field\":1}"));
        assertProblem(400, send(operation, JSON, "{\"a\":null}"));
        assertProblem(400, send(operation, JSON, "{"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void R274_each_operation_answers_what_is_accepted_or_says_that_it_cannot(Operation operation) {
        for (String accept : List.of("image/png", "x", ";")) {
            Answer answer = send(
                    operation, SYSTEM.authorization("nl.officer") + empty(operation) + "Accept: " + accept + "\r\n");
            assertTrue(answer.status() < 500, operation + " " + answer);
            assertTrue(answer.status() == 200 || answer.isProblem(), operation + " " + answer);
        }
    }

    @Test
    void R274_each_filter_refuses_what_it_cannot_read() {
        List<String> taken = new ArrayList<>();
        for (Operation operation : operations()) {
            if (!operation.method().equals("GET") || operation.path().contains("{")) {
                continue;
            }
            operation.parameters().stream()
                    .filter(parameter -> parameter.path("in").asText().equals("query"))
                    .forEach(parameter -> {
                        String name = parameter.path("name").asText();
                        Answer answer = SYSTEM.raw(operation.service())
                                .send(
                                        "GET " + operation.path() + "?" + name + "=%00%F0%9F%92%A9%20%3C",
                                        SYSTEM.authorization("nl.poc"));
                        if (answer.status() < 400 || answer.status() >= 500) {
                            taken.add(operation + " " + name + " " + answer.status());
                        }
                    });
        }
        assertEquals(List.of(), taken);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void R274_what_is_too_long_is_refused_before_it_is_read(String part) {
        assertEquals(414, SYSTEM.raw(part).send("GET /" + "a".repeat(9_000), "").status());
        assertEquals(
                431,
                SYSTEM.raw(part)
                        .send("GET /a", ("X-A: " + "a".repeat(6_000) + "\r\n").repeat(4))
                        .status());
        assertEquals(
                413,
                SYSTEM.raw(part)
                        .send("POST /a", JSON + "Content-Length: 90000000\r\n", new byte[0])
                        .status());
    }

    @Test
    void R274_an_address_that_is_no_uri_is_refused_by_each_part() {
        for (String part : Packaged.parts()) {
            for (String address : List.of("/nowhere?{", "/home?x=|", "/%7b{", "/a?x=\"")) {
                assertEquals(400, SYSTEM.raw(part).send("GET " + address, "").status(), part + address);
            }
            assertEquals(404, SYSTEM.raw(part).send("GET /%68ome", "").status(), part);
        }
    }

    @Test
    void R274_the_portal_takes_no_form_that_announces_no_length_and_keeps_its_headers() {
        String origin = "Origin: " + SYSTEM.comity().url("portal") + "\r\n";
        Answer chunked = SYSTEM.raw("portal")
                .send(
                        "POST /denials/new/decision",
                        origin + "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n",
                        "5\r\na=%3C\r\n0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(400, chunked.status());
        for (String path : List.of("/", "/nowhere", "/%zz", "/denials?cursor=x")) {
            Answer page = SYSTEM.raw("portal").send("GET " + path, "");
            assertTrue(page.status() < 500, page.toString());
            assertTrue(page.header("content-security-policy").orElse("").contains("default-src 'none'"), path);
        }
    }

    @Test
    void R274_a_form_without_a_session_costs_no_more_than_it_gives_back() {
        String origin = "Origin: " + SYSTEM.comity().url("portal") + "\r\n";
        String form = "Content-Type: application/x-www-form-urlencoded\r\n";
        Answer given =
                SYSTEM.raw("portal").send("POST /denials/new/decision", origin + form, "a=" + "%3C".repeat(20_000));
        assertEquals(401, given.status());
        assertTrue(given.body().contains("&lt;&lt;"), "it is given back");
        Answer long_ =
                SYSTEM.raw("portal").send("POST /denials/new/decision", origin + form, "a=" + "%3C".repeat(200_000));
        assertEquals(401, long_.status());
        assertFalse(long_.body().contains("&lt;&lt;"), "it is not given back");
        Answer tooLong =
                SYSTEM.raw("portal").send("POST /denials/new/decision", origin + form, "a=" + "%3C".repeat(400_000));
        assertEquals(413, tooLong.status());
    }

    @Test
    void R277_a_database_that_hangs_is_503_within_seconds_and_comes_back() throws Exception {
        String officer = SYSTEM.authorization("nl.officer");
        assertEquals(
                200,
                SYSTEM.raw("denials").send("GET /denials/v1/denials", officer).status());
        List<ProcessHandle> postgres = SYSTEM.comity().postgres();
        signal("-STOP", postgres);
        try {
            for (String service : services()) {
                String list = list(service);
                long began = System.nanoTime();
                Answer answer = SYSTEM.raw(service).send("GET " + list, officer);
                assertProblem(503, answer);
                Duration took = Duration.ofNanos(System.nanoTime() - began);
                assertTrue(took.compareTo(Duration.ofSeconds(15)) < 0, service + " took " + took);
            }
        } finally {
            signal("-CONT", postgres);
        }
        for (String service : services()) {
            String list = list(service);
            Eventually.itIsSo(
                    service + " answers again",
                    () -> SYSTEM.raw(service).send("GET " + list, officer).status() == 200);
        }
    }

    private static void signal(String which, List<ProcessHandle> processes) throws Exception {
        List<String> line = new ArrayList<>(List.of("kill", which));
        processes.forEach(process -> line.add(Long.toString(process.pid())));
        assertTrue(new ProcessBuilder(line).start().waitFor(10, TimeUnit.SECONDS));
    }
}
