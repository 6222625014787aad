package org.comity.kernel.test;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;
import org.comity.kernel.time.Identifiers;

/** Identifiers of a service under test: random, until a test wants the same ones twice. */
@Singleton
public class TestIdentifiers implements Identifiers {

    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Random random = new SecureRandom();

    /** From now on the identifiers are those that follow from the seed. */
    public synchronized void seed(long seed) {
        random = new Random(seed);
    }

    /** Random again. */
    public synchronized void unseed() {
        random = new SecureRandom();
    }

    @Override
    public synchronized UUID next() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return UUID.nameUUIDFromBytes(bytes);
    }

    @Override
    public synchronized String code(int length) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < length; i++) {
            code.append(CROCKFORD.charAt(random.nextInt(CROCKFORD.length())));
        }
        return code.toString();
    }
}
