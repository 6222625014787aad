package org.comity.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.comity.backing.KeycloakAdmin;

/** Calls a service as one of the demo people. */
public final class DemoClient implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_QUOTE = 400;

    private final String service;
    private final KeycloakAdmin keycloak;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * An answer of a service.
     *
     * @param status HTTP status
     * @param body JSON, or a missing node when there is none
     * @param etag the ETag, or empty
     */
    public record Answer(int status, JsonNode body, String etag) {}

    /**
     * @param keycloakUrl address of Keycloak, without a path
     * @param serviceUrl address of the service, without a path
     */
    public DemoClient(String keycloakUrl, String serviceUrl) {
        this.keycloak = new KeycloakAdmin(keycloakUrl, "");
        this.service = serviceUrl;
    }

    /** A token of the demo person, good for five minutes. */
    public String token(String username) {
        return keycloak.token(
                        Stack.REALM,
                        Map.of(
                                "grant_type", "password",
                                "client_id", "comity-cli",
                                "username", username,
                                "password", "comity-demo",
                                "scope", "openid"))
                .get("access_token")
                .asText();
    }

    /** Posts, and expects success. */
    public Answer post(String path, String token, JsonNode body, Map<String, String> headers) {
        return write("POST", path, token, body, headers);
    }

    /** Puts a body in the place of what is at the address in that version, and expects success. */
    public Answer put(String path, String token, JsonNode body, String etag) {
        return write("PUT", path, token, body, Map.of("If-Match", etag));
    }

    private Answer write(String method, String path, String token, JsonNode body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path, token).method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
        request.header("Content-Type", "application/json");
        headers.forEach(request::header);
        return expectSuccess(path, send(request));
    }

    /** Reads, and expects success. */
    public Answer get(String path, String token) {
        return expectSuccess(path, tryGet(path, token));
    }

    /** Reads, and returns any answer, a refusal too. */
    public Answer tryGet(String path, String token) {
        return send(request(path, token).GET());
    }

    private static Answer expectSuccess(String path, Answer answer) {
        if (answer.status() / 100 != 2) {
            String said = answer.body().toString();
            throw new LaunchException(path + " answered " + answer.status() + ": "
                    + said.substring(0, Math.min(LONGEST_QUOTE, said.length())));
        }
        return answer;
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(service + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body()),
                    response.headers().firstValue("ETag").orElse(""));
        } catch (IOException e) {
            throw new LaunchException(service + " did not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted.");
        }
    }

    @Override
    public void close() {
        keycloak.close();
        http.close();
    }
}
