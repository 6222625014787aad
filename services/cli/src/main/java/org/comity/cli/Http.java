package org.comity.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Sends requests, and turns what cannot be answered into words. */
final class Http {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FIRST_REFUSAL = 400;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** What came back. */
    record Answer(int status, byte[] body, Optional<String> tag, Optional<String> link) {

        JsonNode json() {
            return parsed(body);
        }

        boolean isRefusal() {
            return status >= FIRST_REFUSAL;
        }
    }

    /** Sends the request, whatever the answer is. */
    Answer send(HttpRequest.Builder request) {
        HttpRequest asked = request.timeout(PATIENCE).build();
        try {
            HttpResponse<byte[]> response = client.send(asked, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("ETag"),
                    response.headers().allValues("Link").stream()
                            .filter(link -> link.endsWith("rel=\"next\""))
                            .findFirst());
        } catch (IOException e) {
            throw new Failure(ExitCode.UNAVAILABLE, server(asked.uri()) + " does not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.UNAVAILABLE, "Interrupted.");
        }
    }

    private static String server(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    /** Sends the request, and refuses to go on where it is refused. */
    Answer done(HttpRequest.Builder request) {
        Answer answer = send(request);
        if (answer.isRefusal()) {
            throw Failure.of(answer.status(), answer.json());
        }
        return answer;
    }

    static JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(body);
        } catch (IOException e) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("detail", "The answer is no JSON: " + new String(body, StandardCharsets.UTF_8).strip());
        }
    }

    static String written(JsonNode node) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
