package org.comity.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RealmFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path ROOT = SharedBacking.root();

    @BeforeAll
    static void write_the_demo_realm_anew_when_asked() throws IOException {
        if (Boolean.getBoolean("comity.write-demo-realm")) {
            DemoRealm.write(ROOT);
        }
    }

    @Test
    void the_demo_realm_is_what_its_generator_makes() throws IOException {
        assertEquals(DemoRealm.text(ROOT), Files.readString(ROOT.resolve("deploy/keycloak/realm-demo.json")));
    }

    @Test
    void twenty_five_states_and_the_secretariat_are_organizations() {
        List<JsonNode> organizations =
                list(RealmFiles.plain(ROOT).representation().get("organizations"));
        List<JsonNode> states = organizations.stream()
                .filter(organization -> organization.get("attributes").has("state"))
                .toList();

        assertEquals(25, states.size());
        for (JsonNode state : states) {
            String code = state.at("/attributes/state/0").asText();
            assertEquals(code.toLowerCase(Locale.ROOT), state.get("alias").asText());
            assertTrue(code.matches("[A-Z]{2}"), code);
            assertTrue(state.get("domains").isEmpty(), code);
        }
        assertEquals(26, organizations.size());
        assertEquals("secretariat", organizations.get(25).get("alias").asText());
    }

    @Test
    void the_realm_has_the_nine_roles_each_with_a_description() {
        List<JsonNode> roles = list(RealmFiles.plain(ROOT).representation().at("/roles/realm"));

        assertEquals(
                new TreeSet<>(Set.of(
                        "licensing-officer",
                        "licensing-approver",
                        "analyst",
                        "poc",
                        "national-admin",
                        "system",
                        "auditor",
                        "secretariat",
                        "secretariat-admin")),
                new TreeSet<>(
                        roles.stream().map(role -> role.get("name").asText()).toList()));
        roles.forEach(role -> assertFalse(role.get("description").asText().isBlank()));
    }

    @Test
    void the_plain_realm_has_no_person_no_secret_no_password_grant_and_no_loopback_address() throws IOException {
        JsonNode realm = RealmFiles.plain(ROOT).representation();
        String text = Files.readString(ROOT.resolve("deploy/keycloak/realm.json"));

        assertFalse(realm.has("users"));
        realm.get("organizations").forEach(organization -> assertFalse(organization.has("members")));
        realm.get("clients").forEach(client -> {
            assertFalse(client.has("secret"));
            assertFalse(client.path("directAccessGrantsEnabled").asBoolean(true));
            assertFalse(client.path("implicitFlowEnabled").asBoolean(true));
            assertTrue(client.get("redirectUris").isEmpty());
        });
        for (String never : List.of("127.0.0.1", "localhost", "::1", "comity-demo", "comity_demo", "credentials")) {
            assertFalse(text.contains(never), never);
        }
    }

    @Test
    void the_demo_realm_adds_six_people_a_state_two_of_the_secretariat_and_one_system() {
        JsonNode realm = RealmFiles.demo(ROOT).representation();
        List<JsonNode> users = list(realm.get("users"));

        assertEquals(25 * 6 + 2 + 1, users.size());
        assertEquals(
                7,
                list(realm.get("organizations")).stream()
                        .filter(each -> each.get("alias").asText().equals("nl"))
                        .findFirst()
                        .orElseThrow()
                        .get("members")
                        .size());
        users.forEach(user -> assertFalse(user.toString().contains("\"value\":\"comity-demo\""), user.toString()));
    }

    @Test
    void laying_one_realm_over_the_other_keeps_what_the_upper_one_does_not_name() {
        JsonNode realm = RealmFiles.demo(ROOT).representation();
        JsonNode portal = list(realm.get("clients")).stream()
                .filter(client -> client.get("clientId").asText().equals("comity-portal"))
                .findFirst()
                .orElseThrow();

        assertEquals("S256", portal.at("/attributes/pkce.code.challenge.method").asText());
        assertEquals("comity-demo", portal.get("secret").asText());
        assertEquals(7, realm.get("clients").size(), "the portal, the command line, four services, a system");
        List<String> mappers = new ArrayList<>();
        list(realm.get("clientScopes")).stream()
                .filter(scope -> scope.get("name").asText().equals("comity-api"))
                .forEach(scope -> scope.get("protocolMappers")
                        .forEach(mapper -> mappers.add(mapper.get("name").asText())));
        assertEquals(List.of("audience", "demonstration"), mappers);
    }

    @Test
    void a_plain_value_of_the_upper_file_wins() throws IOException {
        ObjectNode lower = (ObjectNode) JSON.readTree("{\"a\":1,\"l\":[\"x\"],\"o\":{\"p\":1}}");
        ObjectNode upper = (ObjectNode) JSON.readTree("{\"a\":2,\"l\":[\"x\",\"y\"],\"o\":{\"q\":2}}");

        RealmFiles.lay(upper, lower);

        assertEquals(JSON.readTree("{\"a\":2,\"l\":[\"x\",\"y\"],\"o\":{\"p\":1,\"q\":2}}"), lower);
    }

    @Test
    void the_portal_of_a_realm_can_stand_at_another_address() {
        JsonNode realm = RealmFiles.demo(ROOT)
                .named("elsewhere")
                .withPortal("http://127.0.0.1:9999")
                .representation();

        assertEquals("elsewhere", realm.get("realm").asText());
        assertTrue(realm.get("clients").toString().contains("http://127.0.0.1:9999/*"));
        assertFalse(realm.get("clients").toString().contains(":8080"));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
