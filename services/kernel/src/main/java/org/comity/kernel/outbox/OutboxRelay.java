package org.comity.kernel.outbox;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what the outbox holds, at least once and in order for each key.
 *
 * <p>One replica at a time: the transaction takes an advisory lock, reads the oldest unsent events, waits for the
 * broker's acknowledgement, marks them and commits. A replica that dies gives the lock up with its connection, and
 * the next sends again what was not marked; consumers keep an inbox. See docs/adr/0001-outbox.md.
 */
public final class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long LOCK = 0x636F6D697479L;
    private static final int BATCH = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(7);

    private final DataSource database;
    private final Supplier<? extends Producer<String, byte[]>> producers;
    private final String topicPrefix;
    private final URI source;
    private final Clock clock;

    /**
     * A relay of one service.
     *
     * @param database connections of the relay's own role
     * @param producers gives the client of the broker, always the same one; it is asked before a batch is read
     * @param topicPrefix put before each topic's name; empty but in tests
     * @param service the service's name, for the events' source
     */
    public OutboxRelay(
            DataSource database,
            Supplier<? extends Producer<String, byte[]>> producers,
            String topicPrefix,
            String service,
            Clock clock) {
        this.database = database;
        this.producers = producers;
        this.topicPrefix = topicPrefix;
        this.source = URI.create("/" + service);
        this.clock = clock;
    }

    /**
     * Sends one batch.
     *
     * @return how many events were sent; 0 when there are none, or another replica is at it
     * @throws SQLException if the database fails; nothing is marked then
     * @throws IllegalStateException if the broker does not acknowledge; nothing is marked then
     */
    public int sendBatch() throws SQLException {
        Producer<String, byte[]> producer = producers.get();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int sent = lock(connection) ? send(connection, producer) : 0;
                connection.commit();
                return sent;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** Deletes what was sent more than seven days ago. */
    public void purge() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("delete from outbox where sent_at < ?")) {
            delete.setTimestamp(1, Timestamp.from(clock.instant().minus(KEPT)));
            delete.executeUpdate();
        }
    }

    /** How many events wait, and how many the broker refused for good. */
    public Backlog backlog() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select count(*) filter (where parked_because is null),"
                        + " min(occurred_at) filter (where parked_because is null),"
                        + " count(parked_because) from outbox where sent_at is null")) {
            row.next();
            Timestamp oldest = row.getTimestamp(2);
            Duration lag = oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), clock.instant());
            return new Backlog(row.getLong(1), lag.isNegative() ? Duration.ZERO : lag, row.getLong(3));
        }
    }

    /**
     * What is not sent.
     *
     * @param lag the age of the oldest waiting event
     * @param parked events that the broker can never take
     */
    public record Backlog(long waiting, Duration lag, long parked) {}

    private static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private int send(Connection connection, Producer<String, byte[]> producer) throws SQLException {
        List<Pending> batch = read(connection, producer);
        List<Long> sent = new ArrayList<>();
        for (Pending event : batch) {
            String refusal = refusal(event);
            if (refusal == null) {
                sent.add(event.seq());
            } else {
                park(connection, event.seq(), refusal);
            }
        }
        markSent(connection, sent);
        return batch.size();
    }

    private List<Pending> read(Connection connection, Producer<String, byte[]> producer) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select seq, event_id, topic, message_key, type, subject, subject_version, occurred_at, data from outbox"
                        + " where sent_at is null and parked_because is null order by seq limit " + BATCH)) {
            List<Pending> batch = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String topic = topicPrefix + row.getString("topic");
                    String key = row.getString("message_key");
                    ProducerRecord<String, byte[]> message =
                            new ProducerRecord<>(topic, key, new JsonFormat().serialize(event(row)));
                    message.headers().add("content-type", JsonFormat.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
                    batch.add(new Pending(row.getLong("seq"), producer.send(message)));
                }
            }
            producer.flush();
            return batch;
        }
    }

    private CloudEvent event(ResultSet row) throws SQLException {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(row.getString("event_id"))
                .withSource(source)
                .withType(row.getString("type"))
                .withSubject(row.getString("subject"))
                .withTime(
                        OffsetDateTime.ofInstant(row.getTimestamp("occurred_at").toInstant(), ZoneOffset.UTC))
                .withExtension("version", Math.toIntExact(row.getLong("subject_version")));
        String data = row.getString("data");
        if (data != null) {
            event.withData("application/json", data.getBytes(StandardCharsets.UTF_8));
        }
        return event.build();
    }

    private static @Nullable String refusal(Pending event) {
        try {
            event.acknowledgement().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RecordTooLargeException || e.getCause() instanceof SerializationException) {
                LOG.errorf(e, "Event %d can never be sent; parked", event.seq());
                return e.getCause().toString();
            }
            throw new IllegalStateException("the broker refused event " + event.seq(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the broker does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while sending", e);
        }
    }

    private void park(Connection connection, long seq, String reason) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update outbox set parked_because = ? where seq = ?")) {
            update.setString(1, reason);
            update.setLong(2, seq);
            update.executeUpdate();
        }
    }

    private void markSent(Connection connection, List<Long> sent) throws SQLException {
        if (sent.isEmpty()) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement("update outbox set sent_at = ? where seq = any (?)")) {
            Array numbers = connection.createArrayOf("bigint", sent.toArray());
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setArray(2, numbers);
            update.executeUpdate();
        }
    }

    private record Pending(long seq, Future<?> acknowledgement) {}
}
