package org.comity.portal.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.comity.portal.PortalConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Ends a session at Keycloak, from this side. */
@ApplicationScoped
public class KeycloakSignOut {

    private static final Logger LOG = Logger.getLogger(KeycloakSignOut.class);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI endpoint;
    private final URI page;
    private final String clientSecret;

    KeycloakSignOut(PortalConfig config) {
        this.endpoint =
                URI.create(config.keycloak().url() + "/realms/" + config.realm() + "/protocol/openid-connect/logout");
        this.page = URI.create(endpoint + "?client_id=comity-portal&post_logout_redirect_uri="
                + encoded(config.portal().url().resolve("/signed-out").toString()));
        this.clientSecret = config.portal().clientSecret().orElse("");
    }

    /** Where a browser ends whatever session it still has, and is led back to the portal; Keycloak asks first. */
    public URI page() {
        return page;
    }

    /** Ends the session that the refresh token belongs to. A failure is logged, never thrown: the rest goes on. */
    public void end(@Nullable String refreshToken) {
        if (refreshToken == null) {
            return;
        }
        String form = "client_id=comity-portal&client_secret=" + encoded(clientSecret) + "&refresh_token="
                + encoded(refreshToken);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(Duration.ofSeconds(5))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 300 && status != 400) {
                LOG.warnf("Keycloak answered %d to a sign-out", status);
            }
        } catch (IOException unreachable) {
            LOG.warnf("Keycloak did not hear of a sign-out: %s", unreachable.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
