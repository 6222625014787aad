package org.comity.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Keycloak gives to an account of two organizations. */
class TwoOrganizationsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = "two-organizations";
    private static final String NAME = "two.states";

    private static KeycloakAdmin keycloak;
    private static String account;

    @BeforeAll
    static void anAccountOfTwo() {
        Backing backing = SharedBacking.acquire();
        SharedBacking.ensureDemoRealm(backing, REALM);
        keycloak = backing.keycloakAdmin();
        String users = "/admin/realms/" + REALM + "/users";
        if (keycloak.get(users + "?exact=true&username=" + NAME).isEmpty()) {
            keycloak.post(
                    users,
                    JSON.valueToTree(Map.of(
                            "username",
                            NAME,
                            "enabled",
                            true,
                            "firstName",
                            "Demo",
                            "lastName",
                            "Two",
                            "email",
                            "two.states@example.org",
                            "emailVerified",
                            true,
                            "credentials",
                            new Object[] {Map.of("type", "password", "value", "comity-demo-2", "temporary", false)})));
        }
        account = keycloak.get(users + "?exact=true&username=" + NAME)
                .get(0)
                .get("id")
                .asText();
        for (String alias : new String[] {"nl", "de", "secretariat"}) {
            String members = "/admin/realms/" + REALM + "/organizations/" + organization(alias) + "/members";
            if (Stream.of(JSON.convertValue(keycloak.get(members + "?max=100"), JsonNode[].class))
                    .noneMatch(member -> member.get("id").asText().equals(account))) {
                keycloak.post(members, new TextNode(account));
            }
        }
    }

    private static String organization(String alias) {
        for (JsonNode one : keycloak.get("/admin/realms/" + REALM + "/organizations?max=100")) {
            if (one.get("alias").asText().equals(alias)) {
                return one.get("id").asText();
            }
        }
        throw new AssertionError("no organization " + alias);
    }

    @AfterAll
    static void close() {
        keycloak.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openid",
                "openid organization",
                "openid organization:nl",
                "openid organization:de",
                "openid organization:nl organization:de",
                "openid organization:*"
            })
    void R303_every_membership_is_in_the_claim_whatever_scope_is_asked_for(String scope) throws IOException {
        JsonNode answer;
        try {
            answer = keycloak.token(
                    REALM,
                    Map.of(
                            "grant_type", "password",
                            "client_id", "comity-cli",
                            "username", NAME,
                            "password", "comity-demo-2",
                            "scope", scope));
        } catch (BackingException refused) {
            assertTrue(scope.contains(":") && refused.getMessage().contains("invalid_scope"), refused.getMessage());
            return;
        }
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder()
                .decode(answer.get("access_token").asText().split("\\.")[1]));
        Set<String> organizations = new TreeSet<>();
        claims.path("organization").fieldNames().forEachRemaining(organizations::add);
        assertEquals(Set.of("de", "nl", "secretariat"), organizations, claims.toString());
    }

    @Test
    void R304_a_second_membership_is_an_alarm_in_the_log() {
        String alarm = "ALARM: the account " + account;
        assertTrue(
                Waiting.until(Duration.ofSeconds(10), Duration.ofMillis(200), () -> logsSay(alarm)),
                "no log under target says: " + alarm);
    }

    private static boolean logsSay(String text) {
        try (Stream<Path> files = Files.walk(Path.of("../../target/backing"), 4)) {
            return files.filter(file -> file.getFileName().toString().matches("keycloak.*\\.log"))
                    .anyMatch(file -> read(file).contains(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
