package org.comity.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Stands in for the services denials and bulletins: says what a test tells it to, and keeps what the portal sent. Until a test says
 * anything it answers 503, as a service that is away. What the real one says, the journeys find out.
 */
public final class StubDenials {

    private static final Map<String, Answer> ANSWERS = new ConcurrentHashMap<>();
    private static final Map<String, List<String>> STEPS = new ConcurrentHashMap<>();
    private static final List<Request> REQUESTS = new CopyOnWriteArrayList<>();

    private StubDenials() {}

    /** What is answered. */
    public record Answer(int status, String contentType, byte[] body, Map<String, String> headers) {}

    /** What the portal asked for. */
    public record Request(
            String method,
            String path,
            String query,
            Optional<String> ifMatch,
            Optional<String> authorization,
            String body) {}

    /** Starts it; gives its address. */
    static String start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", StubDenials::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return "http://127.0.0.1:" + server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets everything. */
    public static void reset() {
        ANSWERS.clear();
        STEPS.clear();
        REQUESTS.clear();
    }

    /** Answers this method and path with JSON. */
    public static void answer(String method, String path, int status, String json) {
        answer(method, path, status, json, Map.of("ETag", "\"read\""));
    }

    /** Answers this method and path with JSON and headers. */
    public static void answer(String method, String path, int status, String json, Map<String, String> headers) {
        String type = status < 400 ? "application/json" : "application/problem+json";
        ANSWERS.put(method + " " + path, new Answer(status, type, json.getBytes(StandardCharsets.UTF_8), headers));
    }

    /** Answers this path with a file. */
    public static void file(String path, String contentType, String text) {
        ANSWERS.put(
                "GET " + path,
                new Answer(
                        200,
                        contentType,
                        text.getBytes(StandardCharsets.UTF_8),
                        Map.of("Content-Disposition", "attachment; filename=\"a.file\"")));
    }

    /** Refuses this method and path. */
    public static void refuse(String method, String path, int status, String slug, String errors) {
        answer(method, path, status, """
                {"type": "urn:comity:problem:%s", "title": "Refused", "status": %d, "detail": "It is refused.",
                 "errors": %s}""".formatted(slug, status, errors));
    }

    /** Lists these steps in every record that the person reads, as the service does. Others are offered none. */
    public static void offers(String user, String... steps) {
        STEPS.put(user, List.of(steps));
    }

    /** The body as this reader has it: with the steps that the reader is offered, where the test names some. */
    private static byte[] body(Answer answer, HttpExchange exchange) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        List<String> steps = STEPS.getOrDefault(reader(exchange), List.of());
        if (!exchange.getRequestMethod().equals("GET")
                || steps.isEmpty()
                || !text.startsWith("{\"")
                || text.contains("\"steps\"")) {
            return answer.body();
        }
        String list = "[\"" + String.join("\", \"", steps) + "\"]";
        return ("{\"steps\": " + list + ", " + text.substring(1)).getBytes(StandardCharsets.UTF_8);
    }

    private static String reader(HttpExchange exchange) {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        if (token == null) {
            return "";
        }
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
        return claims.replaceFirst("(?s)^.*\"preferred_username\":\"([^\"]*)\".*$", "$1");
    }

    /** What was asked for so far with this method. */
    public static List<Request> requests(String method) {
        return REQUESTS.stream().filter(it -> it.method().equals(method)).toList();
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            REQUESTS.add(new Request(
                    method,
                    path,
                    Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse(""),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-Match")),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                    body));
            Answer answer = ANSWERS.getOrDefault(
                    method + " " + path, new Answer(503, "application/problem+json", new byte[0], Map.of()));
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] said = body(answer, exchange);
            exchange.sendResponseHeaders(answer.status(), said.length == 0 ? -1 : said.length);
            if (said.length > 0) {
                exchange.getResponseBody().write(said);
            }
        }
    }
}
