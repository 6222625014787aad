package org.comity.portal.entrance;

import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.RefreshToken;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.comity.portal.api.Services;
import org.comity.portal.api.Steps;
import org.comity.portal.page.NoticePages;
import org.comity.portal.session.KeycloakSignOut;
import org.jboss.logging.Logger;

/**
 * Signs a person out everywhere: the services refuse the session's tokens from now on (the registry writes it down for
 * all of them), Keycloak ends its session, and the portal forgets the tokens. Each is done whatever becomes of the others.
 *
 * <p>Keycloak is told by this side, with the refresh token: an ID token as a hint in an address, as in a sign-out by way
 * of the browser, would stay in its history and in logs. Keycloak's own cookies then name a session that is no more.
 */
@Path("/")
class SignOutResource {

    private static final Logger LOG = Logger.getLogger(SignOutResource.class);
    private final Services services;
    private final KeycloakSignOut keycloak;
    private final RefreshToken refreshToken;
    private final OidcSession session;
    private final NoticePages notices;

    SignOutResource(
            Services services,
            KeycloakSignOut keycloak,
            RefreshToken refreshToken,
            OidcSession session,
            NoticePages notices) {
        this.services = services;
        this.keycloak = keycloak;
        this.refreshToken = refreshToken;
        this.session = session;
        this.notices = notices;
    }

    @POST
    @Path("sign-out")
    public Response signOut() {
        try {
            services.at("/registry/v1/sign-outs").post(new Steps.Empty(), Void.class);
        } catch (RuntimeException unreachable) {
            LOG.warn("The registry did not record a sign-out; the session's last token ends within its five minutes");
        }
        keycloak.end(refreshToken.getToken());
        session.logout().await().atMost(Duration.ofSeconds(2));
        return Response.seeOther(URI.create("/signed-out")).build();
    }

    @GET
    @Path("signed-out")
    @PermitAll
    public TemplateInstance signedOut() {
        return notices.signedOut();
    }
}
