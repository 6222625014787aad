package org.comity.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * Sends requests, and turns what cannot be answered into words.
 *
 * <p>Rules: R-223.
 */
final class Http {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** It follows no redirection: a token goes to the server that was named, and to no other. */
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** Sends the request, and returns any answer, a refusal too. */
    Answer send(HttpRequest.Builder request) {
        HttpRequest asked = request.timeout(PATIENCE).build();
        try {
            HttpResponse<byte[]> response = client.send(asked, HttpResponse.BodyHandlers.ofByteArray());
            HttpHeaders headers = response.headers();
            return new Answer(
                    asked.uri(),
                    response.statusCode(),
                    mediaType(headers.firstValue("Content-Type").orElse("")),
                    response.body(),
                    headers.firstValue("ETag").map(Names::bareTag),
                    Links.to("next", headers.allValues("Link")));
        } catch (IOException e) {
            throw new Failure(ExitCode.UNAVAILABLE, server(asked.uri()) + " does not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure(ExitCode.UNAVAILABLE, "Interrupted.");
        }
    }

    private static String mediaType(String header) {
        return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    static String server(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    /**
     * Sends the request, and goes on only where it is done and answered in one of these media types: a page for people,
     * which a proxy may answer, is no empty list.
     */
    Answer done(HttpRequest.Builder request, Set<String> mediaTypes) {
        Answer answer = send(request);
        if (!answer.isDone() || !mediaTypes.contains(answer.mediaType())) {
            throw answer.failure();
        }
        return answer;
    }

    static String written(JsonNode node) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
