package org.comity.backing;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.UnsupportedCallbackException;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.apache.kafka.common.security.oauthbearer.BrokerJwtValidator;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler;

/**
 * Checks the tokens of clients with Kafka's own validator for brokers: signature, issuer, audience, time. The validator asks
 * Keycloak for its keys when it is made. It is made when the first client comes, so that the broker need not wait for
 * Keycloak.
 */
public final class RealmTokens implements AuthenticateCallbackHandler {

    private Map<String, ?> configuration = Map.of();
    private String mechanism = "";
    private List<AppConfigurationEntry> entries = List.of();
    private OAuthBearerValidatorCallbackHandler validator;

    @Override
    public void configure(Map<String, ?> configs, String saslMechanism, List<AppConfigurationEntry> jaasConfigEntries) {
        Map<String, Object> kept = withoutNulls(configs);
        // the usual validator of Kafka 4.1 is that of a client, which reads a token and believes it
        kept.put(SaslConfigs.SASL_OAUTHBEARER_JWT_VALIDATOR_CLASS, BrokerJwtValidator.class);
        this.configuration = Map.copyOf(kept);
        this.mechanism = saslMechanism;
        this.entries = List.copyOf(jaasConfigEntries);
    }

    private static Map<String, Object> withoutNulls(Map<String, ?> configs) {
        Map<String, Object> kept = new HashMap<>(configs);
        kept.values().removeIf(Objects::isNull);
        return kept;
    }

    @Override
    public void handle(Callback[] callbacks) throws IOException, UnsupportedCallbackException {
        validator().handle(callbacks);
    }

    private synchronized OAuthBearerValidatorCallbackHandler validator() throws IOException {
        if (validator == null) {
            OAuthBearerValidatorCallbackHandler made = new OAuthBearerValidatorCallbackHandler();
            try {
                made.configure(configuration, mechanism, entries);
            } catch (KafkaException e) {
                throw new IOException("The keys of the realm cannot be read yet.", e);
            }
            validator = made;
        }
        return validator;
    }

    @Override
    public synchronized void close() {
        if (validator != null) {
            validator.close();
        }
    }
}
