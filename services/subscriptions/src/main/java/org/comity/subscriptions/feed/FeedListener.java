package org.comity.subscriptions.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliveryDesk;

/** What follows from entries of feeds, in their transaction. A channel has a bean of this type. */
public interface FeedListener {

    /**
     * An entry of a feed.
     *
     * @param seq its number: the first entry of a feed is 1, and no number is left out
     */
    record Entry(
            StateCode state,
            DeliveryDesk desk,
            long seq,
            Instant at,
            Change change,
            Happened happened,
            String kind,
            UUID record) {}

    /**
     * An entry that was written.
     *
     * @param record what the desk reads of the record now; empty where the desk sees it no longer
     */
    record Told(Entry entry, Optional<Delivered> record) {}

    /** Entries were written; those of one feed are in the order of their numbers. */
    void told(TimerTransactions.Transaction transaction, List<Told> told);
}
