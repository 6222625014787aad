package org.comity.kernel.test;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens of the demo accounts, such as {@code nl.officer}, from the realm of the tests. */
public final class Tokens {

    /** The demo accounts' password and the demo clients' secret. */
    public static final String PASSWORD = "comity-demo";

    private static final Duration KEPT = Duration.ofMinutes(4);
    private static final Map<String, Kept> CACHE = new ConcurrentHashMap<>();

    private Tokens() {}

    private record Kept(String token, Instant until) {}

    /** A token of this person or national system, such as {@code nl-system}; the same one for some minutes, in one session. */
    public static String of(String account) {
        return CACHE.compute(
                        account,
                        (name, kept) -> kept != null && kept.until().isAfter(Instant.now())
                                ? kept
                                : new Kept(
                                        name.endsWith("-system") ? ofSystem(name) : ofNewSession(name),
                                        Instant.now().plus(KEPT)))
                .token();
    }

    /** A token of this person out of a session of its own. */
    public static String ofNewSession(String person) {
        return ask(Map.of(
                "grant_type", "password",
                "client_id", "comity-cli",
                "username", person,
                "password", PASSWORD,
                "scope", "openid organization"));
    }

    /** A new token of a national system. */
    public static String ofSystem(String client) {
        return ask(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                PASSWORD,
                "scope",
                "openid organization"));
    }

    private static String ask(Map<String, String> form) {
        TestServers servers = ComityServers.servers();
        try (var keycloak = servers.backing().keycloakAdmin()) {
            JsonNode answer = keycloak.token(servers.realm(), form);
            return answer.get("access_token").asText();
        }
    }
}
