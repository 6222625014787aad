package org.comity.portal.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of this replica, in memory alone: bounded in number, and each in time. A browser knows a session by a
 * random name of 256 bits that says nothing.
 *
 * <p>A session that is not here (another replica, a restart) is not an error: Keycloak signs the person in again without
 * asking, as long as its own session lives.
 *
 * <p>Rules.
 */
final class Sessions {

    /** What Keycloak gave for a session, and the Keycloak session ({@code sid}) that it belongs to. */
    record Tokens(
            String id,
            String access,
            @Nullable String refresh,
            long accessSeconds,
            String scope,
            String keycloakSession) {

        /** Says nothing of what it holds, so that no log can. */
        @Override
        public String toString() {
            return "Tokens[]";
        }
    }

    private record Session(Tokens tokens, Instant startedAt, Instant usedAt) {}

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> byName = new LinkedHashMap<>(64, 0.75f, true);
    private final Clock clock;
    private final int most;
    private final Duration idle;
    private final Duration longest;

    Sessions(Clock clock, int most, Duration idle, Duration longest) {
        this.clock = clock;
        this.most = most;
        this.idle = idle;
        this.longest = longest;
    }

    /** Opens a session, and gives its name. Ends what has expired, then, where there are too many, the idlest. */
    synchronized String open(Tokens tokens) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        put(name, tokens, clock.instant());
        return name;
    }

    /**
     * Puts fresh tokens under the name that the browser has already, so that its other requests, under way with the same
     * cookie, do not lose their session.
     *
     * @param closed what {@link #close} gave a moment ago
     * @return empty when the fresh tokens belong to another Keycloak session: then it is a new session, with a new name
     */
    synchronized Optional<String> renew(Closed closed, Tokens tokens) {
        if (tokens.keycloakSession().isEmpty() || !closed.keycloakSession().equals(tokens.keycloakSession())) {
            return Optional.empty();
        }
        put(closed.name(), tokens, closed.startedAt());
        return Optional.of(closed.name());
    }

    /** The tokens of a session that is open and neither idle nor running for too long. */
    synchronized Optional<Tokens> tokens(String name) {
        Session session = byName.get(name);
        if (session == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (isOver(session, now)) {
            byName.remove(name);
            return Optional.empty();
        }
        byName.put(name, new Session(session.tokens(), session.startedAt(), now));
        return Optional.of(session.tokens());
    }

    /** What is remembered, within one request, of a session that was closed in order to be renewed. */
    record Closed(String name, String keycloakSession, Instant startedAt) {}

    /** Ends a session. */
    synchronized Optional<Closed> close(String name) {
        Session session = byName.remove(name);
        return Optional.ofNullable(session)
                .map(it -> new Closed(name, it.tokens().keycloakSession(), it.startedAt()));
    }

    synchronized int size() {
        return byName.size();
    }

    private void put(String name, Tokens tokens, Instant startedAt) {
        Instant now = clock.instant();
        byName.put(name, new Session(tokens, startedAt, now));
        byName.values().removeIf(session -> isOver(session, now));
        Iterator<String> idlest = byName.keySet().iterator();
        while (byName.size() > most) {
            idlest.next();
            idlest.remove();
        }
    }

    private boolean isOver(Session session, Instant now) {
        return !now.isBefore(session.usedAt().plus(idle))
                || !now.isBefore(session.startedAt().plus(longest));
    }
}
