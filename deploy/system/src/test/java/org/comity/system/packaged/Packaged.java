package org.comity.system.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.backing.ComityService;
import org.comity.kernel.test.RawHttp;
import org.comity.local.LaunchedComity;
import org.comity.system.SharedComity;

/** The packaged system, as these tests ask it from outside. */
final class Packaged {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Duration GOOD_FOR = Duration.ofMinutes(3);

    private static volatile Packaged started;

    private final LaunchedComity comity;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, Signed> tokens = new ConcurrentHashMap<>();

    private record Signed(String token, Instant at) {}

    private Packaged(LaunchedComity comity) {
        this.comity = comity;
    }

    /** The system that all tests of the module share. */
    static synchronized Packaged system() {
        if (started == null) {
            started = new Packaged(SharedComity.get());
        }
        return started;
    }

    /** The services that have a contract. */
    static List<String> services() {
        return ComityService.withDatabase().map(ComityService::id).toList();
    }

    /** Every part that an ingress passes on. */
    static List<String> parts() {
        return Arrays.stream(ComityService.values()).map(ComityService::id).toList();
    }

    LaunchedComity comity() {
        return comity;
    }

    /** The contract of a service. */
    static Path contract(String service) {
        return Path.of(System.getProperty("comity.root"), "openapi", service + ".yaml");
    }

    /** Byte by byte to a service, or to its management port ({@code denials-management}). */
    RawHttp raw(String part) {
        return RawHttp.to(comity.url(part));
    }

    /** The header of a person's access token, with its line break. */
    String authorization(String person) {
        return "Authorization: Bearer " + token(person) + "\r\n";
    }

    String token(String person) {
        Signed signed = tokens.get(person);
        if (signed == null || signed.at().plus(GOOD_FOR).isBefore(Instant.now(java.time.Clock.systemUTC()))) {
            signed = new Signed(signIn(person), Instant.now(java.time.Clock.systemUTC()));
            tokens.put(person, signed);
        }
        return signed.token();
    }

    private String signIn(String person) {
        String form =
                "grant_type=password&client_id=comity-cli&password=comity-demo&scope=openid%20organization&username="
                        + person;
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(comity.url("keycloak") + "/realms/comity/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        Matcher token = TOKEN.matcher(send(request).body());
        if (!token.find()) {
            throw new IllegalStateException("no token for " + person);
        }
        return token.group(1);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
