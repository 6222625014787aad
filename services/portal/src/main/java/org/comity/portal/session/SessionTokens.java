package org.comity.portal.session;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.comity.portal.PortalConfig;

/**
 * Keeps tokens on this side: the cookie that Quarkus OIDC sets carries only the name of the session.
 *
 * <p>Quarkus deletes the state of a session and creates another whenever it refreshes the tokens; here the name outlives
 * the refresh, as long as it is the same Keycloak session.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class SessionTokens implements TokenStateManager {

    private static final String CLOSED = SessionTokens.class.getName() + ".closed";

    private final Sessions sessions;

    SessionTokens(PortalConfig config, Clock clock) {
        var portal = config.portal();
        this.sessions = new Sessions(clock, portal.sessionsMost(), portal.sessionIdle(), portal.sessionLongest());
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext routing,
            OidcTenantConfig tenant,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> context) {
        Sessions.Tokens kept = keep(tokens);
        Sessions.Closed closed = routing.get(CLOSED);
        String name = Optional.ofNullable(closed)
                .flatMap(it -> sessions.renew(it, kept))
                .orElseGet(() -> sessions.open(kept));
        return Uni.createFrom().item(name);
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext routing,
            OidcTenantConfig tenant,
            String name,
            OidcRequestContext<AuthorizationCodeTokens> context) {
        return sessions.tokens(name)
                .map(it -> Uni.createFrom()
                        .item(new AuthorizationCodeTokens(
                                it.id(), it.access(), it.refresh(), it.accessSeconds(), it.scope())))
                .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException("no such session")));
    }

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext routing, OidcTenantConfig tenant, String name, OidcRequestContext<Void> context) {
        sessions.close(name).ifPresent(closed -> routing.put(CLOSED, closed));
        return Uni.createFrom().voidItem();
    }

    private static Sessions.Tokens keep(AuthorizationCodeTokens tokens) {
        return new Sessions.Tokens(
                tokens.getIdToken(),
                tokens.getAccessToken(),
                tokens.getRefreshToken(),
                Optional.ofNullable(tokens.getAccessTokenExpiresIn()).orElse(0L),
                Optional.ofNullable(tokens.getAccessTokenScope()).orElse(""),
                keycloakSession(tokens.getIdToken()));
    }

    /** The {@code sid} of an ID token that Quarkus has verified; empty without one. */
    private static String keycloakSession(String idToken) {
        try {
            String claims = new String(Base64.getUrlDecoder().decode(idToken.split("\\.")[1]), StandardCharsets.UTF_8);
            return new JsonObject(claims).getString("sid", "");
        } catch (DecodeException | IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw new AuthenticationFailedException(malformed);
        }
    }
}
