package org.comity.kernel.paging;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Seals the places in lists that go out, with a key that all replicas share, so that none can be made by hand. */
@Singleton
public class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 12;

    private final Instance<String> secret;

    /**
     * Asks for the key when it is needed: filters are made before the configuration of the running service is read.
     *
     * @param secret by default the password of the application role, of which nothing can be learned from a seal
     */
    Seal(@ConfigProperty(name = "comity.paging.cursor-key") Instance<String> secret) {
        this.secret = secret;
    }

    /** The seal of a text. */
    public String of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(("cursors " + secret.get()).getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] seal = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(seal, BYTES));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }

    /** Whether this is the seal of the text. */
    public boolean isOf(String text, String seal) {
        return MessageDigest.isEqual(of(text).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }
}
