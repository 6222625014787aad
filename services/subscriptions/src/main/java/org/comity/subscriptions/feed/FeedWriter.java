package org.comity.subscriptions.feed;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.inbox.ReceivedEvent;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliveryDesk;

/**
 * Writes what an event means for each desk. A desk is told of what changed in what it sees, and of nothing else: an event
 * that changed nothing for it leaves no entry and no number.
 *
 * <p>Rules.
 */
@Singleton
class FeedWriter {

    private static final String CONSUMER = "feeds";

    private final TimerTransactions transactions;
    private final FeedListeners listeners;
    private final Clock clock;

    FeedWriter(TimerTransactions transactions, FeedListeners listeners, Clock clock) {
        this.transactions = transactions;
        this.listeners = listeners;
        this.clock = clock;
    }

    private record Feed(StateCode state, DeliveryDesk desk) {}

    private record Known(StateCode state, DeliveryDesk desk, UUID record, String kind, String ref, String tag) {}

    /** What the event means for one desk. */
    private record Told(Change change, Happened happened, String kind, UUID record, String ref) {}

    /** Writes all of it in one transaction, once however often the event comes. */
    void write(ReceivedEvent event, UUID subject, Map<StateCode, FeedReaders.StateReadings> read) throws SQLException {
        boolean any = transactions.once(transaction -> {
            int first = transaction
                    .into("inbox")
                    .onConflict("do nothing")
                    .with("consumer", CONSUMER, "event_id", event.id(), "handled_at", clock.instant())
                    .run();
            return first == 1 && write(transaction, event, subject, read);
        });
        if (any) {
            listeners.ring();
        }
    }

    private boolean write(
            TimerTransactions.Transaction transaction,
            ReceivedEvent event,
            UUID subject,
            Map<StateCode, FeedReaders.StateReadings> read) {
        Map<Feed, Known> known = known(transaction, records(subject, read));
        boolean any = false;
        // in the order of states and desks, so that two events wait for each other and not around each other
        for (Map.Entry<StateCode, FeedReaders.StateReadings> state : read.entrySet()) {
            for (DeliveryDesk desk : DeliveryDesk.values()) {
                Feed feed = new Feed(state.getKey(), desk);
                Optional<RecordReading> reading = state.getValue().of(desk);
                if (reading.isEmpty() && state.getValue().sees(desk)) {
                    // it was about a part of the record that this desk does not see
                    continue;
                }
                Optional<Told> told = told(
                        event,
                        reading,
                        Optional.ofNullable(known.get(feed)),
                        state.getValue().owes());
                told.ifPresent(entry -> tell(transaction, feed, entry, reading));
                any |= told.isPresent();
            }
        }
        return any;
    }

    /** The record, which is not the subject where an event tells of a part of it. */
    private static Set<UUID> records(UUID subject, Map<StateCode, FeedReaders.StateReadings> read) {
        Set<UUID> records = new HashSet<>(Set.of(subject));
        read.values().forEach(readings -> readings.all()
                .forEach(reading -> records.add(reading.record().record())));
        return records;
    }

    private static Map<Feed, Known> known(TimerTransactions.Transaction transaction, Set<UUID> records) {
        Map<Feed, Known> known = new HashMap<>();
        transaction
                .sql(
                        "select state, desk, record, kind, ref, tag from feed_known where record = any (:records) for update")
                .with("records", records)
                .list(Known.class)
                .forEach(row -> known.put(new Feed(row.state(), row.desk()), row));
        return known;
    }

    private static Optional<Told> told(
            ReceivedEvent event, Optional<RecordReading> reading, Optional<Known> known, boolean owes) {
        if (reading.isEmpty()) {
            return known.map(
                    gone -> new Told(Change.REMOVED, Happened.REMOVED, gone.kind(), gone.record(), gone.ref()));
        }
        Delivered record = reading.get().record();
        if (known.isEmpty()) {
            // not what happened: a desk that comes to a record later does not learn that others had it before
            return Optional.of(new Told(Change.CREATED, Happened.NEW, record.kind(), record.record(), record.ref()));
        }
        Happened happened = Happened.of(event.type());
        boolean due = happened.isDue() && owes;
        return due || !known.get().tag().equals(reading.get().tag())
                ? Optional.of(new Told(Change.UPDATED, happened, record.kind(), record.record(), record.ref()))
                : Optional.empty();
    }

    private void tell(
            TimerTransactions.Transaction transaction, Feed feed, Told told, Optional<RecordReading> reading) {
        long seq = transaction
                .sql("insert into feed_head (state, desk, seq) values (:state, :desk, 1)"
                        + " on conflict (state, desk) do update set seq = feed_head.seq + 1 returning seq")
                .with("state", feed.state(), "desk", feed.desk())
                .one(Long.class);
        // after the lock on the head, so that the order of instants is that of numbers
        Instant now = clock.instant();
        transaction
                .into("feed_entry")
                .with("id", id(feed, seq), "state", feed.state(), "desk", feed.desk(), "seq", seq)
                .with("at", now, "change", told.change(), "happened", told.happened())
                .with("kind", told.kind(), "record", told.record(), "ref", told.ref())
                .run();
        remember(transaction, feed, told, reading);
        listeners.told(
                transaction,
                new FeedListener.Entry(
                        feed.state(),
                        feed.desk(),
                        seq,
                        now,
                        told.change(),
                        told.happened(),
                        told.kind(),
                        told.record()),
                reading.map(RecordReading::record));
    }

    /** An id that follows from the number, so that it tells nothing of what others were told meanwhile. */
    private static UUID id(Feed feed, long seq) {
        String name = "feed/" + feed.state().value() + "/" + feed.desk() + "/" + seq;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void remember(
            TimerTransactions.Transaction transaction, Feed feed, Told told, Optional<RecordReading> reading) {
        if (reading.isEmpty()) {
            transaction
                    .sql("delete from feed_known where record = :record and state = :state and desk = :desk")
                    .with("record", told.record(), "state", feed.state(), "desk", feed.desk())
                    .run();
            return;
        }
        transaction
                .into("feed_known")
                .onConflict("(record, state, desk) do update set tag = excluded.tag, ref = excluded.ref")
                .with("state", feed.state(), "desk", feed.desk(), "record", told.record(), "kind", told.kind())
                .with("ref", told.ref(), "tag", reading.get().tag())
                .run();
    }
}
