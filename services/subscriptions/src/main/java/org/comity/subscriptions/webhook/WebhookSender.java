package org.comity.subscriptions.webhook;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.time.Identifiers;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.feed.FeedItem;
import org.comity.subscriptions.feed.FeedReader;
import org.comity.subscriptions.mail.Mails;
import org.comity.subscriptions.rule.Frequency;
import org.comity.subscriptions.subscriber.Readers;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a webhook has not been told, in order. What is not taken is sent again later, with the id that it had and a new
 * signature; after five days of failures the webhook is switched off.
 *
 * <p>Rules.
 */
@Singleton
class WebhookSender {

    private static final Logger LOG = Logger.getLogger(WebhookSender.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 20;
    private static final int GONE = 410;

    /** After the schedule of the Standard Webhooks specification. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10));

    static final Duration SWITCHED_OFF_AFTER = Duration.ofDays(5);

    /** After so long its owner is told that it will be switched off. Assumption. */
    private static final Duration TOLD_AFTER = Duration.ofDays(3);

    private static final Duration LOG_KEPT = Duration.ofDays(30);

    private final TimerTransactions transactions;
    private final FeedReader feed;
    private final Readers readers;
    private final WebhookMessage messages;
    private final WebhookClient client;
    private final Identifiers identifiers;
    private final Clock clock;

    WebhookSender(
            TimerTransactions transactions,
            FeedReader feed,
            Readers readers,
            WebhookMessage messages,
            WebhookClient client,
            Identifiers identifiers,
            Clock clock) {
        this.transactions = transactions;
        this.feed = feed;
        this.readers = readers;
        this.messages = messages;
        this.client = client;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** A webhook that this replica sends now. */
    record Claimed(
            UUID id,
            String person,
            StateCode state,
            DeliveryDesk desk,
            @Nullable UUID ruleId,
            String url,
            byte[] secret,
            byte @Nullable [] oldSecret,
            @Nullable Instant oldUntil,
            long deliveredSeq,
            int attempts,
            @Nullable Instant failingSince,
            int rowVersion) {

        /** The secrets with which a message of that instant is signed. */
        List<byte[]> counting(Instant now) {
            return WebhookMessage.counting(secret, oldSecret, oldUntil, now);
        }

        /** The same after it took an entry: what failed before is over. */
        Claimed at(long seq) {
            return new Claimed(
                    id, person, state, desk, ruleId, url, secret, oldSecret, oldUntil, seq, 0, null, rowVersion);
        }
    }

    void send(Claimed claimed) {
        Claimed webhook = claimed;
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                // before each one: what was narrowed meanwhile, and whose access has ended meanwhile, is not sent
                if (!readers.mayBeTold(webhook.person(), webhook.state(), webhook.desk())) {
                    off(webhook, "The access of its owner has ended, or the roles have changed.");
                    return;
                }
                Optional<FeedItem> next =
                        feed.after(webhook.state(), webhook.desk(), webhook.deliveredSeq(), 1).stream()
                                .findFirst();
                if (next.isEmpty()) {
                    break;
                }
                boolean wanted = webhook.ruleId() == null || isMatched(webhook, next.get());
                if (wanted && !delivered(webhook, next.get())
                        || !come(webhook, next.get().seq())) {
                    return;
                }
                webhook = webhook.at(next.get().seq());
            }
            free(webhook);
        } catch (IOException | SQLException | RuntimeException e) {
            // the claim runs out, and it is tried again
            LOG.warnf("A webhook waits: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isMatched(Claimed webhook, FeedItem item) throws SQLException {
        return transactions.once(transaction -> transaction
                .sql("select 1 from rule_match where rule_id = :rule and seq = :seq")
                .with("rule", webhook.ruleId(), "seq", item.seq())
                .exists());
    }

    /** Sends one; tells whether it was taken. */
    private boolean delivered(Claimed webhook, FeedItem item) throws SQLException, InterruptedException {
        Instant began = clock.instant();
        WebhookMessage.Signed message = messages.entry(webhook.id(), webhook.counting(began), item, began);
        WebhookClient.Taken taken = client.post(webhook.url(), message.headers(), message.body(), PATIENCE);
        log(webhook, item, began, taken);
        if (taken.outcome() == WebhookClient.Outcome.DELIVERED) {
            return true;
        }
        later(webhook, began, taken.status());
        return false;
    }

    private void log(Claimed webhook, FeedItem item, Instant at, WebhookClient.Taken taken) throws SQLException {
        transactions.once(transaction -> {
            transaction
                    .sql("delete from webhook_delivery where webhook_id = :id and at < :before")
                    .with("id", webhook.id(), "before", at.minus(LOG_KEPT))
                    .run();
            return transaction
                    .sql("insert into webhook_delivery (id, webhook_id, seq, at, took_ms, outcome, status)"
                            + " select :log, w.id, :seq, :at, :took, :outcome, :status from webhook w where w.id = :id")
                    .with("log", identifiers.next(), "seq", item.seq(), "at", at, "took", taken.tookMs())
                    .with("outcome", taken.outcome(), "status", taken.status(), "id", webhook.id())
                    .run();
        });
    }

    /** It was told up to here; its claim goes on. False where its owner changed or discarded it meanwhile. */
    private boolean come(Claimed webhook, long seq) throws SQLException {
        return transactions.once(transaction -> transaction
                        .sql(
                                "update webhook set delivered_seq = :seq, attempts = 0, failing_since = null,"
                                        + " noticed_at = null, claimed_until = :until where id = :id and row_version = :version")
                        .with("seq", seq, "until", clock.instant().plusSeconds(60))
                        .with("id", webhook.id(), "version", webhook.rowVersion())
                        .run())
                == 1;
    }

    private void free(Claimed webhook) throws SQLException {
        transactions.once(transaction -> transaction
                .sql("update webhook set claimed_until = null where id = :id and row_version = :version")
                .with("id", webhook.id(), "version", webhook.rowVersion())
                .run());
    }

    private void later(Claimed webhook, Instant now, @Nullable Integer status) throws SQLException {
        Instant since = webhook.failingSince() == null ? now : webhook.failingSince();
        if (status != null && status == GONE) {
            off(webhook, "Its address answered that it is gone.");
            return;
        }
        if (since.plus(SWITCHED_OFF_AFTER).isBefore(now)) {
            off(webhook, "Its address took nothing for five days.");
            return;
        }
        Duration pause = PAUSES.get(Math.min(webhook.attempts(), PAUSES.size() - 1));
        transactions.once(transaction -> {
            int kept = transaction
                    .sql("update webhook set attempts = attempts + 1, failing_since = :since, next_at = :next,"
                            + " claimed_until = null where id = :id and row_version = :version")
                    .with("since", since, "next", now.plus(pause))
                    .with("id", webhook.id(), "version", webhook.rowVersion())
                    .run();
            if (kept == 1 && !since.plus(TOLD_AFTER).isAfter(now)) {
                tell(transaction, webhook, now);
            }
            return kept;
        });
    }

    /** The owner gets one mail about it, however often it fails. */
    private void tell(TimerTransactions.Transaction transaction, Claimed webhook, Instant now) {
        int first = transaction
                .sql("update webhook set noticed_at = :now where id = :id and noticed_at is null")
                .with("now", now, "id", webhook.id())
                .run();
        if (first == 1) {
            Mails.about(transaction, Mails.About.WEBHOOK_FAILS, identifiers.next())
                    .with("person", webhook.person(), "state", webhook.state(), "desk", webhook.desk())
                    .with("frequency", Frequency.AT_ONCE, "created_at", now, "next_at", now)
                    .run();
        }
    }

    private void off(Claimed webhook, String because) throws SQLException {
        transactions.once(transaction -> transaction
                .sql("update webhook set status = 'OFF', off_because = :why, claimed_until = null,"
                        + " row_version = row_version + 1 where id = :id and row_version = :version")
                .with("why", because, "id", webhook.id(), "version", webhook.rowVersion())
                .run());
    }
}
