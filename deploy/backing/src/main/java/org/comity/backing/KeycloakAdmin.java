package org.comity.backing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The few calls of Keycloak's admin REST API, and of its token endpoint, that starting a realm takes. */
public final class KeycloakAdmin implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_CONTENT = 204;

    private final String url;
    private final String password;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /**
     * @param url address of Keycloak, without a path
     * @param password password of the administrator {@link KeycloakServer#ADMIN}
     */
    public KeycloakAdmin(String url, String password) {
        this.url = url;
        this.password = password;
    }

    /** Whether a realm of this name is there. */
    public boolean hasRealm(String realm) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url + "/realms/" + realm))
                .GET()
                .build());
        return answer.statusCode() == 200;
    }

    /** Makes a realm with all that its representation contains. */
    public void createRealm(JsonNode representation) {
        HttpResponse<String> answer = send(request("/admin/realms")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(representation.toString()))
                .build());
        expect(201, answer, "make the realm " + representation.path("realm").asText());
    }

    /** Reads something of the admin API, such as {@code /admin/realms/comity/users}. */
    public JsonNode get(String path) {
        HttpResponse<String> answer = send(request(path).GET().build());
        expect(200, answer, "read " + path);
        return parse(answer.body());
    }

    /** Replaces something of the admin API. */
    public void put(String path, JsonNode body) {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
        expect(NO_CONTENT, answer, "change " + path);
    }

    /** Adds something to the admin API: something new (201), or a link between two things that are there (204). */
    public void post(String path, JsonNode body) {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
        expect(answer.statusCode() == NO_CONTENT ? NO_CONTENT : 201, answer, "add " + path);
    }

    /** Deletes something of the admin API. */
    public void delete(String path) {
        expect(NO_CONTENT, send(request(path).DELETE().build()), "delete " + path);
    }

    /** Asks the token endpoint of a realm, and returns the whole answer. */
    public JsonNode token(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(url + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .timeout(Duration.ofMinutes(2))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
        expect(200, answer, "give a token");
        return parse(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + adminToken());
    }

    /** Fetched for each call, because an administrator's token lives for one minute. */
    private String adminToken() {
        return token(
                        "master",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                KeycloakServer.ADMIN,
                                "password",
                                password))
                .path("access_token")
                .asText();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new BackingException("Keycloak at " + url + " did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingException("Interrupted while talking to Keycloak.", e);
        }
    }

    private static void expect(int status, HttpResponse<String> answer, String what) {
        if (answer.statusCode() != status) {
            throw new BackingException("Keycloak would not " + what + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new BackingException("Keycloak's answer is not JSON: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
