package org.comity.kernel.outbox;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;
import org.jboss.logging.Logger;

/**
 * Gets the token with which a Kafka client of the service signs in at the broker. It waits for Keycloak, which may start
 * beside the service or be away for a while, until its thread is interrupted: a consumer that was given up would not be made
 * again. Kafka's own handler waits twice as long after each attempt, and gives up after ten seconds.
 *
 * <p>Rules: R-338.
 */
public final class BrokerTokens extends OAuthBearerLoginCallbackHandler {

    private static final Logger LOG = Logger.getLogger(BrokerTokens.class);
    private static final int CONNECT_WITHIN_MILLIS = 5_000;
    private static final int READ_WITHIN_MILLIS = 10_000;
    private static final Duration BETWEEN_FIRST = Duration.ofMillis(250);
    private static final int FIRST = 120;
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int ATTEMPTS_BETWEEN_WARNINGS = 30;

    @Override
    public void configure(Map<String, ?> configs, String saslMechanism, List<AppConfigurationEntry> entries) {
        Map<String, Object> once = new HashMap<>(configs);
        once.put(SaslConfigs.SASL_LOGIN_RETRY_BACKOFF_MS, 1L);
        once.put(SaslConfigs.SASL_LOGIN_RETRY_BACKOFF_MAX_MS, 1L);
        // a Keycloak that takes a request and does not answer would hold the client for good
        once.putIfAbsent(SaslConfigs.SASL_LOGIN_CONNECT_TIMEOUT_MS, CONNECT_WITHIN_MILLIS);
        once.putIfAbsent(SaslConfigs.SASL_LOGIN_READ_TIMEOUT_MS, READ_WITHIN_MILLIS);
        super.configure(once, saslMechanism, entries);
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
        for (int attempt = 1; ; attempt++) {
            try {
                super.handle(callbacks);
                return;
            } catch (IOException | KafkaException e) {
                if (attempt % ATTEMPTS_BETWEEN_WARNINGS == 0) {
                    LOG.warnf("No token for the broker yet: %s", e.getMessage());
                }
                pause(attempt < FIRST ? BETWEEN_FIRST : BETWEEN);
            }
        }
    }

    private static void pause(Duration between) throws IOException {
        try {
            Thread.sleep(between);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for a token for the broker.", e);
        }
    }
}
