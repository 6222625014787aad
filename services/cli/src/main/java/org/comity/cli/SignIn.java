package org.comity.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens: of a state's own system by its client credentials, where {@code COMITY_CLIENT_ID} is set; otherwise of
 * the person who signed in with a device code (RFC 8628).
 *
 * <p>Rules: R-221.
 */
final class SignIn {

    private static final String CLIENT = "comity-cli";
    private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration SLOWER = Duration.ofSeconds(5);
    private static final int NO_CONTENT = 204;
    /** What a request may take on its way. */
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private record Token(String value, Instant until) {}

    private final Surroundings around;
    private final Http http;
    private final Session session;
    private @Nullable Token token;

    SignIn(Surroundings around, Http http) {
        this.around = around;
        this.http = http;
        this.session = new Session(around.home());
    }

    /** A token that is good for some seconds at least; when its life is nearly over, Keycloak is asked for another. */
    String token() {
        if (token == null || Instant.now().isAfter(token.until())) {
            token = around.variable("COMITY_CLIENT_ID").isPresent() ? ofSystem() : ofPerson();
        }
        return token.value();
    }

    private Token ofSystem() {
        String secret = around.variable("COMITY_CLIENT_SECRET")
                .orElseThrow(() -> new Failure(
                        ExitCode.USAGE, "COMITY_CLIENT_ID is set and COMITY_CLIENT_SECRET is not. Set both."));
        Answer answer = post(
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
        return token(answer);
    }

    private Token ofPerson() {
        String refresh = session.refreshToken()
                .orElseThrow(() ->
                        new Failure(ExitCode.REFUSED, "Nobody is signed in. Run: login, or set COMITY_CLIENT_ID."));
        Answer answer =
                post("/token", Map.of("grant_type", "refresh_token", "client_id", CLIENT, "refresh_token", refresh));
        if (answer.isRefusal()) {
            throw new Failure(ExitCode.REFUSED, "The session has ended. Run: login");
        }
        return kept(answer);
    }

    private Token kept(Answer answer) {
        Token kept = token(answer);
        session.keep(field(answer, "refresh_token"));
        return kept;
    }

    private static Token token(Answer answer) {
        return new Token(
                field(answer, "access_token"),
                Instant.now()
                        .plusSeconds(answer.json().path("expires_in").asLong())
                        .minus(MARGIN));
    }

    private static String field(Answer answer, String name) {
        String value = answer.json().path(name).asText();
        if (value.isEmpty()) {
            throw answer.strange();
        }
        return value;
    }

    /** Signs a person in: shows an address and a code, and waits until the person has confirmed in a browser. */
    void login() {
        if (around.variable("COMITY_CLIENT_ID").isPresent()) {
            throw new Failure(
                    ExitCode.USAGE, "COMITY_CLIENT_ID is set, so that commands run as that system. Unset it first.");
        }
        Answer begun = post("/auth/device", Map.of("client_id", CLIENT, "scope", "openid"));
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
            Answer answer = post(
                    "/token",
                    Map.of(
                            "grant_type",
                            DEVICE_CODE,
                            "client_id",
                            CLIENT,
                            "device_code",
                            device.path("device_code").asText()));
            if (!answer.isRefusal()) {
                kept(answer);
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

    /** Forgets the session here, whatever comes of ending it at Keycloak. */
    void logout() {
        Optional<String> refresh = session.refreshToken();
        session.forget();
        if (refresh.isPresent()) {
            try {
                post("/logout", Map.of("client_id", CLIENT, "refresh_token", refresh.get()));
            } catch (Failure e) {
                throw new Failure(
                        e.exitCode(), "Signed out here. " + e.message() + " There the session ends by itself, later.");
            }
        }
        around.err().println("Signed out.");
    }

    private Answer post(String path, Map<String, String> form) {
        String body = new TreeMap<>(form)
                .entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        Answer answer = http.send(HttpRequest.newBuilder(URI.create(around.realm() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        if (answer.isFailure()) {
            throw new Failure(ExitCode.UNAVAILABLE, "Keycloak fails at the moment.");
        }
        if (answer.status() != NO_CONTENT && !answer.is(Answer.JSON)) {
            throw answer.strange();
        }
        return answer;
    }
}
