package org.comity.portal;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.comity.backing.Backing;
import org.comity.backing.KeycloakAdmin;
import org.comity.backing.Ports;
import org.comity.backing.RealmFiles;
import org.comity.backing.SharedBacking;

/** The Keycloak of this Maven run, with a realm of the portal's own. No service runs: the journeys do that. */
public class PortalServers implements QuarkusTestResourceLifecycleManager {

    private static final String REALM = "comity-portal";

    @Override
    public Map<String, String> start() {
        Backing backing = SharedBacking.acquire();
        SharedBacking.ensureDemoRealm(backing, REALM);
        int port = Ports.free();
        String url = "http://127.0.0.1:" + port;
        try (KeycloakAdmin admin = backing.keycloakAdmin()) {
            RealmFiles.movePortal(admin, REALM, url);
        }
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
                "comity.denials.url",
                nobody);
    }

    @Override
    public void stop() {
        // Keycloak serves the other modules of this Maven run, and ends with it.
    }
}
