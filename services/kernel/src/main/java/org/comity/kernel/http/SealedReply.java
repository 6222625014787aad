package org.comity.kernel.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps a reply readable for whoever can repeat its request, and for nobody else: the key of AES-256-GCM is made of the
 * request, which is stored nowhere. Who reads the table sees no natural person in it. Requests with little in them, such as
 * a year, can be guessed by whoever has the table, and their replies with them; no natural person but officials stands in
 * those.
 */
final class SealedReply {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SealedReply() {}

    /** The reply under a seal, in Base64; twice the same reply looks different. */
    static String seal(String reply, String request) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, request, nonce, reply.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /**
     * The reply that was sealed.
     *
     * @throws IllegalStateException where it was sealed with another request, or altered
     */
    static String open(String sealed, String request) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        bytes.get(nonce);
        byte[] reply = new byte[bytes.remaining()];
        bytes.get(reply);
        return new String(cipher(Cipher.DECRYPT_MODE, request, nonce, reply), StandardCharsets.UTF_8);
    }

    private static byte[] cipher(int mode, String request, byte[] nonce, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key(request), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept reply cannot be sealed or opened", e);
        }
    }

    /** Another digest than the one by which requests are compared, since that one is stored. */
    private static SecretKeySpec key(String request) {
        MessageDigest digest = ETag.sha256();
        digest.update("comity kept reply\0".getBytes(StandardCharsets.UTF_8));
        return new SecretKeySpec(digest.digest(request.getBytes(StandardCharsets.UTF_8)), "AES");
    }
}
