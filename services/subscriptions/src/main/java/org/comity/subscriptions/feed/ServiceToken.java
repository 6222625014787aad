package org.comity.subscriptions.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The access token of this service's own client, kept until shortly before it expires. */
@Singleton
class ServiceToken {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BEFORE_ITS_END = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI address;
    private final String form;
    private final ObjectMapper json;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Kept kept;

    ServiceToken(
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm,
            @ConfigProperty(name = "comity.delivery.client-id") String client,
            @ConfigProperty(name = "comity.delivery.secret") String secret,
            ObjectMapper json,
            Clock clock) {
        this.address = URI.create(realm + "/protocol/openid-connect/token");
        this.form = "grant_type=client_credentials&client_id=" + encoded(client) + "&client_secret=" + encoded(secret);
        this.json = json;
        this.clock = clock;
    }

    private record Kept(String token, Instant until) {}

    /**
     * The token.
     *
     * @throws IOException where Keycloak gives none; asking again may help
     */
    String get() throws IOException, InterruptedException {
        Kept present = kept;
        if (present != null && isGood(present)) {
            return present.token();
        }
        asking.lock();
        try {
            Kept other = kept;
            if (other != null && isGood(other)) {
                return other.token();
            }
            Kept asked = ask();
            kept = asked;
            return asked.token();
        } finally {
            asking.unlock();
        }
    }

    private boolean isGood(Kept token) {
        return clock.instant().isBefore(token.until());
    }

    /** The token was not taken: the next one is a new one. */
    void refuse() {
        kept = null;
    }

    private Kept ask() throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != OK) {
            throw new IOException("Keycloak answers " + answer.statusCode() + " where this service signs in");
        }
        JsonNode said = json.readTree(answer.body());
        return new Kept(
                said.path("access_token").asText(),
                clock.instant().plusSeconds(said.path("expires_in").asLong()).minus(BEFORE_ITS_END));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
