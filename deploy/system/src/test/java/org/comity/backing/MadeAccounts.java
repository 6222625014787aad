package org.comity.backing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts that tests make in a realm, as members of the organizations that they choose. */
public final class MadeAccounts {

    /** The password of each is that of the demonstration's people. */
    public static final String PASSWORD = "comity-demo";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakAdmin keycloak;
    private final String realm;

    /**
     * @param keycloak administrator of the Keycloak
     * @param realm name of the realm
     */
    public MadeAccounts(KeycloakAdmin keycloak, String realm) {
        this.keycloak = keycloak;
        this.realm = "/admin/realms/" + realm;
    }

    /** The id of an account that is a member of these organizations; made where it is missing. */
    public String memberOf(String name, String... aliases) {
        String users = realm + "/users";
        String named = users + "?exact=true&username=" + name;
        if (keycloak.get(named).isEmpty()) {
            keycloak.post(
                    users,
                    JSON.valueToTree(Map.of(
                            "username",
                            name,
                            "enabled",
                            true,
                            "firstName",
                            "Demo",
                            "lastName",
                            "Two",
                            "email",
                            name + "@example.org",
                            "emailVerified",
                            true,
                            "credentials",
                            List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)))));
        }
        String id = keycloak.get(named).get(0).get("id").asText();
        for (String alias : aliases) {
            String members = realm + "/organizations/" + organization(alias) + "/members";
            if (Stream.of(JSON.convertValue(keycloak.get(members + "?max=100"), JsonNode[].class))
                    .noneMatch(member -> member.get("id").asText().equals(id))) {
                keycloak.post(members, new TextNode(id));
            }
        }
        return id;
    }

    /** Gives an account a role of the realm. */
    public void grant(String account, String role) {
        List<JsonNode> roles = List.of(keycloak.get(realm + "/roles/" + role));
        keycloak.post(realm + "/users/" + account + "/role-mappings/realm", JSON.valueToTree(roles));
    }

    /** Makes an organization of this state, where it is missing. */
    public void madeOrganization(String alias, String state) {
        if (found(alias).isEmpty()) {
            keycloak.post(
                    realm + "/organizations",
                    JSON.valueToTree(Map.of(
                            "name",
                            alias,
                            "alias",
                            alias,
                            "enabled",
                            true,
                            "attributes",
                            Map.of("state", List.of(state)),
                            "domains",
                            List.of(Map.of("name", alias + ".example.org", "verified", false)))));
        }
    }

    /** The id of an organization. */
    public String organization(String alias) {
        return found(alias).orElseThrow(() -> new AssertionError("no organization " + alias));
    }

    private Optional<String> found(String alias) {
        for (JsonNode one : keycloak.get(realm + "/organizations?max=100")) {
            if (one.get("alias").asText().equals(alias)) {
                return Optional.of(one.get("id").asText());
            }
        }
        return Optional.empty();
    }
}
