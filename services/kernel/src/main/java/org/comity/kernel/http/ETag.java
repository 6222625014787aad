package org.comity.kernel.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/**
 * A strong entity tag, made of what a reader gets, so that it tells nothing more; without what is {@link NotInTag}.
 *
 * <p>Rules: R-64.
 *
 * @param value with its quotes, as in the header
 */
public record ETag(String value) {

    /** The tag of this representation. */
    public static ETag of(byte[] representation) {
        byte[] digest = sha256().digest(representation);
        return new ETag('"' + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 15)) + '"');
    }

    /**
     * Refuses a change unless the caller has seen this representation.
     *
     * @param ifMatch the header; a list of tags is good; {@code *} is not, since it names nothing that was read
     * @throws org.comity.kernel.problem.ProblemException 428 where it is absent, 412 where it is stale
     */
    public void require(@Nullable String ifMatch) {
        requirePresent(ifMatch);
        for (String tag : ifMatch.split(",")) {
            if (tag.strip().equals(value)) {
                return;
            }
        }
        throw KernelProblem.STALE.at("If-Match", "Read the record again, and repeat the change.");
    }

    /** Refuses a change that does not say which version it is for. */
    @org.jspecify.annotations.NullUnmarked
    public static void requirePresent(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw KernelProblem.PRECONDITION_REQUIRED.at("If-Match", "Send the ETag that you last read.");
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String hash(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
