package org.comity.subscriptions.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.kernel.access.AccessGate;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.problem.ProblemException;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.feed.FeedHeads;
import org.comity.subscriptions.feed.FeedItem;
import org.comity.subscriptions.feed.FeedReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The streams that are open in this replica. Each ends with the token that opened it, and at once when its reader's access has
 * ended.
 *
 * <p>Rules.
 */
@Singleton
class OpenStreams {

    private static final Logger LOG = Logger.getLogger(OpenStreams.class);

    /** A stream takes some 20 KB and a connection, of which the service has 2,000. */
    private static final int MOST = 500;

    private static final int MOST_OF_A_PERSON = 5;
    private static final int AT_ONCE = 100;

    /** So soon a stream notices that its reader's access has ended. */
    private static final Duration LOOKS = Duration.ofSeconds(1);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final FeedReader feed;
    private final FeedHeads heads;
    private final AccessGate gate;
    private final Duration beat;
    private final Clock clock;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> ofPerson = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    OpenStreams(
            FeedReader feed,
            FeedHeads heads,
            AccessGate gate,
            @ConfigProperty(name = "comity.streams.beat") Duration beat,
            Clock clock) {
        this.feed = feed;
        this.heads = heads;
        this.gate = gate;
        this.beat = beat;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /**
     * Opens a stream; now and then it says nothing, so that it is not taken for dead.
     *
     * @param after the last number that the reader has
     * @param until when the reader's token ends
     * @throws ProblemException 429 where there are too many
     */
    Multi<Optional<FeedItem>> open(Caller reader, DeliveryDesk desk, long after, Instant until) {
        take(reader);
        return Multi.createFrom().emitter(emitter -> {
            Thread.ofVirtual().name("stream").start(() -> {
                heads.enter();
                try {
                    run(emitter, reader, desk, after, until);
                } finally {
                    heads.leave();
                    give(reader);
                    emitter.complete();
                }
            });
        });
    }

    private void take(Caller reader) {
        String person = reader.person().id();
        if (ofPerson.merge(person, 1, Integer::sum) > MOST_OF_A_PERSON || open.get() >= MOST) {
            forget(person);
            throw StreamProblem.TOO_MANY_STREAMS.because("Close one of the streams that are open.");
        }
        open.incrementAndGet();
    }

    /** A stream is open no longer, or was not begun. */
    void give(Caller reader) {
        open.decrementAndGet();
        forget(reader.person().id());
    }

    private void forget(String person) {
        ofPerson.computeIfPresent(person, (id, own) -> own == 1 ? null : own - 1);
    }

    private void run(
            MultiEmitter<? super Optional<FeedItem>> emitter,
            Caller reader,
            DeliveryDesk desk,
            long after,
            Instant until) {
        long last = after;
        Instant spoke = clock.instant();
        try {
            while (!stopping && !emitter.isCancelled() && clock.instant().isBefore(until) && mayRead(reader, desk)) {
                if (emitter.requested() > 0 && heads.awaitMore(reader.ownState(), desk, last, LOOKS)) {
                    last = send(emitter, reader, desk, last);
                    spoke = clock.instant();
                } else if (emitter.requested() > 0 && spoke.plus(beat).isBefore(clock.instant())) {
                    // a connection on which nothing moves would be closed on the way
                    emitter.emit(Optional.empty());
                    spoke = clock.instant();
                } else if (emitter.requested() <= 0) {
                    Thread.sleep(LOOKS.toMillis() / 10);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long send(MultiEmitter<? super Optional<FeedItem>> emitter, Caller reader, DeliveryDesk desk, long last)
            throws InterruptedException {
        try {
            List<FeedItem> items = feed.after(reader.ownState(), desk, last, AT_ONCE);
            for (FeedItem item : items) {
                emitter.emit(Optional.of(item));
            }
            return items.isEmpty() ? last : items.getLast().seq();
        } catch (IOException | SQLException e) {
            LOG.warnf("A stream waits: %s", e.getMessage());
            Thread.sleep(AFTER_FAILURE);
            return last;
        }
    }

    /** Whether the reader still has what it had when it opened the stream. */
    private boolean mayRead(Caller reader, DeliveryDesk desk) {
        try {
            return DeliveryDesk.of(gate.admit(reader)).filter(desk::equals).isPresent();
        } catch (ProblemException ended) {
            return false;
        }
    }
}
