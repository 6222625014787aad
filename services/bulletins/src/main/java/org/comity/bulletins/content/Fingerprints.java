package org.comity.bulletins.content;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Knows a bulletin again, no matter which state posts it, by its headline and text, without regard to case, spaces, signs
 * and marking, and by the hash of each piece of its evidence and of each attachment.
 *
 * <p>Source: docs/rules.md R-358.
 */
public final class Fingerprints {

    private Fingerprints() {}

    /** The fingerprints of a content, each with the pointer of what it is of. */
    public static Map<String, String> of(DraftBulletin content) {
        Map<String, String> prints = new LinkedHashMap<>();
        String text = content.body() == null ? content.summary() : content.body();
        String words = normal(content.headline()) + " " + normal(text);
        if (!words.isBlank()) {
            prints.put("text:" + sha256(words), content.body() == null ? "/summary" : "/body");
        }
        for (int i = 0; i < content.evidence().size(); i++) {
            prints.putIfAbsent("evidence:" + content.evidence().get(i).sha256(), "/evidence/" + i + "/sha256");
        }
        for (int i = 0; i < content.attachments().size(); i++) {
            prints.putIfAbsent("evidence:" + content.attachments().get(i).sha256(), "/attachments/" + i);
        }
        return prints;
    }

    private static String normal(@Nullable String text) {
        return Normalizer.normalize(Objects.requireNonNullElse(text, ""), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
