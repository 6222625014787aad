package org.comity.kernel.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keys that encrypt and decrypt (AES-256-GCM by Google Tink). Each piece is bound to what it belongs to, and opens
 * nowhere else. The first key encrypts, all decrypt: to change the key, put a new one before the old.
 */
public final class SealingKeys {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Aead aead;

    private SealingKeys(Aead aead) {
        this.aead = aead;
    }

    /**
     * These keys, each of 64 hexadecimal digits.
     *
     * @param setting where they are configured, for who has to mend it
     * @throws IllegalStateException where there is no key, or one of another shape
     */
    public static SealingKeys of(String setting, List<String> keys) {
        Map<Integer, byte[]> byId = new LinkedHashMap<>();
        try {
            for (String key : keys) {
                byte[] bytes = HexFormat.of().parseHex(key.strip());
                if (bytes.length != KEY_BYTES) {
                    throw unusable(setting);
                }
                byId.put(id(bytes), bytes);
            }
        } catch (IllegalArgumentException e) {
            throw unusable(setting);
        }
        if (byId.isEmpty()) {
            throw unusable(setting);
        }
        try {
            AeadConfig.register();
            return new SealingKeys(keyset(byId).getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys of " + setting + " cannot be used", e);
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

    /** The number of a key. It does not change with the place of the key in the list. */
    private static int id(byte[] key) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key))
                    .getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IllegalStateException unusable(String setting) {
        return new IllegalStateException(setting + " is not set, or a key in it does not have 64 hexadecimal digits");
    }

    /** Encrypts for this record, or this part of it. */
    public byte[] encrypt(byte[] plain, UUID... belongsTo) {
        try {
            return aead.encrypt(plain, bound(belongsTo));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this cannot be encrypted", e);
        }
    }

    /**
     * Decrypts what was encrypted for this record, or this part of it.
     *
     * @throws IllegalStateException for anything else, and where the key is gone
     */
    public byte[] decrypt(byte[] sealed, UUID... belongsTo) {
        try {
            return aead.decrypt(sealed, bound(belongsTo));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this cannot be decrypted: is its key still configured?", e);
        }
    }

    private static byte[] bound(UUID... belongsTo) {
        return Arrays.stream(belongsTo)
                .map(UUID::toString)
                .collect(Collectors.joining("/"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
