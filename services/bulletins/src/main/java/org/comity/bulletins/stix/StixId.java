package org.comity.bulletins.stix;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Identifiers that follow from what they name (UUID version 5, RFC 9562), so that a new version of a bulletin is a new version
 * of the same objects.
 *
 * <p>Rules: R-331.
 */
public final class StixId {

    /** Assumption: the namespace of Comity, drawn once. */
    private static final UUID NAMESPACE = UUID.fromString("5f4d2a3e-0c51-4b5c-9d0e-6c6f6d697479");

    private static final int BYTES = 16;

    private StixId() {}

    /** The identifier of an object of this type that has this name with us. */
    public static String of(String type, String name) {
        return type + "--" + uuid(type + ":" + name);
    }

    /** The UUID of this name. */
    public static UUID uuid(String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(BYTES)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .flip());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = hash.getLong() & 0xffffffffffff0fffL | 0x5000L;
            long low = hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
