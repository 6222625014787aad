package org.comity.portal.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.RequestScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the person out of the access token of this request, which Quarkus OIDC has verified. */
@RequestScoped
public class SignedIn {

    private final SecurityIdentity identity;
    private @Nullable Person person;

    SignedIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Who is signed in; only for pages that ask for somebody. */
    public Person person() {
        if (person == null) {
            String token = identity.getCredential(AccessTokenCredential.class).getToken();
            person = read(claims(token), !ConfigUtils.isProfileActive("prod"));
        }
        return person;
    }

    private static JsonObject claims(String token) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    /**
     * The person of an access token.
     *
     * @param demoAllowed whether the demonstration's realm is good enough; a portal in production refuses it
     */
    static Person read(JsonObject claims, boolean demoAllowed) {
        boolean demo = claims.getBoolean("comity_demo", false);
        if (demo && !demoAllowed) {
            throw new ForbiddenException("the realm is the demonstration's");
        }
        Set<String> roles =
                claims.getJsonObject("realm_access", new JsonObject()).getJsonArray("roles", new JsonArray()).stream()
                        .map(Object::toString)
                        .collect(Collectors.toUnmodifiableSet());
        return new Person(
                claims.getString("sub", ""),
                claims.getString("name", claims.getString("preferred_username", "")),
                state(claims.getValue("organization")),
                roles,
                demo);
    }

    /** The state of the one organization whose attribute equals its alias; nobody works for two. */
    private static Optional<String> state(@Nullable Object organizations) {
        if (!(organizations instanceof JsonObject byAlias) || byAlias.size() != 1) {
            return Optional.empty();
        }
        String alias = byAlias.fieldNames().iterator().next();
        String iso2 = alias.toUpperCase(Locale.ROOT);
        return byAlias.getJsonObject(alias, new JsonObject())
                        .getJsonArray("state", new JsonArray())
                        .contains(iso2)
                ? Optional.of(iso2)
                : Optional.empty();
    }
}
