package org.comity.subscriptions.feed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliveryDesk;

/**
 * What events mean for each desk, one after the other, from what the desks knew and what they read now. A desk is told of what
 * changed in what it sees, and of nothing else: an event that changed nothing for it leaves no entry. Events that wait together
 * are told as the first of them that finds a change; what falls due is told each time.
 *
 * <p>Rules.
 */
final class FeedChanges {

    /** A record that a desk sees, and the tag of what it saw last. */
    record Known(StateCode state, DeliveryDesk desk, UUID record, String kind, String ref, String tag) {

        private Key key() {
            return new Key(new Feed(state, desk), record);
        }
    }

    /** A record, for a desk. */
    record Key(Feed feed, UUID record) {}

    /** What an event means for one desk. */
    record Told(
            Change change, Happened happened, String kind, UUID record, String ref, Optional<RecordReading> reading) {}

    private final Map<StateCode, FeedReaders.StateReadings> read;
    private final Map<Key, Known> known = new HashMap<>();
    private final Map<Key, Optional<Known>> changed = new LinkedHashMap<>();
    private final TreeMap<Feed, List<Told>> told = new TreeMap<>();

    private final List<HeardEvent> events;

    /** @param events all that are taken together, in their order */
    FeedChanges(Map<StateCode, FeedReaders.StateReadings> read, List<Known> known, List<HeardEvent> events) {
        this.read = read;
        this.events = List.copyOf(events);
        known.forEach(row -> this.known.put(row.key(), row));
    }

    /** What is told to each desk, in the order of feeds. */
    TreeMap<Feed, List<Told>> told() {
        return told;
    }

    /** What desks know from now on that they did not, or otherwise; empty where they see the record no longer. */
    Map<Key, Optional<Known>> changed() {
        return changed;
    }

    /** Takes all events. */
    void take() {
        events.forEach(this::take);
    }

    private void take(HeardEvent event) {
        read.forEach((state, readings) -> {
            for (DeliveryDesk desk : DeliveryDesk.values()) {
                Optional<RecordReading> reading = readings.of(event.subject(), desk);
                // not where it was about a part of the record that this desk does not see
                if (reading.isPresent() || !readings.seesWhole(event.subject(), desk)) {
                    take(event, new Feed(state, desk), readings, reading);
                }
            }
        });
    }

    private void take(
            HeardEvent event, Feed feed, FeedReaders.StateReadings readings, Optional<RecordReading> reading) {
        Optional<Known> before = readings.records(event.subject()).stream()
                .flatMap(record -> Optional.ofNullable(known.get(new Key(feed, record))).stream())
                .findFirst();
        told(happened(event, feed, readings, reading), reading, before).ifPresent(entry -> {
            told.computeIfAbsent(feed, none -> new ArrayList<>()).add(entry);
            remember(new Key(feed, entry.record()), entry);
        });
    }

    /**
     * The word for what happened, if it changed what the desk sees. Where several things happened to a record while their events
     * waited, what the desk reads does not say which of them changed something for this desk: another word would tell it of one
     * that it is not to know.
     */
    private Happened happened(
            HeardEvent event, Feed feed, FeedReaders.StateReadings readings, Optional<RecordReading> reading) {
        Happened word = Happened.of(event.type());
        if (word.isDue()) {
            return readings.owes(event.subject()) ? word : Happened.CHANGED;
        }
        boolean isAnothers =
                reading.isPresent() && !reading.get().record().originatorState().equals(feed.state());
        if (word == Happened.SOURCE_GONE && isAnothers) {
            return Happened.CHANGED;
        }
        Set<UUID> records = readings.records(event.subject());
        boolean alone = events.stream()
                .filter(other -> !Collections.disjoint(readings.records(other.subject()), records))
                .allMatch(other -> Happened.of(other.type()) == word);
        return alone ? word : Happened.CHANGED;
    }

    private static Optional<Told> told(Happened happened, Optional<RecordReading> reading, Optional<Known> known) {
        if (reading.isEmpty()) {
            return known.map(gone ->
                    new Told(Change.REMOVED, Happened.REMOVED, gone.kind(), gone.record(), gone.ref(), reading));
        }
        Delivered record = reading.get().record();
        if (known.isEmpty()) {
            // not what happened: a desk that comes to a record later does not learn that others had it before
            return Optional.of(
                    new Told(Change.CREATED, Happened.NEW, record.kind(), record.record(), record.ref(), reading));
        }
        return happened.isDue() || !known.get().tag().equals(reading.get().tag())
                ? Optional.of(new Told(Change.UPDATED, happened, record.kind(), record.record(), record.ref(), reading))
                : Optional.empty();
    }

    private void remember(Key key, Told entry) {
        Optional<Known> now = entry.reading()
                .map(reading -> new Known(
                        key.feed().state(), key.feed().desk(), key.record(), entry.kind(), entry.ref(), reading.tag()));
        now.ifPresentOrElse(row -> known.put(key, row), () -> known.remove(key));
        changed.put(key, now);
    }
}
