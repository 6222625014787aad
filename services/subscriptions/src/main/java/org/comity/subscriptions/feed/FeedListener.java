package org.comity.subscriptions.feed;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliveryDesk;

/** What follows from an entry of a feed, in its transaction. A channel has a bean of this type. */
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
     * The entry was written.
     *
     * @param record what the desk reads of the record now; empty where the desk sees it no longer
     */
    void told(TimerTransactions.Transaction transaction, Entry entry, Optional<Delivered> record);
}
