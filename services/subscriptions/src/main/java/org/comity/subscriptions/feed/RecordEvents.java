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
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.inbox.ReceivedEvent;
import org.eclipse.microprofile.reactive.messaging.Incoming;
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
    public void ofDenials(byte[] message) throws InterruptedException {
        take(message, "denials");
    }

    @Incoming("bulletins-events")
    @Blocking
    public void ofBulletins(byte[] message) throws InterruptedException {
        take(message, "bulletins");
    }

    private void take(byte[] message, String service) throws InterruptedException {
        ReceivedEvent event = ReceivedEvent.read(message, "/" + service);
        UUID subject = UUID.fromString(event.subject());
        for (int attempt = 1; ; attempt++) {
            try {
                Map<StateCode, FeedReaders.StateReadings> read = readers.of(service, subject);
                writer.write(event, subject, read);
                return;
            } catch (IOException | SQLException e) {
                if (stopping) {
                    throw new IllegalStateException("stopped before the event took effect; it comes again", e);
                }
                if (attempt % 30 == 1) {
                    LOG.warnf("An event waits: %s", e.getMessage());
                }
                Thread.sleep(BETWEEN);
            }
        }
    }
}
