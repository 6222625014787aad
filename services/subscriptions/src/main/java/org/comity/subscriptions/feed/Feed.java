package org.comity.subscriptions.feed;

import java.util.Comparator;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.delivery.DeliveryDesk;

/** The feed of one desk. Feeds are locked in this order, so that two transactions wait for each other and not around each other. */
record Feed(StateCode state, DeliveryDesk desk) implements Comparable<Feed> {

    private static final Comparator<Feed> ORDER =
            Comparator.comparing((Feed feed) -> feed.state().value()).thenComparing(Feed::desk);

    @Override
    public int compareTo(Feed other) {
        return ORDER.compare(this, other);
    }
}
