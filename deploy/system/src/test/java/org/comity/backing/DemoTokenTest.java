package org.comity.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Keycloak really puts into the tokens of the demo realm. */
@Tag("servers")
class DemoTokenTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REALM = SharedBacking.REALM;

    private static KeycloakAdmin keycloak;

    @BeforeAll
    static void realm() {
        Backing backing = SharedBacking.acquire();
        SharedBacking.ensureDemoRealm(backing, REALM);
        keycloak = backing.keycloakAdmin();
    }

    @AfterAll
    static void close() {
        keycloak.close();
    }

    @ParameterizedTest
    @CsvSource({
        "nl.officer, nl, NL, licensing-officer",
        "de.officer, de, DE, licensing-officer",
        "jp.officer, jp, JP, licensing-officer",
        "xk.approver, xk, XK, licensing-approver",
        "us.auditor, us, US, auditor"
    })
    void a_person_of_a_state_has_one_organization_with_its_state_and_one_role(
            String username, String alias, String state, String role) throws IOException {
        JsonNode claims = person(username, "openid");

        assertEquals("comity-api", claims.get("aud").asText());
        assertEquals(1, claims.get("organization").size());
        assertEquals(state, claims.at("/organization/" + alias + "/state/0").asText());
        assertFalse(claims.at("/organization/" + alias + "/id").asText().isEmpty());
        assertEquals(Set.of(role), roles(claims));
        assertEquals(username, claims.get("preferred_username").asText());
        assertEquals("Demo", claims.get("name").asText().split(" ")[0]);
        assertFalse(claims.get("sub").asText().isEmpty());
        assertFalse(claims.get("sid").asText().isEmpty());
        assertTrue(claims.get("comity_demo").isBoolean()
                && claims.get("comity_demo").asBoolean());
        assertEquals(300, claims.get("exp").asLong() - claims.get("iat").asLong());
    }

    @Test
    void asking_for_the_organization_scope_changes_nothing() throws IOException {
        assertEquals(
                person("nl.officer", "openid").get("organization"),
                person("nl.officer", "openid organization").get("organization"));
    }

    @Test
    void the_secretariat_is_an_organization_without_a_state() throws IOException {
        JsonNode staff = person("secretariat.staff", "openid");
        JsonNode admin = person("secretariat.admin", "openid");

        assertTrue(staff.at("/organization/secretariat").isObject());
        assertFalse(staff.at("/organization/secretariat").has("state"));
        assertEquals(Set.of("secretariat"), roles(staff));
        assertEquals(Set.of("secretariat", "secretariat-admin"), roles(admin));
    }

    @Test
    void a_national_system_is_a_member_of_its_states_organization() throws IOException {
        JsonNode claims = claims(keycloak.token(
                REALM,
                Map.of("grant_type", "client_credentials", "client_id", "nl-system", "client_secret", "comity-demo")));

        assertEquals(Set.of("comity-api", "comity-broker"), texts(claims.get("aud")));
        assertEquals("NL", claims.at("/organization/nl/state/0").asText());
        assertEquals(Set.of("system"), roles(claims));
        assertEquals("nl-system", claims.get("azp").asText());
        assertTrue(claims.get("comity_demo").asBoolean());
    }

    @Test
    void the_portal_takes_no_password() {
        Map<String, String> form = Map.of(
                "grant_type", "password",
                "client_id", "comity-portal",
                "client_secret", "comity-demo",
                "username", "nl.officer",
                "password", "comity-demo");

        assertThrows(BackingException.class, () -> keycloak.token(REALM, form));
    }

    private static JsonNode person(String username, String scope) throws IOException {
        return claims(keycloak.token(
                REALM,
                Map.of(
                        "grant_type", "password",
                        "client_id", "comity-cli",
                        "username", username,
                        "password", "comity-demo",
                        "scope", scope)));
    }

    private static JsonNode claims(JsonNode answer) throws IOException {
        String token = answer.get("access_token").asText();
        return JSON.readTree(
                Base64.getUrlDecoder().decode(List.of(token.split("\\.")).get(1)));
    }

    private static Set<String> roles(JsonNode claims) {
        return texts(claims.at("/realm_access/roles"));
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
