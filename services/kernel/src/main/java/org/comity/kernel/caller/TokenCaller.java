package org.comity.kernel.caller;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads the caller out of a verified token.
 *
 * <p>A person is a member of exactly one organization, whose attribute {@code state} equals its alias; the
 * secretariat's organization has no such attribute. A national system's service account is a member like a person.
 *
 * <p>Rules.
 */
final class TokenCaller {

    static final String SECRETARIAT = "secretariat";

    private static final Set<Role> OF_SECRETARIAT = Set.of(Role.SECRETARIAT, Role.SECRETARIAT_ADMIN);

    private TokenCaller() {}

    /**
     * The caller, or empty where the token says no state, two, one that does not match its organization, or one that its
     * client chose.
     */
    static Optional<Caller> read(JsonWebToken token, Set<String> realmRoles) {
        Optional<Affiliation> affiliation = affiliation(token);
        if (affiliation.isEmpty() || token.getSubject() == null || choosesOrganization(token)) {
            return Optional.empty();
        }
        Set<Role> roles = new HashSet<>();
        for (String name : realmRoles) {
            Role.ofRealmName(name).ifPresent(roles::add);
        }
        // A role of the other side is no role: a state's person is never the secretariat, nor the reverse.
        if (affiliation.get().state().isPresent()) {
            roles.removeAll(OF_SECRETARIAT);
        } else {
            roles.retainAll(OF_SECRETARIAT);
        }
        String name = Optional.ofNullable(token.<String>getClaim("preferred_username"))
                .orElse(token.getSubject());
        return Optional.of(new Caller(
                new Person(token.getSubject(), name),
                affiliation.get().state(),
                roles,
                Optional.ofNullable(token.<String>getClaim("sid")),
                Optional.ofNullable(token.<String>getClaim("azp")).orElse("")));
    }

    /** Whether its client asked for one organization by name: nobody chooses among several. */
    private static boolean choosesOrganization(JsonWebToken token) {
        return Optional.ofNullable(token.getClaim("scope")).map(Object::toString).stream()
                .flatMap(scopes -> Arrays.stream(scopes.split(" ")))
                .anyMatch(scope -> scope.startsWith("organization:"));
    }

    private static Optional<Affiliation> affiliation(JsonWebToken token) {
        Object organizations = token.getClaim("organization");
        if (!(organizations instanceof JsonObject named) || named.size() != 1) {
            return Optional.empty();
        }
        String alias = named.keySet().iterator().next();
        @Nullable
        JsonArray attribute =
                named.get(alias) instanceof JsonObject details && details.get("state") instanceof JsonArray values
                        ? values
                        : null;
        if (alias.equals(SECRETARIAT)) {
            return attribute == null ? Optional.of(new Affiliation(Optional.empty())) : Optional.empty();
        }
        if (attribute == null || attribute.size() != 1) {
            return Optional.empty();
        }
        JsonValue value = attribute.get(0);
        return value instanceof JsonString text
                        && text.getString().toLowerCase(Locale.ROOT).equals(alias)
                ? StateCode.parse(text.getString()).map(state -> new Affiliation(Optional.of(state)))
                : Optional.empty();
    }

    private record Affiliation(Optional<StateCode> state) {}
}
