package org.comity.portal.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final TestClock clock = new TestClock();
    private final Sessions sessions = new Sessions(clock, 3, Duration.ofHours(8), Duration.ofHours(12));

    @Test
    void a_name_is_random_long_and_says_nothing() {
        String one = sessions.open(tokens("a", "kc-1"));
        String other = sessions.open(tokens("a", "kc-1"));

        assertNotEquals(one, other);
        assertEquals(43, one.length());
        assertTrue(one.matches("[A-Za-z0-9_-]+"));
    }

    @Test
    void gives_the_tokens_of_an_open_session_and_of_no_other() {
        String name = sessions.open(tokens("a", "kc-1"));

        assertEquals("a", sessions.tokens(name).orElseThrow().access());
        assertEquals(Optional.empty(), sessions.tokens(name + "x"));
        assertEquals(Optional.empty(), sessions.tokens(""));
    }

    @Test
    void a_session_that_is_used_stays_and_one_that_is_idle_for_eight_hours_ends() {
        String used = sessions.open(tokens("used", "kc-1"));
        String idle = sessions.open(tokens("idle", "kc-2"));

        clock.go(Duration.ofHours(7));
        assertTrue(sessions.tokens(used).isPresent());
        clock.go(Duration.ofMinutes(59));
        assertTrue(sessions.tokens(used).isPresent());
        clock.go(Duration.ofMinutes(1));

        assertTrue(sessions.tokens(used).isPresent());
        assertFalse(sessions.tokens(idle).isPresent());
    }

    @Test
    void a_session_ends_after_twelve_hours_however_busy() {
        String name = sessions.open(tokens("a", "kc-1"));

        for (int hour = 1; hour < 12; hour++) {
            clock.go(Duration.ofHours(1));
            assertTrue(sessions.tokens(name).isPresent(), "hour " + hour);
        }
        clock.go(Duration.ofHours(1));

        assertFalse(sessions.tokens(name).isPresent());
    }

    @Test
    void a_refresh_keeps_the_name_and_the_beginning() {
        String name = sessions.open(tokens("old", "kc-1"));
        clock.go(Duration.ofHours(6));
        Sessions.Closed closed = sessions.close(name).orElseThrow();
        assertFalse(sessions.tokens(name).isPresent());

        assertEquals(Optional.of(name), sessions.renew(closed, tokens("new", "kc-1")));

        assertEquals("new", sessions.tokens(name).orElseThrow().access());
        clock.go(Duration.ofHours(6));
        assertFalse(sessions.tokens(name).isPresent(), "twelve hours after it began");
    }

    @Test
    void tokens_of_another_sign_in_never_take_over_a_name() {
        String name = sessions.open(tokens("mine", "kc-1"));
        Sessions.Closed closed = sessions.close(name).orElseThrow();

        assertEquals(Optional.empty(), sessions.renew(closed, tokens("theirs", "kc-2")));
        assertEquals(Optional.empty(), sessions.renew(closed, tokens("unknown", "")));
        assertFalse(sessions.tokens(name).isPresent());
    }

    @Test
    void there_are_never_more_than_the_most_and_the_idlest_goes_first() {
        String first = sessions.open(tokens("first", "kc-1"));
        String second = sessions.open(tokens("second", "kc-2"));
        String third = sessions.open(tokens("third", "kc-3"));
        sessions.tokens(first);

        sessions.open(tokens("fourth", "kc-4"));

        assertEquals(3, sessions.size());
        assertTrue(sessions.tokens(first).isPresent());
        assertFalse(sessions.tokens(second).isPresent());
        assertTrue(sessions.tokens(third).isPresent());
    }

    @Test
    void a_log_line_shows_no_token() {
        assertFalse(tokens("secret", "kc-1").toString().contains("secret"));
    }

    private static Sessions.Tokens tokens(String access, String keycloakSession) {
        return new Sessions.Tokens("id-" + access, access, "refresh-" + access, 300, "openid", keycloakSession);
    }

    private static final class TestClock extends Clock {

        private Instant now = Instant.parse("2026-03-02T08:00:00Z");

        void go(Duration further) {
            now = now.plus(further);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
