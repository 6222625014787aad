package org.comity.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.comity.backing.Backing;
import org.comity.backing.KeycloakAdmin;
import org.comity.backing.Ports;
import org.comity.backing.RealmFiles;
import org.comity.backing.SharedBacking;

/** The Keycloak of this Maven run, with a realm of the portal's own, in which the portal has another address. No service runs: the journeys do that; a stub stands in for denials. */
public class PortalServers implements QuarkusTestResourceLifecycleManager {

    private static final String REALM = "comity-portal";

    private static volatile Backing backing;

    /** Lets the portal's tokens live for so many seconds; 0 for as long as the realm says. */
    static void tokensLive(int seconds) {
        String clients = "/admin/realms/" + REALM + "/clients";
        try (KeycloakAdmin admin = backing.keycloakAdmin()) {
            ObjectNode portal =
                    (ObjectNode) admin.get(clients + "?clientId=comity-portal").path(0);
            portal.withObject("/attributes").put("access.token.lifespan", seconds == 0 ? "" : String.valueOf(seconds));
            admin.put(clients + "/" + portal.path("id").asText(), portal);
        }
    }

    /** Ends every session of a person at Keycloak. */
    static void endSessions(String user) {
        Visitor.forgetSessions();
        try (KeycloakAdmin admin = backing.keycloakAdmin()) {
            String id = admin.get("/admin/realms/" + REALM + "/users?exact=true&username=" + user)
                    .path(0)
                    .path("id")
                    .asText();
            admin.get("/admin/realms/" + REALM + "/users/" + id + "/sessions")
                    .forEach(session -> admin.delete("/admin/realms/" + REALM + "/sessions/"
                            + session.path("id").asText()));
        }
    }

    @Override
    public Map<String, String> start() {
        backing = SharedBacking.acquire();
        SharedBacking.ensureDemoRealm(backing, REALM);
        int port = Ports.free();
        String url = "http://127.0.0.1:" + port;
        try (KeycloakAdmin admin = backing.keycloakAdmin()) {
            RealmFiles.movePortal(admin, REALM, url);
        }
        String stub = StubDenials.start();
        String nobody = "http://127.0.0.1:" + Ports.free();
        return Map.of(
                "quarkus.http.test-port",
                Integer.toString(port),
                "comity.portal.url",
                url,
                "comity.portal.client-secret",
                "comity-demo",
                "comity.portal.session-key",
                "a-key-of-the-tests-of-32-letters!!",
                "comity.keycloak.url",
                backing.keycloak(),
                "comity.realm",
                REALM,
                "comity.registry.url",
                nobody,
                "comity.bulletins.url",
                stub,
                "comity.subscriptions.url",
                nobody,
                "comity.denials.url",
                stub);
    }

    @Override
    public void stop() {
        // Keycloak serves the other modules of this Maven run, and ends with it.
    }
}
