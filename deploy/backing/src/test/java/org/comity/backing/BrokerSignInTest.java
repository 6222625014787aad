package org.comity.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what at a broker that asks for names, with the clients of the demo realm. */
@Tag("servers")
class BrokerSignInTest {

    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path folder;

    private static KafkaServer broker;
    private static KeycloakAdmin keycloak;
    private static String issuer;
    private static String tokens;
    private static int controller;

    @BeforeAll
    static void start() {
        Backing backing = SharedBacking.acquire();
        SharedBacking.ensureDemoRealm(backing, SharedBacking.REALM);
        keycloak = backing.keycloakAdmin();
        issuer = backing.keycloak() + "/realms/" + SharedBacking.REALM;
        tokens = issuer + "/protocol/openid-connect/token";
        controller = Ports.free();
        broker = KafkaServer.start(
                new KafkaServer.Settings(folder.resolve("kafka"), 0, controller, Optional.of(issuer)));
        System.setProperty(ALLOWED, System.getProperty(ALLOWED) + "," + tokens);
        Topics.ensure(broker.admin(), "");
        BrokerRights.ensure(broker.admin());
        publish(as("comity-registry"), "registry.state.v1");
        publish(as("comity-bulletins"), "bulletins.bulletin.v1");
    }

    @AfterAll
    static void stop() {
        broker.close();
        keycloak.close();
        System.clearProperty(ALLOWED);
    }

