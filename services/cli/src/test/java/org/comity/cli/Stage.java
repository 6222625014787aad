package org.comity.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A command, and a server that says what a test tells it; CliIT has the real one. */
abstract class Stage {

    static final String ID = "0190f6d2-1111-7000-8000-000000000001";
    static final String TOKEN = "POST /realms/comity/protocol/openid-connect/token";

    /** What the server answers. */
    record Reply(int status, String mediaType, Map<String, List<String>> headers, byte[] body) {

        static Reply json(String body) {
            return of(200, "application/json", body);
        }

        static Reply problem(int status, String body) {
            return of(status, "application/problem+json", body);
        }

        static Reply of(int status, String mediaType, String body) {
            return new Reply(status, mediaType, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        }

        Reply with(String header, String... values) {
            return new Reply(status, mediaType, Map.of(header, List.of(values)), body);
        }
    }

    /** What was asked. */
    record Asked(String request, Map<String, String> headers, String body) {}

    @TempDir
    Path folder;

    final Map<String, Deque<Reply>> replies = new HashMap<>();
    final List<Asked> asked = new ArrayList<>();
    final Map<String, String> environment = new HashMap<>();
    final StringWriter out = new StringWriter();
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final StringWriter err = new StringWriter();
    HttpServer server;
    String address = "";
    boolean terminal;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort();
        environment.put("COMITY_DENIALS_URL", address);
        environment.put("COMITY_KEYCLOAK_URL", address);
        environment.put("COMITY_CLIENT_ID", "nl-system");
        environment.put("COMITY_CLIENT_SECRET", "a-secret");
        reply(TOKEN, Reply.json("{\"access_token\":\"a-token\",\"expires_in\":300}"));
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    /** The answers to a request, one after another; the last one stays. */
    void reply(String request, Reply... answers) {
        replies.put(request, new ArrayDeque<>(List.of(answers)));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            Map<String, String> headers = new HashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            asked.add(new Asked(
                    request, headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Deque<Reply> left = replies.getOrDefault(request, new ArrayDeque<>(List.of(Reply.json("{\"items\":[]}"))));
            Reply reply = left.size() > 1 ? left.removeFirst() : left.getFirst();
            if (!reply.mediaType().isEmpty()) {
                exchange.getResponseHeaders().set("Content-Type", reply.mediaType());
            }
            exchange.getResponseHeaders().set("ETag", "\"now\"");
            exchange.getResponseHeaders().putAll(reply.headers());
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    int run(String... arguments) {
        return new Comity(new Surroundings(
                        environment, folder, new PrintWriter(out, true), bytes, terminal, new PrintWriter(err, true)))
                .run(arguments);
    }

    int run(String line) {
        return run(line.isEmpty() ? new String[0] : line.split(" "));
    }

    long times(String request) {
        return asked.stream().filter(one -> one.request().equals(request)).count();
    }

    /** What was sent with the last such request. */
    Asked sent(String request) {
        return asked.reversed().stream()
                .filter(one -> one.request().equals(request))
                .findFirst()
                .orElseThrow(() -> new AssertionError(request + " is not among " + asked));
    }

    boolean askedTheService() {
        return asked.stream().anyMatch(one -> one.request().contains("/denials/v1"));
    }

    Path file(String text) {
        try {
            return Files.writeString(folder.resolve("a-file"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
