package org.comity.subscriptions.webhook;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secrets with which webhooks are signed, encrypted where they are kept. */
@Singleton
class WebhookSecrets {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Aead aead;

    WebhookSecrets(@ConfigProperty(name = "comity.webhooks.key") Optional<String> key) {
        try {
            this.aead = new AesGcmJce(HexFormat.of().parseHex(key.orElse("")));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("comity.webhooks.key is not set, or has not 64 hexadecimal digits", e);
        }
    }

    /** A new secret, as its owner gets it. */
    String made() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    byte[] kept(UUID webhook, String secret) {
        try {
            return aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), bound(webhook));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be encrypted", e);
        }
    }

    /** The signatures of a message, one for each secret that counts now. */
    String signed(UUID webhook, List<byte[]> kept, String id, long at, String payload) {
        return kept.stream()
                .map(secret -> signature(opened(webhook, secret), id, at, payload))
                .collect(Collectors.joining(" "));
    }

    private String opened(UUID webhook, byte[] kept) {
        try {
            return new String(aead.decrypt(kept, bound(webhook)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret cannot be decrypted", e);
        }
    }

    private static String signature(String secret, String id, long at, String payload) {
        try {
            return new Webhook(secret.substring(PREFIX.length())).sign(id, at, payload);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("a message cannot be signed", e);
        }
    }

    private static byte[] bound(UUID webhook) {
        return webhook.toString().getBytes(StandardCharsets.UTF_8);
    }
}
