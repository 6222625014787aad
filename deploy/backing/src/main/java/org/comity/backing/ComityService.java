package org.comity.backing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The services of Comity: the one list that launcher, configuration, topics, tests and benchmarks follow. A new service
 * is a constant here, and a module of its name in the folder {@code services}.
 */
public enum ComityService {
    /** The web pages. It has no database and no topic, and calls the others. */
    PORTAL(8080, false, List.of(), List.of(), Map.of("comity.portal.session-key", "portal-session-key")),

    /** The subscribing states, and whose access has ended. */
    REGISTRY(
            8081,
            true,
            List.of(Topic.ofLastWords("registry.state.v1")),
            List.of(),
            Map.of(
                    "comity.access.owner-password", "access-owner",
                    "comity.access.writer-password", "access-writer")),

    /** Denials and consultations. */
    DENIALS(
            8082,
            true,
            List.of(Topic.kept("denials.denial.v1"), Topic.kept("denials.consultation.v1")),
            List.of("registry.state.v1"),
            Map.of("comity.denials.person-keys", "denials-person-key")),

    /** Bulletins on threats and risks. */
    BULLETINS(
            8083,
            true,
            List.of(Topic.kept("bulletins.bulletin.v1")),
            List.of("registry.state.v1"),
            Map.of("comity.bulletins.attachment-keys", "bulletins-attachment-key")),

    /** What reaches a state's people and systems. */
    SUBSCRIPTIONS(
            8085,
            true,
            List.of(),
            List.of("registry.state.v1", "denials.denial.v1", "denials.consultation.v1", "bulletins.bulletin.v1"),
            Map.of("comity.webhooks.key", "subscriptions-webhook-key"));

    private static final int MANAGEMENT_ABOVE = 1_000;

    private final int port;
    private final boolean hasDatabase;
    private final List<Topic> topics;
    private final List<String> reads;
    private final Map<String, String> secrets;

    ComityService(int port, boolean hasDatabase, List<Topic> topics, List<String> reads, Map<String, String> secrets) {
        this.port = port;
        this.hasDatabase = hasDatabase;
        this.topics = topics;
        this.reads = reads;
        this.secrets = secrets;
    }

    /**
     * A topic of Kafka.
     *
     * @param name name without the prefix that an installation may put before it
     * @param settings Kafka's settings of the topic
     */
    record Topic(String name, Map<String, String> settings) {

        /** Reference data: the last word on each key stays for good. */
        static Topic ofLastWords(String name) {
            return new Topic(name, Map.of("cleanup.policy", "compact"));
        }

        /** Notices that something happened: small, and kept, so that a consumer may be away for long. */
        static Topic kept(String name) {
            return new Topic(name, Map.of("retention.ms", "-1"));
        }
    }

    /** Name of the service, of its module, its database, its contract and its paths, such as {@code denials}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Port of its API, or of the pages, where nothing else is said. */
    public int port() {
        return port;
    }

    /** Port of its health and metrics, where nothing else is said. */
    public int managementPort() {
        return port + MANAGEMENT_ABOVE;
    }

    /** Whether it has a database, and so keeps records and publishes or consumes events. */
    public boolean hasDatabase() {
        return hasDatabase;
    }

    /** What it must be told beside what every service is told: the name of each secret by its configuration key. */
    public Map<String, String> secrets() {
        return secrets;
    }

    /** Whether it is told where the services with a database are: it makes pages of what they answer, or delivers it. */
    public boolean callsOthers() {
        return this == PORTAL || this == SUBSCRIPTIONS;
    }

    /** The services that have a database. */
    public static Stream<ComityService> withDatabase() {
        return Arrays.stream(values()).filter(ComityService::hasDatabase);
    }

    /** The topics that the service alone writes: what it publishes, and its dead letters. */
    Stream<Topic> writes() {
        return hasDatabase
                ? Stream.concat(topics.stream(), Stream.of(Topic.kept(id() + ".dead-letter.v1")))
                : Stream.of();
    }

    /** The names of the topics that the service reads. */
    List<String> reads() {
        return reads;
    }

    /** The client of Keycloak as which a service with a database signs in at the broker. */
    public String brokerClient() {
        return "comity-" + id();
    }

    /** The topics of all services. */
    static Stream<Topic> allTopics() {
        return withDatabase().flatMap(ComityService::writes);
    }
}
