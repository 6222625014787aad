package org.comity.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The API of a service as a client sees it: one HTTP/1.1 client that keeps its connections, and whole answers. */
class ServiceApi implements AutoCloseable {

    private final String url;
    private final Tokens tokens;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    ServiceApi(String url, Tokens tokens) {
        this.url = url;
        this.tokens = tokens;
    }

    /** Takes a step with what was read last. */
    final HttpResponse<String> step(String username, String path, HttpResponse<String> before, int expected)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(postRequest(username, path, "{}"), (name, value) -> true)
                .header("If-Match", before.headers().firstValue("ETag").orElse(""))
                .build();
        return send(request, expected);
    }

    final HttpRequest postRequest(String username, String path, String body) {
        return request(username, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    final HttpRequest.Builder request(String username, String path) {
        return request(username, path, "application/json");
    }

    final HttpRequest.Builder request(String username, String path, String accepted) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", accepted)
                .header("Authorization", "Bearer " + tokens.of(username));
    }

    final HttpResponse<String> send(HttpRequest request, int expected) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new BenchException(
                    request.uri().getPath() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    @Override
    public final void close() {
        http.shutdownNow();
    }
}
