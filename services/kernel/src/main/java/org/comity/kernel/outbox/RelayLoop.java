package org.comity.kernel.outbox;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the relay going while the service runs: looks for events a few times a second, and rests longer after a failure. */
@Singleton
class RelayLoop {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration PURGE_EVERY = Duration.ofHours(1);
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(3);

    private final OutboxRelay relay;
    private final Map<String, Object> broker;
    private volatile @Nullable Producer<String, byte[]> producer;
    private final Clock clock;
    private volatile @Nullable Thread thread;
    private volatile boolean running;

    RelayLoop(
            @DataSource("relay") AgroalDataSource database,
            Clock clock,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "comity.topic-prefix", defaultValue = "") java.util.Optional<String> topicPrefix,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.clock = clock;
        this.broker = settings(broker);
        this.relay = new OutboxRelay(database, this::producer, topicPrefix.orElse(""), service, clock);
    }

    /** The settings of every Kafka client of the service ({@code kafka.*}), and what the relay needs beside them. */
    private static Map<String, Object> settings(Map<String, Object> broker) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 25_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        return settings;
    }

    /** Made when the loop first needs it: it signs in at once, and waits for Keycloak, which may still be starting. */
    private Producer<String, byte[]> producer() {
        Producer<String, byte[]> made = producer;
        if (made == null) {
            made = new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer());
            producer = made;
        }
        return made;
    }

    OutboxRelay relay() {
        return relay;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(STOPPED_WITHIN);
        }
        Producer<String, byte[]> made = producer;
        if (made != null) {
            made.close(STOPPED_WITHIN);
        }
    }

    private void run() {
        var purgeAt = clock.instant();
        while (running) {
            try {
                if (!clock.instant().isBefore(purgeAt)) {
                    relay.purge();
                    purgeAt = clock.instant().plus(PURGE_EVERY);
                }
                if (relay.sendBatch() == 0) {
                    pause(PAUSE);
                }
            } catch (SQLException | RuntimeException | Error e) {
                // an error too: nobody would start the loop again
                if (running) {
                    LOG.warn("Events wait: the relay will try again", e);
                    pause(REST_AFTER_FAILURE);
                }
            }
        }
    }

    private void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
