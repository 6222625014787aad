package org.comity.kernel.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.comity.kernel.outbox.OutboxRelay;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The relay by itself, against real PostgreSQL and Kafka. */
@Tag("servers")
class OutboxRelayTest {

    private static TestServers servers;
    private static KafkaProducer<String, byte[]> producer;
    private static OutboxRelay relay;

    @BeforeAll
    static void prepare() {
        TestServers before = ComityServers.servers();
        servers = ComityServers.prepareWithoutRealm("comity-relay");
        Flyway.configure()
                .dataSource(
                        servers.jdbcUrl(servers.database()),
                        "relay_owner",
                        servers.backing().rolePassword())
                .locations("db/kernel")
                .placeholders(Map.of("app", "relay_app", "relay", "relay_relay", "timer", "relay_timer"))
                .load()
                .migrate();
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(servers.jdbcUrl(servers.database()));
        database.setUser("relay_relay");
        database.setPassword(servers.backing().rolePassword());
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        servers.backing().kafka(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4096),
                new StringSerializer(),
                new ByteArraySerializer());
        relay = new OutboxRelay(database, () -> producer, servers.topicPrefix(), "relay", Clock.systemUTC());
        assertTrue(before == ComityServers.servers(), "the module's own servers stay as they are");
    }

    @AfterAll
    static void close() {
        producer.close();
    }

    private static void append(String key, int version, String data) {
        servers.sql(
                ("insert into outbox (event_id, topic, message_key, type, subject, subject_version, occurred_at, data)"
                                + " values ('%s', 'denials.denial.v1', '%s', 'org.comity.relay.thing.happened.v1', '%s', %d, now(), %s)")
                        .formatted(UUID.randomUUID(), key, key, version, data));
    }

    private static List<String> published(String key, int count) {
        return Events.await(servers, "denials.denial.v1", count, message -> key.equals(message.key())).stream()
                .map(message -> message.value().replaceAll(".*\"version\":(\\d+).*", "$1"))
                .toList();
    }

    @Test
    void events_go_out_in_the_order_in_which_they_were_written() throws SQLException {
        String key = UUID.randomUUID().toString();
        for (int version = 1; version <= 30; version++) {
            append(key, version, "null");
        }
        assertEquals(30, relay.sendBatch());
        assertEquals(0, relay.sendBatch());
        assertEquals(
                java.util.stream.IntStream.rangeClosed(1, 30)
                        .mapToObj(String::valueOf)
                        .toList(),
                published(key, 30));
    }

    @Test
    void an_event_that_the_broker_can_never_take_is_parked_and_holds_nothing_up() throws SQLException {
        String key = UUID.randomUUID().toString();
        append(key, 1, "to_jsonb(repeat('x', 10000))");
        append(key, 2, "null");
        assertEquals(2, relay.sendBatch());
        assertEquals(List.of("2"), published(key, 1));
        assertEquals(1, relay.backlog().parked());
        assertEquals(0, relay.backlog().waiting());
    }

    @Test
    void while_one_replica_sends_another_keeps_off() throws SQLException {
        String key = UUID.randomUUID().toString();
        append(key, 1, "null");
        try (Connection other = servers.superuser(servers.database());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + 0x636F6D697479L + ")");
            assertEquals(0, relay.sendBatch());
            assertEquals(1, relay.backlog().waiting());
        }
        assertEquals(1, relay.sendBatch());
    }

    @Test
    void what_was_sent_long_ago_is_purged_and_what_waits_is_not() throws SQLException {
        String key = UUID.randomUUID().toString();
        append(key, 1, "null");
        relay.sendBatch();
        servers.sql("update outbox set sent_at = now() - interval '8 days' where message_key = '" + key + "'");
        append(key, 2, "null");
        relay.purge();
        assertEquals(1, servers.count("select count(*) from outbox where message_key = '" + key + "'"));
        relay.sendBatch();
    }
}
