package org.comity.portal.session;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.comity.portal.PortalConfig;

/** Refuses to start in production without secrets of its own: what stands in for them elsewhere, everybody can read. */
@ApplicationScoped
class SecretsAreSet {

    private static final int SHORTEST_KEY = 32;

    private final PortalConfig config;

    SecretsAreSet(PortalConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent start) {
        if (ConfigUtils.isProfileActive("prod")) {
            require(config.portal().clientSecret(), config.portal().sessionKey());
        }
    }

    static void require(Optional<String> clientSecret, Optional<String> sessionKey) {
        if (clientSecret.filter(it -> !it.isBlank()).isEmpty()) {
            throw new IllegalStateException("comity.portal.client-secret is not set");
        }
        if (sessionKey.filter(it -> it.length() >= SHORTEST_KEY).isEmpty()) {
            throw new IllegalStateException("comity.portal.session-key is not set, or shorter than 32 characters");
        }
    }
}
