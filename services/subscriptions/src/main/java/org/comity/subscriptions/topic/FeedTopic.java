package org.comity.subscriptions.topic;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.StoredJson;
import org.comity.kernel.outbox.Event;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.feed.Change;
import org.comity.subscriptions.feed.FeedListener;
import org.comity.subscriptions.feed.Happened;

/**
 * Tells a state's topic what its licensing desk is told: that something happened to which record, in the transaction of the entry.
 *
 * <p>Rules: R-400.
 */
@Singleton
class FeedTopic implements FeedListener {

    /**
     * What an event carries: no word of the record, and none of who else has it.
     *
     * @param sequence the number in the feed: what is missing between two of them was missed
     */
    record Told(long sequence, String kind, UUID record, Happened happened) {}

    /** The topic of a state, without the prefix of an installation. */
    static String of(StateCode state) {
        return "feed." + state.value().toLowerCase(Locale.ROOT) + ".v1";
    }

    /** The event of an entry. One key for all keeps them in order. */
    static Event event(StateCode state, Change change, Told told) {
        return new Event(
                of(state),
                "org.comity.subscriptions.feed." + change.name().toLowerCase(Locale.ROOT) + ".v1",
                state.value(),
                told.sequence(),
                Optional.of(StoredJson.written(told)));
    }

    @Override
    public void told(TimerTransactions.Transaction transaction, List<FeedListener.Told> told) {
        List<Entry> entries = told.stream()
                .map(FeedListener.Told::entry)
                .filter(entry -> entry.desk() == DeliveryDesk.LICENSING)
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        // asked under the locks on the heads of the feeds: a topic that is being made waits for those
        Set<StateCode> there =
                Set.copyOf(transaction.sql("select state from feed_topic").list(StateCode.class));
        transaction.appendAll(entries.stream()
                .filter(entry -> there.contains(entry.state()))
                .map(entry -> event(
                        entry.state(),
                        entry.change(),
                        new Told(entry.seq(), entry.kind(), entry.record(), entry.happened())))
                .toList());
    }
}
