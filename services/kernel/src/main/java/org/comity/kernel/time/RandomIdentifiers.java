package org.comity.kernel.time;

import io.quarkus.arc.DefaultBean;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.UUID;

/** Identifiers from the system's secure random source. */
@Singleton
@DefaultBean
class RandomIdentifiers implements Identifiers {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final SecureRandom random = new SecureRandom();

    @Override
    public UUID next() {
        return UUID.randomUUID();
    }

    @Override
    public String code(int length) {
        return random.ints(length, 0, CROCKFORD.length())
                .collect(StringBuilder::new, (text, i) -> text.append(CROCKFORD.charAt(i)), StringBuilder::append)
                .toString();
    }
}
