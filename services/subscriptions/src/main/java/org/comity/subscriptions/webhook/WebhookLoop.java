package org.comity.subscriptions.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.subscriptions.feed.FeedListeners;
import org.jboss.logging.Logger;

/**
 * Looks for webhooks that have something to send, and lets each be sent in a thread of its own: one that hangs slows no other. A
 * replica claims a webhook for a minute; where the replica is killed, another one goes on after that.
 *
 * <p>Rules: R-407.
 */
@Singleton
class WebhookLoop {

    private static final Logger LOG = Logger.getLogger(WebhookLoop.class);
    private static final Duration BETWEEN = Duration.ofMillis(500);
    private static final Duration CLAIM = Duration.ofMinutes(1);

    /** So many webhooks are sent at once: each takes some 100 KB while it waits for an answer. */
    static final int AT_ONCE = 200;

    private final TimerTransactions transactions;
    private final WebhookSender sender;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;

    WebhookLoop(TimerTransactions transactions, WebhookSender sender, FeedListeners listeners, Clock clock) {
        this.transactions = transactions;
        this.sender = sender;
        this.clock = clock;
        listeners.onNews(news::release);
    }

    void start(@Observes StartupEvent event) {
        running = true;
        Thread.ofVirtual().name("webhooks").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
        news.release();
    }

    private void run() {
        while (running) {
            try {
                for (WebhookSender.Claimed claimed : claim(places.availablePermits())) {
                    places.acquire();
                    Thread.ofVirtual().name("webhook").start(() -> {
                        try {
                            sender.send(claimed);
                        } finally {
                            places.release();
                            news.release();
                        }
                    });
                }
                if (news.tryAcquire(BETWEEN.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                LOG.warn("Webhooks wait", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN.multipliedBy(4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private List<WebhookSender.Claimed> claim(int most) throws SQLException {
        if (most == 0) {
            return List.of();
        }
        return transactions.once(transaction -> transaction
                .sql("update webhook set claimed_until = :until where id in (select w.id from webhook w"
                        + " join feed_head h on h.state = w.state and h.desk = w.desk and h.seq > w.delivered_seq"
                        + " where w.status = 'ACTIVE' and w.next_at <= :now"
                        + " and (w.claimed_until is null or w.claimed_until < :now)"
                        + " order by w.next_at limit :most for update of w skip locked)"
                        + " returning id, person, state, desk, rule_id, url, secret, old_secret, old_until, delivered_seq,"
                        + " attempts, failing_since, row_version")
                .with("until", clock.instant().plus(CLAIM), "now", clock.instant(), "most", most)
                .list(WebhookSender.Claimed.class));
    }
}
