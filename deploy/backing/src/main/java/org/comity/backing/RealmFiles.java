package org.comity.backing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The realm as it stands in {@code deploy/keycloak}: {@code realm.json}, which any installation may import, and
 * {@code realm-demo.json}, which is laid over it for demonstrations and tests alone.
 */
public final class RealmFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** By which member two entries of a list are the same thing. The first that an entry has counts. */
    private static final List<String> IDENTITIES = List.of("clientId", "username", "alias", "name");

    private static final String PORTAL = "comity-portal";
    private static final String BROKER_SCOPE = "comity-broker";

    private final ObjectNode realm;

    private RealmFiles(ObjectNode realm) {
        this.realm = realm;
    }

    /** The realm without anybody in it. */
    public static RealmFiles plain(Path root) {
        return new RealmFiles(read(root.resolve("deploy/keycloak/realm.json")));
    }

    /** The realm with the demo people, systems and marker laid over it. */
    public static RealmFiles demo(Path root) {
        ObjectNode realm = read(root.resolve("deploy/keycloak/realm.json"));
        lay(read(root.resolve("deploy/keycloak/realm-demo.json")), realm);
        return new RealmFiles(realm);
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same realm under another name, so that several can stand side by side. */
    public RealmFiles named(String name) {
        ObjectNode copy = realm.deepCopy();
        copy.put("realm", name);
        return new RealmFiles(copy);
    }

    /**
     * The same realm with the portal at another address.
     *
     * @param portalUrl such as {@code http://127.0.0.1:8080}, without a slash at the end
     */
    public RealmFiles withPortal(String portalUrl) {
        ObjectNode copy = realm.deepCopy();
        for (JsonNode client : copy.withArray("clients")) {
            if (client.path("clientId").asText().equals(PORTAL)) {
                move((ObjectNode) client, portalUrl);
            }
        }
        return new RealmFiles(copy);
    }

    /**
     * The same realm with the secrets of those clients.
     *
     * @param secrets by the client's name
     */
    public RealmFiles withSecrets(Map<String, String> secrets) {
        ObjectNode copy = realm.deepCopy();
        for (JsonNode client : copy.withArray("clients")) {
            String secret = secrets.get(client.path("clientId").asText());
            if (secret != null) {
                ((ObjectNode) client).put("secret", secret);
            }
        }
        return new RealmFiles(copy);
    }

    /**
     * Brings the clients of the broker, with their secrets, to a realm that is there already: an earlier version of Comity may
     * have made it. Other clients are left as they are.
     *
     * @param secrets of those clients, by their names
     */
    public void completeBroker(KeycloakAdmin keycloak, Map<String, String> secrets) {
        String at = "/admin/realms/" + realm.path("realm").asText() + "/";
        boolean hasScope = StreamSupport.stream(
                        keycloak.get(at + "client-scopes").spliterator(), false)
                .anyMatch(scope -> scope.path("name").asText().equals(BROKER_SCOPE));
        if (!hasScope) {
            keycloak.post(at + "client-scopes", one("clientScopes", "name", BROKER_SCOPE));
        }
        secrets.forEach((name, secret) -> {
            JsonNode found = keycloak.get(at + "clients?clientId=" + name).path(0);
            if (found.isMissingNode()) {
                keycloak.post(at + "clients", ((ObjectNode) one("clients", "clientId", name)).put("secret", secret));
            } else if (!found.path("secret").asText().equals(secret)) {
                keycloak.put(at + "clients/" + found.path("id").asText(), ((ObjectNode) found).put("secret", secret));
            }
        });
    }

    private JsonNode one(String list, String identity, String name) {
        return StreamSupport.stream(realm.withArray(list).spliterator(), false)
                .filter(one -> one.path(identity).asText().equals(name))
                .findFirst()
                .orElseThrow()
                .deepCopy();
    }

    private static void move(ObjectNode portal, String url) {
        portal.put("rootUrl", url);
        portal.put("baseUrl", url + "/");
        portal.putArray("redirectUris").add(url + "/*");
        portal.withObject("/attributes").put("post.logout.redirect.uris", url + "/*");
    }

    /** Moves the portal of a realm that is there already to another address, if it is not there yet. */
    public static void movePortal(KeycloakAdmin keycloak, String realm, String portalUrl) {
        String clients = "/admin/realms/" + realm + "/clients";
        JsonNode found = keycloak.get(clients + "?clientId=" + PORTAL).path(0);
        if (found instanceof ObjectNode portal
                && !portal.path("rootUrl").asText().equals(portalUrl)) {
            move(portal, portalUrl);
            keycloak.put(clients + "/" + portal.path("id").asText(), portal);
        }
    }

    /** The representation, as Keycloak's import takes it. */
    public JsonNode representation() {
        return realm.deepCopy();
    }

    /** Makes the realm unless one of its name is there. True when it was made. */
    public boolean install(KeycloakAdmin keycloak) {
        if (keycloak.hasRealm(realm.path("realm").asText())) {
            return false;
        }
        keycloak.createRealm(realm);
        return true;
    }

    /**
     * Lays one object over another: objects are merged, members of lists are merged when they are the same thing and
     * added otherwise, and of plain values the upper one wins.
     */
    static void lay(ObjectNode upper, ObjectNode lower) {
        upper.properties().forEach(entry -> {
            JsonNode above = entry.getValue();
            JsonNode below = lower.get(entry.getKey());
            if (above instanceof ObjectNode aboveObject && below instanceof ObjectNode belowObject) {
                lay(aboveObject, belowObject);
            } else if (above instanceof ArrayNode aboveList && below instanceof ArrayNode belowList) {
                lay(aboveList, belowList);
            } else {
                lower.set(entry.getKey(), above);
            }
        });
    }

    private static void lay(ArrayNode upper, ArrayNode lower) {
        for (JsonNode above : upper) {
            Optional<JsonNode> same = find(above, lower);
            if (same.isEmpty()) {
                lower.add(above);
            } else if (same.get() instanceof ObjectNode below) {
                lay((ObjectNode) above, below);
            }
        }
    }

    private static Optional<JsonNode> find(JsonNode wanted, ArrayNode list) {
        for (JsonNode candidate : list) {
            if (isSame(wanted, candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        for (String identity : IDENTITIES) {
            if (one.has(identity)) {
                return one.get(identity).equals(other.get(identity));
            }
        }
        return one.equals(other);
    }
}
