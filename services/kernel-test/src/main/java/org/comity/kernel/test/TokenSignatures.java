package org.comity.kernel.test;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmFactoryFactory;
import org.jose4j.jws.RsaUsingShaAlgorithm;
import org.jose4j.lang.JoseException;

/**
 * Remembers which signatures of tokens are right: a test sends the same token with hundreds of requests, and a JVM with its
 * first compiler alone works on an RSA signature for a millisecond. All else about a token, its end among it, is looked at
 * with each request.
 */
@Singleton
class TokenSignatures {

    void remember(@Observes StartupEvent event) {
        AlgorithmFactoryFactory.getInstance().getJwsAlgorithmFactory().registerAlgorithm(new Remembering());
    }

    /** RS256, as Keycloak signs. */
    private static final class Remembering extends RsaUsingShaAlgorithm.RsaSha256 {

        private final Set<Verified> right = ConcurrentHashMap.newKeySet();

        private record Verified(Key key, String signed, String signature) {}

        @Override
        public boolean verifySignature(byte[] signature, Key key, byte[] signed, ProviderContext context)
                throws JoseException {
            Verified verified = new Verified(
                    key,
                    new String(signed, StandardCharsets.ISO_8859_1),
                    new String(signature, StandardCharsets.ISO_8859_1));
            if (right.contains(verified)) {
                return true;
            }
            boolean isRight = super.verifySignature(signature, key, signed, context);
            if (isRight) {
                right.add(verified);
            }
            return isRight;
        }
    }
}
