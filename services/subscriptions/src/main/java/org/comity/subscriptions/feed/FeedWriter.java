package org.comity.subscriptions.feed;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.kernel.timer.TimerTransactions.Transaction;
import org.comity.sharing.delivery.DeliveryDesk;

/**
 * Writes what events mean for each desk, all of them in one transaction: that they were taken, the entries, their numbers, and
 * what follows from them.
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

    /** Writes all of it in one transaction, once however often an event comes. */
    void write(List<HeardEvent> events, Map<StateCode, FeedReaders.StateReadings> read) throws SQLException {
        boolean any = transactions.once(transaction -> {
            Set<String> first = first(transaction, events);
            // what comes twice in one batch counts once too
            List<HeardEvent> taken =
                    events.stream().filter(event -> first.remove(event.id())).toList();
            FeedChanges changes = new FeedChanges(read, known(transaction, taken, read), taken);
            changes.take();
            List<FeedListener.Told> told = told(transaction, changes.told());
            remember(transaction, changes);
            if (!told.isEmpty()) {
                listeners.told(transaction, told);
            }
            return !told.isEmpty();
        });
        if (any) {
            listeners.ring();
        }
    }

    /** Takes the events down; tells the ids of those that were not taken before. */
    private Set<String> first(Transaction transaction, List<HeardEvent> events) {
        Set<String> ids = new TreeSet<>();
        events.forEach(event -> ids.add(event.id()));
        return new HashSet<>(transaction
                .sql(
                        "insert into inbox (consumer, event_id, handled_at) select :consumer, id, :now from unnest(:ids) id"
                                + " on conflict do nothing returning event_id")
                .with("consumer", CONSUMER, "now", clock.instant(), "ids", ids)
                .list(String.class));
    }

    /** What is known of the records of the events; a record is not the subject where an event tells of a part of it. */
    private static List<FeedChanges.Known> known(
            Transaction transaction, List<HeardEvent> events, Map<StateCode, FeedReaders.StateReadings> read) {
        Set<UUID> records = new TreeSet<>();
        read.values().forEach(readings -> events.forEach(event -> records.addAll(readings.records(event.subject()))));
        if (records.isEmpty()) {
            return List.of();
        }
        return transaction
                .sql("select state, desk, record, kind, ref, tag from feed_known where record = any (:records)"
                        + " order by record, state, desk for update")
                .with("records", records)
                .list(FeedChanges.Known.class);
    }

    private record Head(StateCode state, DeliveryDesk desk, long seq) {

        Feed feed() {
            return new Feed(state, desk);
        }
    }

    private record Row(UUID id, FeedListener.Entry entry, String ref) {}

    /** Takes the numbers of each feed, without a gap, and writes the entries under them. */
    private List<FeedListener.Told> told(Transaction transaction, TreeMap<Feed, List<FeedChanges.Told>> told) {
        if (told.isEmpty()) {
            return List.of();
        }
        List<Head> heads = transaction
                .sql("insert into feed_head (state, desk, seq) select state, desk, entries"
                        + " from unnest(:states, :desks, :counts) as more (state, desk, entries)"
                        + " on conflict (state, desk) do update set seq = feed_head.seq + excluded.seq"
                        + " returning state, desk, seq")
                .with("states", told.keySet().stream().map(Feed::state).toList())
                .with("desks", told.keySet().stream().map(Feed::desk).toList())
                .with("counts", told.values().stream().map(List::size).toList())
                .list(Head.class);
        // after the locks on the heads, so that the order of instants is that of numbers
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Row> rows = new ArrayList<>();
        List<FeedListener.Told> entries = new ArrayList<>();
        for (Head head : heads) {
            List<FeedChanges.Told> ofFeed = told.get(head.feed());
            long before = head.seq() - ofFeed.size();
            for (int i = 0; i < ofFeed.size(); i++) {
                FeedChanges.Told one = ofFeed.get(i);
                FeedListener.Entry entry = entry(head, before + 1 + i, now.plus(i, ChronoUnit.MICROS), one);
                rows.add(new Row(id(entry), entry, one.ref()));
                entries.add(new FeedListener.Told(entry, one.reading().map(RecordReading::record)));
            }
        }
        transaction.addAll("feed_entry", rows, (row, place, one) -> row.with("id", one.id(), "ref", one.ref())
                .with("state", one.entry().state(), "desk", one.entry().desk())
                .with("seq", one.entry().seq(), "at", one.entry().at())
                .with("change", one.entry().change(), "happened", one.entry().happened())
                .with("kind", one.entry().kind(), "record", one.entry().record()));
        return entries;
    }

    private static FeedListener.Entry entry(Head head, long seq, Instant at, FeedChanges.Told told) {
        return new FeedListener.Entry(
                head.state(), head.desk(), seq, at, told.change(), told.happened(), told.kind(), told.record());
    }

    /** An id that follows from the number, so that it tells nothing of what others were told meanwhile. */
    private static UUID id(FeedListener.Entry entry) {
        String name = "feed/" + entry.state().value() + "/" + entry.desk() + "/" + entry.seq();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static void remember(Transaction transaction, FeedChanges changes) {
        List<FeedChanges.Key> gone = changes.changed().entrySet().stream()
                .filter(each -> each.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!gone.isEmpty()) {
            transaction
                    .sql(
                            "delete from feed_known k using unnest(:records, :states, :desks) as gone (record, state, desk)"
                                    + " where k.record = gone.record and k.state = gone.state and k.desk = gone.desk")
                    .with("records", gone.stream().map(FeedChanges.Key::record).toList())
                    .with("states", gone.stream().map(key -> key.feed().state()).toList())
                    .with("desks", gone.stream().map(key -> key.feed().desk()).toList())
                    .run();
        }
        List<FeedChanges.Known> known = changes.changed().values().stream()
                .flatMap(java.util.Optional::stream)
                .toList();
        transaction.addAll("feed_known", known, (row, place, one) -> row.onConflict(
                        "(record, state, desk) do update set tag = excluded.tag, ref = excluded.ref")
                .with("state", one.state(), "desk", one.desk(), "record", one.record(), "kind", one.kind())
                .with("ref", one.ref(), "tag", one.tag()));
    }
}
