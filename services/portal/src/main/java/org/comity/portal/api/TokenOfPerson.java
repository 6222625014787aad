package org.comity.portal.api;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/** Puts the signed-in person's own access token on every call. There is no other; the public tables alone are asked for without. */
@ApplicationScoped
public class TokenOfPerson implements ClientRequestFilter {

    private final SecurityIdentity identity;

    TokenOfPerson(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public void filter(ClientRequestContext request) {
        String token = identity.getCredential(AccessTokenCredential.class).getToken();
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
}
