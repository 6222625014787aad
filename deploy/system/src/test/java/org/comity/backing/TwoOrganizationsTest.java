package org.comity.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Keycloak gives to an account of two organizations. */
@Tag("servers")
class TwoOrganizationsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = SharedBacking.REALM;
    /** One of its own, because it is disabled for a moment in the realm of all modules. */
    private static final String MADE = "made";

    private static final String NAME = "two.states";
    private static final String ONE = "one.state";

    private static KeycloakAdmin keycloak;
    private static MadeAccounts accounts;
    private static String account;

    @BeforeAll
    static void anAccountOfTwo() {
        Backing backing = SharedBacking.acquire();
        SharedBacking.ensureDemoRealm(backing, REALM);
        keycloak = backing.keycloakAdmin();
        accounts = new MadeAccounts(keycloak, REALM);
        accounts.madeOrganization(MADE, "ZZ");
        account = accounts.memberOf(NAME, "nl", MADE, "secretariat");
        accounts.memberOf(ONE, MADE);
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
                "openid organization:made",
                "openid organization:nl organization:made",
                "openid organization:*"
            })
    void R303_every_membership_is_in_the_claim_whatever_scope_is_asked_for(String scope) throws IOException {
        try {
            assertEquals(Set.of(MADE, "nl", "secretariat"), organizations(NAME, scope));
        } catch (BackingException refused) {
            assertTrue(scope.contains(":") && refused.getMessage().contains("invalid_scope"), refused.getMessage());
        }
    }

    private static Set<String> organizations(String name, String scope) throws IOException {
        JsonNode answer = keycloak.token(
                REALM,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "comity-cli",
                        "username",
                        name,
                        "password",
                        MadeAccounts.PASSWORD,
                        "scope",
                        scope));
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder()
                .decode(answer.get("access_token").asText().split("\\.")[1]));
        Set<String> organizations = new TreeSet<>();
        claims.path("organization").fieldNames().forEachRemaining(organizations::add);
        return organizations;
    }

    @Test
    void R313_a_disabled_organization_gives_no_state_and_counts_as_a_membership() throws IOException {
        assertEquals(Set.of(MADE), organizations(ONE, "openid"));
        enable(MADE, false);
        try {
            assertEquals(Set.of(), organizations(ONE, "openid"));
            assertEquals(Set.of(MADE, "nl", "secretariat"), organizations(NAME, "openid"));
        } finally {
            enable(MADE, true);
        }
        assertEquals(Set.of(MADE), organizations(ONE, "openid"));
    }

    private static void enable(String alias, boolean enabled) {
        String path = "/admin/realms/" + REALM + "/organizations/" + accounts.organization(alias);
        keycloak.put(path, ((ObjectNode) keycloak.get(path)).put("enabled", enabled));
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
