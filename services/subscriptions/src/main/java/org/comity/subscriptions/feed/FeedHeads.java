package org.comity.subscriptions.feed;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.DeliveryDesk;
import org.jboss.logging.Logger;

/**
 * How far each feed has come, for those who wait for more: one look at the database for all of them, as often as entries of other
 * replicas should be noticed, and at once for those of this one. Nobody looks while nobody waits.
 */
@Singleton
public class FeedHeads {

    private static final Logger LOG = Logger.getLogger(FeedHeads.class);
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final TimerTransactions transactions;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<String, Long> heads = new HashMap<>();
    private volatile boolean rung;

    FeedHeads(TimerTransactions transactions, FeedListeners listeners) {
        this.transactions = transactions;
        listeners.onNews(this::ring);
    }

    private record Head(StateCode state, DeliveryDesk desk, long seq) {}

    /** Somebody waits from now on. */
    public void enter() {
        if (waiting.getAndIncrement() == 0) {
            Thread.ofVirtual().name("feed-heads").start(this::look);
        }
    }

    /** Waits no longer. */
    public void leave() {
        waiting.decrementAndGet();
    }

    /**
     * Waits until a feed has more than that number.
     *
     * @return whether it has; not where the time ran out
     */
    public boolean awaitMore(StateCode state, DeliveryDesk desk, long seq, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        synchronized (heads) {
            while (heads.getOrDefault(key(state, desk), 0L) <= seq) {
                long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
                if (left <= 0) {
                    return false;
                }
                heads.wait(left);
            }
            return true;
        }
    }

    private void ring() {
        rung = true;
        synchronized (this) {
            notifyAll();
        }
    }

    private void look() {
        try {
            while (waiting.get() > 0) {
                rung = false;
                refresh();
                synchronized (this) {
                    if (!rung) {
                        wait(BETWEEN.toMillis());
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh() {
        try {
            var rows = transactions.once(transaction ->
                    transaction.sql("select state, desk, seq from feed_head").list(Head.class));
            synchronized (heads) {
                rows.forEach(row -> heads.put(key(row.state(), row.desk()), row.seq()));
                heads.notifyAll();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("How far the feeds have come cannot be told just now", e);
        }
    }

    private static String key(StateCode state, DeliveryDesk desk) {
        return state.value() + "/" + desk;
    }
}
