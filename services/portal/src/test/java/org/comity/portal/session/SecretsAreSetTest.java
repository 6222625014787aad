package org.comity.portal.session;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsAreSetTest {

    private static final Optional<String> KEY = Optional.of("k".repeat(32));
    private static final Optional<String> SECRET = Optional.of("s");

    @Test
    void both_secrets_are_needed() {
        assertDoesNotThrow(() -> SecretsAreSet.require(SECRET, KEY));
        assertThrows(IllegalStateException.class, () -> SecretsAreSet.require(Optional.empty(), KEY));
        assertThrows(IllegalStateException.class, () -> SecretsAreSet.require(SECRET, Optional.empty()));
    }

    @Test
    void a_key_has_at_least_32_characters() {
        assertThrows(IllegalStateException.class, () -> SecretsAreSet.require(SECRET, Optional.of("k".repeat(31))));
    }
}
