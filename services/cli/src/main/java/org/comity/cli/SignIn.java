package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Access tokens: of a state's own system by its client credentials, where {@code COMITY_CLIENT_ID} is set; otherwise of
 * the person who signed in with a device code (RFC 8628).
 */
final class SignIn {

    private static final String CLIENT = "comity-cli";
    private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final Surroundings around;
    private final Http http;
    private final Session session;

    SignIn(Surroundings around, Http http) {
        this.around = around;
        this.http = http;
        this.session = new Session(around.home());
    }

    /** A token that is good for some minutes. */
    String token() {
        return around.variable("COMITY_CLIENT_ID").isPresent() ? ofSystem() : ofPerson();
    }

    private String ofSystem() {
        String secret = around.variable("COMITY_CLIENT_SECRET")
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE, "COMITY_CLIENT_ID is set and COMITY_CLIENT_SECRET is not. Set both."));
        Http.Answer answer = post(
                "/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        around.variable("COMITY_CLIENT_ID").orElseThrow(),
                        "client_secret",
                        secret));
        if (answer.isRefusal()) {
            throw new Failure(ExitCode.REFUSED, "Keycloak knows no such client, or its secret is another.");
        }
        return answer.json().path("access_token").asText();
    }

    private String ofPerson() {
        String refresh = session.refreshToken()
                .orElseThrow(() ->
                        new Failure(ExitCode.REFUSED, "Nobody is signed in. Run: login, or set COMITY_CLIENT_ID."));
        Http.Answer answer =
                post("/token", Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", refresh));
        if (answer.isRefusal()) {
            throw new Failure(ExitCode.REFUSED, "The session has ended. Run: login");
        }
        return kept(answer.json());
    }

    private String kept(JsonNode tokens) {
        session.keep(tokens.path("refresh_token").asText());
        return tokens.path("access_token").asText();
    }

    /** Signs a person in: shows an address and a code, and waits until the person has confirmed in a browser. */
    void login() {
        Http.Answer begun = post("/auth/device", Map.of("client_id", CLIENT, "scope", "openid"));
        if (begun.isRefusal()) {
            throw new Failure(ExitCode.REFUSED, "Keycloak does not let comity-cli sign people in.");
        }
        JsonNode device = begun.json();
        around.err()
                .printf(
                        "Open %s%nin a browser, and confirm the code %s%n",
                        device.path("verification_uri_complete").asText(),
                        device.path("user_code").asText());
        around.err().flush();
        Instant end = Instant.now().plusSeconds(device.path("expires_in").asLong());
        Duration pause = Duration.ofSeconds(device.path("interval").asLong(SLOWER.toSeconds()));
        while (Instant.now().isBefore(end)) {
            LockSupport.parkNanos(pause.toNanos());
            Http.Answer answer = post(
                    "/token",
                    Map.of(
                            "grant_type",
                            DEVICE_CODE,
                            "client_id",
                            CLIENT,
                            "device_code",
                            device.path("device_code").asText()));
            if (!answer.isRefusal()) {
                kept(answer.json());
                around.err().println("Signed in.");
                return;
            }
            switch (answer.json().path("error").asText()) {
                case "authorization_pending" -> {}
                case "slow_down" -> pause = pause.plus(SLOWER);
                default -> throw new Failure(ExitCode.REFUSED, "The sign-in was refused.");
            }
        }
        throw new Failure(ExitCode.REFUSED, "The code has expired. Run login again.");
    }

    /** Ends the session at Keycloak, and forgets it here. */
    void logout() {
        session.refreshToken().ifPresent(refresh -> {
            post("/logout", Map.of("client_id", CLIENT, "refresh_token", refresh));
            session.forget();
        });
        around.err().println("Signed out.");
    }

    private Http.Answer post(String path, Map<String, String> form) {
        String body = new TreeMap<>(form)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        Http.Answer answer = http.send(HttpRequest.newBuilder(URI.create(around.realm() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.status() >= 500) {
            throw new Failure(ExitCode.UNAVAILABLE, "Keycloak fails at the moment.");
        }
        return answer;
    }
}
