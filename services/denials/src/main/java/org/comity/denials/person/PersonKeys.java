package org.comity.denials.person;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Encrypts and decrypts personal data (AES-256-GCM by Google Tink), each piece bound to the record that it belongs to.
 * The keys come from the configuration, never from the database. The service does not start without one.
 */
@Startup
@Singleton
public class PersonKeys {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Aead aead;

    PersonKeys(PersonConfig config) {
        this.aead = aead(config.keys().orElse(List.of()));
    }

    /** @throws IllegalStateException where there is no key, or one of another shape */
    static Aead aead(List<String> keys) {
        Map<Integer, byte[]> byId = new LinkedHashMap<>();
        try {
            for (String key : keys) {
                byte[] bytes = HexFormat.of().parseHex(key.strip());
                if (bytes.length != KEY_BYTES) {
                    throw unusable();
                }
                byId.put(id(bytes), bytes);
            }
        } catch (IllegalArgumentException e) {
            throw unusable();
        }
        if (byId.isEmpty()) {
            throw unusable();
        }
        try {
            AeadConfig.register();
            return keyset(byId).getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys of personal data cannot be used", e);
        }
    }

    private static KeysetHandle keyset(Map<Integer, byte[]> keys) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(IV_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
        boolean first = true;
        for (Map.Entry<Integer, byte[]> key : keys.entrySet()) {
            KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(AesGcmKey.builder()
                            .setParameters(parameters)
                            .setIdRequirement(key.getKey())
                            .setKeyBytes(SecretBytes.copyFrom(key.getValue(), InsecureSecretKeyAccess.get()))
                            .build())
                    .withFixedId(key.getKey());
            keyset.addEntry(first ? entry.makePrimary() : entry);
            first = false;
        }
        return keyset.build();
    }

    /** The same for the same key, wherever it stands in the list. */
    private static int id(byte[] key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key))
                    .getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IllegalStateException unusable() {
        return new IllegalStateException(
                "comity.denials.person-keys is not set, or a key in it does not have 64 hexadecimal digits");
    }

    /** Encrypts for this record. */
    public byte[] encrypt(UUID record, byte[] plain) {
        try {
            return aead.encrypt(plain, bound(record));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal data cannot be encrypted", e);
        }
    }

    /**
     * Decrypts what was encrypted for this record.
     *
     * @throws IllegalStateException for anything else, and where the key is gone
     */
    public byte[] decrypt(UUID record, byte[] sealed) {
        try {
            return aead.decrypt(sealed, bound(record));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal data cannot be decrypted: is their key still configured?", e);
        }
    }

    private static byte[] bound(UUID record) {
        return record.toString().getBytes(StandardCharsets.UTF_8);
    }
}
