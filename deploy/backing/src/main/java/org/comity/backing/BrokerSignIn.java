package org.comity.backing;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;

/**
 * Lets nobody use a broker without a name. Clients come with a token of a realm, which names them by the client that it was
 * given to; the broker itself, and who makes its topics, with a password that lives as long as this process.
 */
final class BrokerSignIn {

    /** The audience of the tokens that the broker takes: those that were not given for it open nothing here. */
    private static final String AUDIENCE = "comity-broker";

    /** As long as a token lives at most: a client whose access has ended is gone then. */
    private static final String SIGN_IN_AGAIN_AFTER_MILLIS = "300000";

    private static final String PLAIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"";

    private final String realm;
    /** The name of the broker itself, which may do everything; no client of the realm can have been given it. */
    private final String itself;

    private final String password;

    BrokerSignIn(String realm) {
        this.realm = realm;
        this.itself = "broker-" + random();
        this.password = random();
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Puts what this class requires into the broker's settings. */
    void require(Properties broker) {
        broker.put("listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        broker.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        broker.put("allow.everyone.if.no.acl.found", "false");
        broker.put("super.users", "User:" + itself);
        broker.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        broker.put("sasl.mechanism.controller.protocol", "PLAIN");
        String server = PLAIN.formatted(itself, password) + " user_" + itself + "=\"" + password + "\";";
        broker.put("listener.name.controller.sasl.enabled.mechanisms", "PLAIN");
        broker.put("listener.name.controller.plain.sasl.jaas.config", server);
        broker.put("listener.name.client.sasl.enabled.mechanisms", "OAUTHBEARER,PLAIN");
        broker.put("listener.name.client.plain.sasl.jaas.config", server);
        broker.put(
                "listener.name.client.oauthbearer.sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
        broker.put("listener.name.client.oauthbearer.sasl.server.callback.handler.class", RealmTokens.class.getName());
        broker.put("listener.name.client.oauthbearer.connections.max.reauth.ms", SIGN_IN_AGAIN_AFTER_MILLIS);
        String keys = realm + "/protocol/openid-connect/certs";
        // Kafka asks no address for keys that the process does not name
        System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls", keys);
        broker.put("sasl.oauthbearer.jwks.endpoint.url", keys);
        broker.put("sasl.oauthbearer.expected.issuer", realm);
        broker.put("sasl.oauthbearer.expected.audience", AUDIENCE);
        broker.put("sasl.oauthbearer.sub.claim.name", "azp");
    }

    /** How the broker itself signs in, by the keys of Kafka's clients. */
    Map<String, Object> ofBroker() {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", PLAIN.formatted(itself, password) + ";");
    }
}
