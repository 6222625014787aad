package org.comity.subscriptions.feed;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.inbox.ReceivedEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Hears what happened to shared records, and writes it into the feeds of the desks that see them. An event waits as long as
 * the service whose record it is does not answer.
 *
 * <p>Rules: R-383.
 */
@ApplicationScoped
class RecordEvents {

    private static final Logger LOG = Logger.getLogger(RecordEvents.class);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final int ATTEMPTS_BETWEEN_WARNINGS = 30;

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
    public CompletionStage<Void> ofDenials(Message<byte[]> message) {
        return take(message, "denials");
    }

    @Incoming("bulletins-events")
    @Blocking
    public CompletionStage<Void> ofBulletins(Message<byte[]> message) {
        return take(message, "bulletins");
    }

    /** What is no event of the service goes to the dead letters; what could not be done before the service stops comes again. */
    private CompletionStage<Void> take(Message<byte[]> message, String service) {
        try {
            ReceivedEvent event = ReceivedEvent.read(message.getPayload(), "/" + service);
            return take(event, UUID.fromString(event.subject()), service) ? message.ack() : new CompletableFuture<>();
        } catch (RuntimeException e) {
            return message.nack(e);
        }
    }

    /** Takes the event; false where the service stops first. */
    private boolean take(ReceivedEvent event, UUID subject, String service) {
        for (int attempt = 1; !stopping; attempt++) {
            try {
                Map<StateCode, FeedReaders.StateReadings> read = readers.of(service, subject);
                writer.write(event, subject, read);
                return true;
            } catch (IOException | SQLException e) {
                if (e instanceof RecordSource.CannotBeRead && attempt >= ATTEMPTS_AT_A_FAILURE) {
                    // it would hold up all that comes after it
                    throw new IllegalStateException("the record of an event cannot be read", e);
                }
                if (attempt % ATTEMPTS_BETWEEN_WARNINGS == 1) {
                    LOG.warnf("An event waits: %s", e.getMessage());
                }
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN);
        } catch (InterruptedException e) {
            stopping = true;
            Thread.currentThread().interrupt();
        }
    }
}