    /** A client that signs in with the token of a client of the realm. */
    private static Map<String, Object> as(String client) {
        JsonNode found = keycloak.get("/admin/realms/" + SharedBacking.REALM + "/clients?clientId=" + client)
                .path(0);
        Map<String, Object> settings = new HashMap<>(unnamed());
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "OAUTHBEARER");
        settings.put(
                "sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
        settings.put("sasl.oauthbearer.token.endpoint.url", tokens);
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required clientId=\"" + client
                        + "\" clientSecret=\"" + found.path("secret").asText() + "\";");
        return settings;
    }

    private static Map<String, Object> unnamed() {
        return Map.of(
                "bootstrap.servers",
                broker.address(),
                "max.block.ms",
                4_000,
                "request.timeout.ms",
                4_000,
                "delivery.timeout.ms",
                8_000,
                "default.api.timeout.ms",
                8_000);
    }

    private static void publish(Map<String, Object> settings, String topic) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "NL", "a word")).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Map<String, Object> settings, String topic, String group) {
        return read(settings, topic, group, SOON);
    }

    private static String read(Map<String, Object> settings, String topic, String group, Duration within) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("group.id", group);
        all.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(all, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + within.toNanos();
            while (System.nanoTime() < deadline) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    return message.value();
                }
            }
            return "";
        }
    }

    @Test
    void a_client_without_a_name_reads_and_writes_nothing() {
        assertThrows(TimeoutException.class, () -> publish(unnamed(), "denials.denial.v1"));
        assertEquals("", read(unnamed(), "registry.state.v1", "denials", Duration.ofSeconds(5)));
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.controllers",
                "127.0.0.1:" + controller,
                "request.timeout.ms",
                3_000,
                "default.api.timeout.ms",
                4_000))) {
            ExecutionException refused = assertThrows(
                    ExecutionException.class,
                    () -> admin.describeAcls(AclBindingFilter.ANY).values().get());
            assertInstanceOf(TimeoutException.class, refused.getCause());
        }
    }

    @Test
    void a_wrong_password_and_a_token_for_something_else_open_nothing() {
        Map<String, Object> guessed = new HashMap<>(unnamed());
        guessed.put("security.protocol", "SASL_PLAINTEXT");
        guessed.put("sasl.mechanism", "PLAIN");
        guessed.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"broker-itself\""
                        + " password=\"guessed\";");
        assertThrows(SaslAuthenticationException.class, () -> publish(guessed, "denials.denial.v1"));
        // a state's own system comes in, and may neither write nor read what services tell each other
        assertThrows(TopicAuthorizationException.class, () -> publish(as("nl-system"), "denials.denial.v1"));
        assertThrows(AuthorizationException.class, () -> read(as("nl-system"), "denials.denial.v1", "nl-group"));
    }

    @Test
    void a_token_that_the_realm_did_not_sign_opens_nothing() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        PrivateKey another = generator.generateKeyPair().getPrivate();
        String key = keycloak.get("/realms/" + SharedBacking.REALM + "/protocol/openid-connect/certs")
                .at("/keys/0/kid")
                .asText();
        String head = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + key + "\"}";
        assertThrows(
                SaslAuthenticationException.class, () -> publish(with(signed(head, another)), "registry.state.v1"));
        assertThrows(
                SaslAuthenticationException.class,
                () -> publish(with(signed("{\"alg\":\"none\"}", null)), "registry.state.v1"));
    }

    /** What the registry would come with, signed by that key, or by none. */
    private static String signed(String head, PrivateKey key) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String claims =
                "{\"iss\":\"" + issuer + "\",\"aud\":\"comity-broker\",\"azp\":\"comity-registry\",\"sub\":\"it\","
                        + "\"scope\":\"comity-broker\",\"iat\":" + now + ",\"exp\":" + (now + 300) + "}";
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String text = base64.encodeToString(head.getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        if (key == null) {
            return text + ".AA";
        }
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.UTF_8));
        return text + "." + base64.encodeToString(signature.sign());
    }

    /** A client that comes with that token. */
    private static Map<String, Object> with(String token) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "token", ".jwt"), token);
        System.setProperty("org.apache.kafka.sasl.oauthbearer.allowed.files", file.toString());
        System.setProperty(ALLOWED, System.getProperty(ALLOWED) + "," + file.toUri());
        Map<String, Object> settings = new HashMap<>(as("comity-registry"));
        settings.put("sasl.oauthbearer.token.endpoint.url", file.toUri().toString());
        return settings;
    }

    @Test
    void the_brokers_own_password_is_written_nowhere() throws IOException {
        String password =
                broker.admin().get("sasl.jaas.config").toString().replaceAll(".*password=\"([^\"]+)\".*", "$1");
        assertEquals(64, password.length());
        try (Stream<Path> files = Files.walk(folder.resolve("kafka"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(password),
                        file.toString());
            }
        }
    }

    @Test
    void a_realm_of_an_earlier_version_gets_the_clients_of_the_broker_and_keeps_the_others_as_they_are() {
        String realm = "earlier";
        RealmFiles files = RealmFiles.demo(SharedBacking.root()).named(realm);
        ObjectNode earlier = (ObjectNode) files.representation();
        earlier.remove(List.of("organizations", "users"));
        earlier.put("organizationsEnabled", false);
        removeAll(earlier.withArray("clients"), "clientId", "comity-registry", "comity-denials", "nl-system");
        for (JsonNode client : earlier.withArray("clients")) {
            ((ObjectNode) client).remove("defaultClientScopes");
        }
        removeAll(earlier.withArray("clientScopes"), "name", "comity-broker");
        keycloak.createRealm(earlier);
        try {
            Map<String, String> secrets =
                    Map.of("comity-registry", "one", "comity-denials", "two", "comity-bulletins", "three");
            files.completeBroker(keycloak, secrets);
            files.completeBroker(keycloak, secrets);
            secrets.forEach((client, secret) -> assertEquals(
                    "Bearer",
                    keycloak.token(
                                    realm,
                                    Map.of(
                                            "grant_type",
                                            "client_credentials",
                                            "client_id",
                                            client,
                                            "client_secret",
                                            secret))
                            .path("token_type")
                            .asText()));
            assertTrue(keycloak.get("/admin/realms/" + realm + "/clients?clientId=nl-system")
                    .isEmpty());
        } finally {
            keycloak.delete("/admin/realms/" + realm);
        }
    }

    private static void removeAll(ArrayNode list, String identity, String... names) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (List.of(names).contains(list.get(i).path(identity).asText())) {
                list.remove(i);
            }
        }
    }

    @Test
    void a_service_writes_its_own_topics_alone() {
        Map<String, Object> denials = as("comity-denials");
        for (String own : List.of("denials.denial.v1", "denials.consultation.v1", "denials.dead-letter.v1")) {
            publish(denials, own);
        }
        for (String other : List.of("registry.state.v1", "bulletins.bulletin.v1", "registry.dead-letter.v1")) {
            assertThrows(TopicAuthorizationException.class, () -> publish(denials, other), other);
        }
    }

    @Test
    void a_service_reads_what_it_follows_as_itself() {
        Map<String, Object> denials = as("comity-denials");
        assertEquals("a word", read(denials, "registry.state.v1", "denials"));
        assertThrows(GroupAuthorizationException.class, () -> read(denials, "registry.state.v1", "bulletins"));
        assertThrows(TopicAuthorizationException.class, () -> read(denials, "bulletins.bulletin.v1", "denials"));
        assertThrows(
                GroupAuthorizationException.class, () -> read(as("comity-registry"), "registry.state.v1", "registry"));
    }

    @Test
    void R338_the_rights_of_a_states_system_on_its_own_topic_stay_and_any_other_goes_away() throws Exception {
        List<AclBinding> own = List.of(
                right(ResourceType.TOPIC, "feed.nl.v1", PatternType.LITERAL, AclOperation.READ),
                right(ResourceType.TOPIC, "feed.nl.v1", PatternType.LITERAL, AclOperation.DESCRIBE),
                right(ResourceType.GROUP, "nl-", PatternType.PREFIXED, AclOperation.READ));
        List<AclBinding> strays = List.of(
                right(ResourceType.TOPIC, "registry.state.v1", PatternType.LITERAL, AclOperation.WRITE),
                right(ResourceType.TOPIC, "feed.nl.v1", PatternType.LITERAL, AclOperation.WRITE),
                right(ResourceType.TOPIC, "feed.de.v1", PatternType.LITERAL, AclOperation.READ),
                right(ResourceType.TOPIC, "feed.", PatternType.PREFIXED, AclOperation.READ),
                right(ResourceType.GROUP, "denials", PatternType.LITERAL, AclOperation.READ));
        try (Admin admin = Admin.create(broker.admin())) {
            admin.createAcls(own).all().get();
            admin.createAcls(strays).all().get();
            BrokerRights.ensure(broker.admin());
            Set<AclBinding> there = admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
                    .filter(right -> right.entry().principal().equals("User:nl-system"))
                    .collect(Collectors.toSet());
            assertEquals(Set.copyOf(own), there);
        }
    }

    private static AclBinding right(ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:nl-system", "*", operation, AclPermissionType.ALLOW));
    }

    @Test
    void R400_a_client_without_a_name_and_another_service_read_nothing_of_a_states_topic() throws Exception {
        try (Admin admin = Admin.create(broker.admin())) {
            admin.createTopics(List.of(new NewTopic("feed.nl.v1", 1, (short) 1)))
                    .all()
                    .get();
            admin.createAcls(List.of(
                            right(ResourceType.TOPIC, "feed.nl.v1", PatternType.LITERAL, AclOperation.READ),
                            right(ResourceType.GROUP, "nl-", PatternType.PREFIXED, AclOperation.READ)))
                    .all()
                    .get();
            publish(as("comity-subscriptions"), "feed.nl.v1");
            assertEquals("a word", read(as("nl-system"), "feed.nl.v1", "nl-group"));
            assertEquals("", read(unnamed(), "feed.nl.v1", "nl-group", Duration.ofSeconds(5)));
            assertThrows(AuthorizationException.class, () -> publish(as("nl-system"), "feed.nl.v1"));
            for (String other : List.of("comity-denials", "comity-bulletins")) {
                assertThrows(AuthorizationException.class, () -> read(as(other), "feed.nl.v1", "denials"), other);
            }
        } finally {
            try (Admin admin = Admin.create(broker.admin())) {
                admin.deleteTopics(List.of("feed.nl.v1")).all().get();
            }
        }
    }

    @Test
    void every_topic_has_one_writer_and_a_right_that_nobody_named_goes_away() throws Exception {
        AclBinding stray = new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, "registry.state.v1", PatternType.LITERAL),
                new AccessControlEntry("User:comity-denials", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
        try (Admin admin = Admin.create(broker.admin())) {
            admin.createAcls(List.of(stray)).all().get();
            BrokerRights.ensure(broker.admin());
            Map<String, Set<String>> writers = new HashMap<>();
            for (AclBinding right :
                    admin.describeAcls(AclBindingFilter.ANY).values().get()) {
                if (right.entry().operation() == AclOperation.WRITE) {
                    writers.computeIfAbsent(right.pattern().name(), topic -> new HashSet<>())
                            .add(right.entry().principal());
                }
            }
            // those of states, which are made while the broker runs
            assertEquals(Set.of("User:comity-subscriptions"), writers.remove("feed."));
            assertEquals(admin.listTopics().names().get(), writers.keySet());
            writers.forEach((topic, who) ->
                    assertEquals(Set.of("User:comity-" + topic.substring(0, topic.indexOf('.'))), who, topic));
        }
    }
}
