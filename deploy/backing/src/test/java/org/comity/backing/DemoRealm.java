package org.comity.backing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Writes {@code deploy/keycloak/realm-demo.json} again from the organizations of {@code realm.json}. The same input gives
 * the same file, which a test compares.
 *
 * <p>To run it: {@code mvn -pl deploy/backing test -Dtest=RealmFilesTest -Dcomity.write-demo-realm=true}.
 *
 * <p>The demo password is public, so its hash is a cheap one on purpose: 152 people would otherwise cost seconds at the
 * first start, and each sign-in of a test a tenth of a second.
 */
final class DemoRealm {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "comity-demo";
    private static final String ALGORITHM = "pbkdf2-sha512";
    private static final int ITERATIONS = 1000;

    private record Post(String suffix, String title, List<String> roles) {}

    private static final List<Post> STATE_POSTS = List.of(
            new Post("officer", "licensing officer", List.of("licensing-officer")),
            new Post("approver", "licensing approver", List.of("licensing-approver")),
            new Post("analyst", "analyst", List.of("analyst")),
            new Post("poc", "point of contact", List.of("poc")),
            new Post("admin", "national administrator", List.of("national-admin")),
            new Post("auditor", "auditor", List.of("auditor")));

    private static final List<Post> SECRETARIAT_POSTS = List.of(
            new Post("staff", "member of staff", List.of("secretariat")),
            new Post("admin", "administrator", List.of("secretariat", "secretariat-admin")));

    private DemoRealm() {}

    static void write(Path root) throws IOException {
        Files.writeString(root.resolve("deploy/keycloak/realm-demo.json"), text(root));
    }

    /** The file: one person, client or organization a line. */
    static String text(Path root) throws IOException {
        JsonNode realm =
                JSON.readTree(root.resolve("deploy/keycloak/realm.json").toFile());
        List<String> members = new ArrayList<>();
        demo(realm)
                .properties()
                .forEach(entry -> members.add("  \"" + entry.getKey() + "\": " + text(entry.getValue())));
        return "{\n" + String.join(",\n", members) + "\n}\n";
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.toString();
        }
        List<String> lines = new ArrayList<>();
        value.forEach(element -> lines.add("    " + element));
        return "[\n" + String.join(",\n", lines) + "\n  ]";
    }

    private static ObjectNode demo(JsonNode realm) {
        ObjectNode demo = JSON.createObjectNode();
        demo.put("displayName", "Comity (demonstration)");
        demo.put("passwordPolicy", "hashAlgorithm(" + ALGORITHM + ") and hashIterations(" + ITERATIONS + ")");
        ArrayNode scopes = demo.putArray("clientScopes");
        scopes.add(marker());
        ArrayNode clients = demo.putArray("clients");
        clients.add(portal());
        clients.addObject().put("clientId", "comity-cli").put("directAccessGrantsEnabled", true);
        clients.add(nationalSystem());
        ArrayNode organizations = demo.putArray("organizations");
        ArrayNode users = demo.putArray("users");
        for (JsonNode organization : realm.get("organizations")) {
            String alias = organization.get("alias").asText();
            ObjectNode laid = organizations.addObject().put("alias", alias);
            ArrayNode members = laid.putArray("members");
            String name = organization.get("attributes").path("state").path(0).asText("Secretariat");
            for (Post post : organization.get("attributes").has("state") ? STATE_POSTS : SECRETARIAT_POSTS) {
                String username = alias + "." + post.suffix();
                users.add(person(username, name + " " + post.title(), post.roles()));
                members.addObject().put("username", username).put("membershipType", "UNMANAGED");
            }
            if (alias.equals("nl")) {
                members.addObject().put("username", "service-account-nl-system").put("membershipType", "UNMANAGED");
            }
        }
        ObjectNode account = users.addObject();
        account.put("username", "service-account-nl-system");
        account.put("enabled", true);
        account.put("serviceAccountClientId", "nl-system");
        account.putArray("realmRoles").add("system");
        return demo;
    }

    /** A claim in every access token, by which a service that is no demonstration refuses this realm. */
    private static ObjectNode marker() {
        ObjectNode scope = JSON.createObjectNode().put("name", "comity-api");
        ObjectNode mapper = scope.putArray("protocolMappers").addObject();
        mapper.put("name", "demonstration");
        mapper.put("protocol", "openid-connect");
        mapper.put("protocolMapper", "oidc-hardcoded-claim-mapper");
        ObjectNode config = mapper.putObject("config");
        config.put("claim.name", "comity_demo");
        config.put("claim.value", "true");
        config.put("jsonType.label", "boolean");
        config.put("access.token.claim", "true");
        config.put("id.token.claim", "true");
        config.put("introspection.token.claim", "true");
        config.put("userinfo.token.claim", "false");
        return scope;
    }

    private static ObjectNode portal() {
        ObjectNode portal = JSON.createObjectNode().put("clientId", "comity-portal");
        portal.put("secret", PASSWORD);
        portal.put("rootUrl", "http://127.0.0.1:8080");
        portal.put("baseUrl", "http://127.0.0.1:8080/");
        portal.putArray("redirectUris").add("http://127.0.0.1:8080/*");
        portal.putObject("attributes").put("post.logout.redirect.uris", "http://127.0.0.1:8080/*");
        return portal;
    }

    private static ObjectNode nationalSystem() {
        ObjectNode system = JSON.createObjectNode().put("clientId", "nl-system");
        system.put("name", "NL licensing system (demo)");
        system.put("enabled", true);
        system.put("protocol", "openid-connect");
        system.put("publicClient", false);
        system.put("clientAuthenticatorType", "client-secret");
        system.put("secret", PASSWORD);
        system.put("standardFlowEnabled", false);
        system.put("implicitFlowEnabled", false);
        system.put("directAccessGrantsEnabled", false);
        system.put("serviceAccountsEnabled", true);
        system.put("fullScopeAllowed", false);
        ArrayNode scopes = system.putArray("defaultClientScopes");
        List.of("basic", "profile", "roles", "service_account", "organization", "comity-api", "comity-broker")
                .forEach(scopes::add);
        system.putArray("optionalClientScopes");
        return system;
    }

    private static ObjectNode person(String username, String lastName, List<String> roles) {
        ObjectNode person = JSON.createObjectNode();
        person.put("username", username);
        person.put("enabled", true);
        person.put("firstName", "Demo");
        person.put("lastName", lastName);
        person.put("email", username + "@demo.invalid");
        person.put("emailVerified", true);
        ArrayNode realmRoles = person.putArray("realmRoles");
        roles.forEach(realmRoles::add);
        person.putArray("credentials").add(credential(username));
        return person;
    }

    private static ObjectNode credential(String username) {
        byte[] salt = salt(username);
        Map<String, Object> secret = new LinkedHashMap<>();
        secret.put("value", Base64.getEncoder().encodeToString(hash(salt)));
        secret.put("salt", Base64.getEncoder().encodeToString(salt));
        Map<String, Object> kind = new LinkedHashMap<>();
        kind.put("hashIterations", ITERATIONS);
        kind.put("algorithm", ALGORITHM);
        ObjectNode credential = JSON.createObjectNode().put("type", "password");
        credential.put("secretData", JSON.valueToTree(secret).toString());
        credential.put("credentialData", JSON.valueToTree(kind).toString());
        return credential;
    }

    /** Not random, so that the file can be made again and compared. */
    private static byte[] salt(String username) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(username.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(byte[] salt) {
        try {
            PBEKeySpec key = new PBEKeySpec(PASSWORD.toCharArray(), salt, ITERATIONS, 512);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(key)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
