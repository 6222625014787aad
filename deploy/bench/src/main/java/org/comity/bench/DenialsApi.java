package org.comity.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The denials' API as a client sees it: one HTTP/1.1 client that keeps its connections, and whole answers. */
final class DenialsApi implements AutoCloseable {

    private static final String DENIALS = "/denials/v1/denials";
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final Tokens tokens;
    private final AtomicLong numbers = new AtomicLong();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    DenialsApi(String url, Tokens tokens) {
        this.url = url;
        this.tokens = tokens;
    }

    /** A page of a list, as text, and where the next one is. */
    record Page(String body, Optional<String> next) {

        /** How many denials it shows. */
        int size() throws IOException {
            return JSON.readTree(body).path("items").size();
        }
    }

    /** Posts a draft with a national reference of its own, and expects that it is taken. */
    void post(String username, DraftDenial draft) throws IOException, InterruptedException {
        send(postRequest(username, DENIALS, draft.json("NL/BENCH/" + numbers.incrementAndGet())), 201);
    }

    /** Has a denial drafted, submitted and approved; its id. */
    String notify(String officer, String approver, DraftDenial draft) throws IOException, InterruptedException {
        HttpResponse<String> drafted =
                send(postRequest(officer, DENIALS, draft.json("NL/BENCH/" + numbers.incrementAndGet())), 201);
        String id = JSON.readTree(drafted.body()).path("id").asText();
        String path = DENIALS + "/" + id;
        HttpResponse<String> submitted = step(officer, path + "/submit", drafted);
        step(approver, path + "/approve", submitted);
        return id;
    }

    private HttpResponse<String> step(String username, String path, HttpResponse<String> before)
            throws IOException, InterruptedException {
        return step(username, path, before, 200);
    }

    /** Takes a step with what was read last. */
    HttpResponse<String> step(String username, String path, HttpResponse<String> before, int expected)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(postRequest(username, path, "{}"), (name, value) -> true)
                .header("If-Match", before.headers().firstValue("ETag").orElse(""))
                .build();
        return send(request, expected);
    }

    private HttpRequest postRequest(String username, String path, String body) {
        return request(username, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Where the first page of this size is. */
    static String firstPage(int limit) {
        return DENIALS + "?limit=" + limit;
    }

    /** Reads a page. */
    Page page(String username, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(username, path).GET().build(), 200);
        Optional<String> next = answer.headers().allValues("Link").stream()
                .map(NEXT::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
        return new Page(answer.body(), next);
    }

    HttpRequest.Builder request(String username, String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + tokens.of(username));
    }

    HttpResponse<String> send(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new BenchException(
                    request.uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
