package org.comity.kernel.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingKeysTest {

    private static final String OLD = "0123456789abcdef".repeat(4);
    private static final String NEW = "fedcba9876543210".repeat(4);
    private static final byte[] NAME = "A name".getBytes(StandardCharsets.UTF_8);
    private static final UUID RECORD = new UUID(0, 1);
    private static final UUID PART = new UUID(0, 2);

    private static SealingKeys keys(String... keys) {
        return SealingKeys.of("comity.test.keys", List.of(keys));
    }

    @Test
    void R212_what_the_old_key_encrypted_is_read_beside_a_new_one_and_not_without_it() {
        byte[] sealed = keys(OLD).encrypt(NAME, RECORD);
        SealingKeys both = keys(NEW, OLD);
        assertArrayEquals(NAME, both.decrypt(sealed, RECORD));
        byte[] again = both.encrypt(NAME, RECORD);
        assertArrayEquals(NAME, keys(NEW).decrypt(again, RECORD));
        assertThrows(IllegalStateException.class, () -> keys(NEW).decrypt(sealed, RECORD));
    }

    @Test
    void R212_what_is_encrypted_belongs_to_its_record() {
        SealingKeys keys = keys(OLD);
        byte[] sealed = keys.encrypt(NAME, RECORD);
        assertThrows(IllegalStateException.class, () -> keys.decrypt(sealed, PART));
    }

    @Test
    void what_is_encrypted_for_a_part_belongs_to_that_part_of_that_record() {
        SealingKeys keys = keys(OLD);
        byte[] sealed = keys.encrypt(NAME, RECORD, PART);
        assertArrayEquals(NAME, keys.decrypt(sealed, RECORD, PART));
        assertThrows(IllegalStateException.class, () -> keys.decrypt(sealed, RECORD));
        assertThrows(IllegalStateException.class, () -> keys.decrypt(sealed, PART, RECORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "not hexadecimal"})
    void a_key_of_another_shape_stops_the_start(String key) {
        assertThrows(IllegalStateException.class, () -> keys(OLD, key));
        assertThrows(IllegalStateException.class, SealingKeysTest::keys);
    }
}
