package org.comity.denials.person;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.secret.SealingKeys;

/**
 * Encrypts and decrypts personal data, each piece bound to the record that it belongs to. The keys come from the
 * configuration, never from the database. The service does not start without one.
 */
@Startup
@Singleton
public class PersonKeys {

    private final SealingKeys keys;

    PersonKeys(PersonConfig config) {
        this.keys = SealingKeys.of("comity.denials.person-keys", config.keys().orElse(List.of()));
    }

    /** Encrypts for this record. */
    public byte[] encrypt(UUID record, byte[] plain) {
        return keys.encrypt(plain, record);
    }

    /**
     * Decrypts what was encrypted for this record.
     *
     * @throws IllegalStateException for anything else, and where the key is gone
     */
    public byte[] decrypt(UUID record, byte[] sealed) {
        return keys.decrypt(sealed, record);
    }
}
