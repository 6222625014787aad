package org.comity.subscriptions.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears what happened to shared records, and writes it into the feeds of the desks that see them: all that waits together, at
 * most 100 events (application.properties). Events wait as long as the service whose records they are of does not answer.
 *
 * <p>Rules.
 */
@ApplicationScoped
class RecordEvents {

    private static final Logger LOG = Logger.getLogger(RecordEvents.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final int ATTEMPTS_BETWEEN_WARNINGS = 30;

    /** So often events are tried together, before they are tried in two halves. */
    private static final int ATTEMPTS_TOGETHER = 5;

    /** So often a record is asked for that its service fails to read; after that the event goes to the dead letters. */
    private static final int ATTEMPTS_AT_A_FAILURE = 60;

    private final FeedReaders readers;
    private final FeedWriter writer;
    private volatile boolean stopping;

    RecordEvents(FeedReaders readers, FeedWriter writer) {
        this.readers = readers;
        this.writer = writer;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Incoming("denials-events")
    @Blocking
    public CompletionStage<Void> ofDenials(KafkaRecordBatch<String, byte[]> batch) {
        return take(batch, "denials");
    }

    @Incoming("bulletins-events")
    @Blocking
    public CompletionStage<Void> ofBulletins(KafkaRecordBatch<String, byte[]> batch) {
        return take(batch, "bulletins");
    }

    /** The events of one message each, and why some of the messages are of no use. */
    private record Batch(
            Map<HeardEvent, KafkaRecord<String, byte[]>> events, Map<KafkaRecord<String, byte[]>, Exception> useless) {

        void refuse(HeardEvent event, Exception reason) {
            useless.put(events.get(event), reason);
        }
    }

    /** What is no event of the service goes to the dead letters; what could not be done before the service stops comes again. */
    private CompletionStage<Void> take(KafkaRecordBatch<String, byte[]> messages, String service) {
        Batch batch = new Batch(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (KafkaRecord<String, byte[]> message : messages.getRecords()) {
            try {
                batch.events().putIfAbsent(HeardEvent.read(message.getPayload(), service), message);
            } catch (RuntimeException e) {
                batch.useless().put(message, e);
            }
        }
        if (!take(List.copyOf(batch.events().keySet()), service, batch)) {
            return new CompletableFuture<>();
        }
        // only now: a dead letter may say of the batch's last message, and so of all before it, that it was taken
        CompletableFuture<?>[] refused = batch.useless().entrySet().stream()
                .map(each -> each.getKey().nack(each.getValue()).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(refused).thenCompose(done -> messages.ack());
    }

    /** Takes the events together; false where the service stops first. */
    private boolean take(List<HeardEvent> events, String service, Batch batch) {
        for (int attempt = 1; !stopping && !events.isEmpty(); attempt++) {
            try {
                writer.write(
                        events,
                        readers.of(
                                service,
                                events.stream()
                                        .map(HeardEvent::subject)
                                        .distinct()
                                        .toList()));
                return true;
            } catch (RecordSource.CannotBeRead e) {
                if (events.size() > 1) {
                    return eachAlone(events, service, batch);
                }
                if (attempt >= ATTEMPTS_AT_A_FAILURE) {
                    // it would hold up all that comes after it
                    batch.refuse(
                            events.getFirst(), new IllegalStateException("the record of an event cannot be read", e));
                    return true;
                }
                rest(attempt, e);
            } catch (IOException | SQLException e) {
                if (attempt >= ATTEMPTS_TOGETHER && events.size() > 1) {
                    // so many may be too much for one answer
                    int half = events.size() / 2;
                    return take(events.subList(0, half), service, batch)
                            && take(events.subList(half, events.size()), service, batch);
                }
                rest(attempt, e);
            } catch (RuntimeException e) {
                if (events.size() > 1) {
                    return eachAlone(events, service, batch);
                }
                // it would hold up all that comes after it
                batch.refuse(events.getFirst(), e);
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return events.isEmpty();
    }

    /** One of them cannot be read; the others are not held up by it. */
    private boolean eachAlone(List<HeardEvent> events, String service, Batch batch) {
        List<HeardEvent> left = new ArrayList<>(events);
        while (!left.isEmpty() && take(List.of(left.getFirst()), service, batch)) {
            left.removeFirst();
        }
        return left.isEmpty();
    }

    private void rest(int attempt, Exception because) {
        if (attempt % ATTEMPTS_BETWEEN_WARNINGS == 1) {
            LOG.warnf("Events wait: %s", because.getMessage());
        }
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
