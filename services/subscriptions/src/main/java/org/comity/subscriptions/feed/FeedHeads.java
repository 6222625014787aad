package org.comity.subscriptions.feed;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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
    private final Map<String, Long> heads = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** Somebody may look at once. */
    private final Condition rung = lock.newCondition();

    /** A feed has more. */
    private final Condition more = lock.newCondition();

    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean looking = new AtomicBoolean();

    FeedHeads(TimerTransactions transactions, FeedListeners listeners) {
        this.transactions = transactions;
        listeners.onNews(this::ring);
    }

    private record Head(StateCode state, DeliveryDesk desk, long seq) {}

    /** Somebody waits from now on. */
    public void enter() {
        lock.lock();
        try {
            waiting.incrementAndGet();
            if (looking.compareAndSet(false, true)) {
                Thread.ofVirtual().name("feed-heads").start(this::look);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits no longer. */
    public void leave() {
        lock.lock();
        try {
            waiting.decrementAndGet();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a feed has more than that number.
     *
     * @return whether it has; not where the time ran out
     */
    public boolean awaitMore(StateCode state, DeliveryDesk desk, long seq, Duration most) throws InterruptedException {
        long left = most.toNanos();
        lock.lock();
        try {
            while (heads.getOrDefault(key(state, desk), 0L) <= seq) {
                if (left <= 0) {
                    return false;
                }
                left = more.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void ring() {
        lock.lock();
        try {
            rung.signal();
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        try {
            while (true) {
                List<Head> rows = read();
                lock.lock();
                try {
                    rows.forEach(row -> heads.put(key(row.state(), row.desk()), row.seq()));
                    more.signalAll();
                    if (waiting.get() == 0) {
                        looking.set(false);
                        return;
                    }
                    if (rung.awaitNanos(BETWEEN.toNanos()) > 0) {
                        LOG.trace("Entries were written here");
                    }
                } finally {
                    lock.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Head> read() {
        try {
            return transactions.once(transaction ->
                    transaction.sql("select state, desk, seq from feed_head").list(Head.class));
        } catch (SQLException | RuntimeException e) {
            LOG.warn("How far the feeds have come cannot be told just now", e);
            return List.of();
        }
    }

    private static String key(StateCode state, DeliveryDesk desk) {
        return state.value() + "/" + desk;
    }
}
