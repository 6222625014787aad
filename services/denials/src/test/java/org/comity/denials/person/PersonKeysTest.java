package org.comity.denials.person;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonKeysTest {

    private static final String OLD = "0123456789abcdef".repeat(4);
    private static final String NEW = "fedcba9876543210".repeat(4);
    private static final byte[] NAME = "A name".getBytes(StandardCharsets.UTF_8);
    private static final byte[] RECORD = {1};

    @Test
    void R212_what_the_old_key_encrypted_is_read_beside_a_new_one_and_not_without_it() throws Exception {
        byte[] sealed = PersonKeys.aead(List.of(OLD)).encrypt(NAME, RECORD);
        Aead both = PersonKeys.aead(List.of(NEW, OLD));
        assertArrayEquals(NAME, both.decrypt(sealed, RECORD));
        byte[] anew = both.encrypt(NAME, RECORD);
        assertArrayEquals(NAME, PersonKeys.aead(List.of(NEW)).decrypt(anew, RECORD));
        assertThrows(GeneralSecurityException.class, () -> PersonKeys.aead(List.of(NEW))
                .decrypt(sealed, RECORD));
    }

    @Test
    void R212_what_is_encrypted_belongs_to_its_record() throws Exception {
        Aead aead = PersonKeys.aead(List.of(OLD));
        byte[] sealed = aead.encrypt(NAME, RECORD);
        assertThrows(GeneralSecurityException.class, () -> aead.decrypt(sealed, new byte[] {2}));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "not hexadecimal"})
    void a_key_of_another_shape_stops_the_start(String key) {
        assertThrows(IllegalStateException.class, () -> PersonKeys.aead(List.of(OLD, key)));
        assertThrows(IllegalStateException.class, () -> PersonKeys.aead(List.of()));
    }
}
