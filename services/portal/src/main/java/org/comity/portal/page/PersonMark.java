package org.comity.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.comity.portal.PortalConfig;
import org.comity.portal.session.Person;
import org.comity.portal.session.SignedIn;

/**
 * Marks each form with the person, and the state, that its page was made for, and takes it from nobody else: in the same
 * browser another person may have signed in since.
 *
 * <p>Source: docs/rules.md R-305.
 */
@ApplicationScoped
public class PersonMark {

    /** The field of a form that carries the mark. */
    public static final String FIELD = "person";

    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;
    private final SignedIn signedIn;

    PersonMark(PortalConfig config, SignedIn signedIn) {
        this.key = config.portal()
                .sessionKey()
                .map(it -> it.getBytes(StandardCharsets.UTF_8))
                .orElseGet(PersonMark::random);
        this.signedIn = signedIn;
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** The mark of a person. */
    String of(Person person) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            String text = "a form of\n" + person.id() + "\n" + person.state().orElse("");
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a JDK without " + ALGORITHM, e);
        }
    }

    /**
     * Takes a form from the person that it was made for.
     *
     * @throws MadeForAnother where its mark is another person's, or missing
     */
    public void require(Map<String, List<String>> sent) {
        byte[] own = of(signedIn.person()).getBytes(StandardCharsets.UTF_8);
        List<String> marks = sent.getOrDefault(FIELD, List.of());
        if (marks.isEmpty()
                || marks.stream()
                        .anyMatch(mark -> !MessageDigest.isEqual(own, mark.getBytes(StandardCharsets.UTF_8)))) {
            throw new MadeForAnother(sent);
        }
    }

    /** A form that was made for another person than the one who is signed in. */
    public static final class MadeForAnother extends RuntimeException {

        private final transient Map<String, List<String>> sent;

        MadeForAnother(Map<String, List<String>> sent) {
            super("a form that was made for another person");
            this.sent = sent;
        }

        /** What it says. */
        public Map<String, List<String>> sent() {
            return sent;
        }
    }
}
