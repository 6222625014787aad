package org.comity.subscriptions.webhook;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.time.Identifiers;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message that tells of nothing, and says at once how it was taken.
 *
 * <p>Rules: R-374.
 */
@Singleton
class WebhookTrials {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** So many are sent at once: each holds one of the service's threads until its answer comes. */
    private static final int AT_ONCE = 8;

    private final Webhooks webhooks;
    private final WebhookMessage messages;
    private final WebhookClient client;
    private final Identifiers identifiers;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    WebhookTrials(
            Webhooks webhooks, WebhookMessage messages, WebhookClient client, Identifiers identifiers, Clock clock) {
        this.webhooks = webhooks;
        this.messages = messages;
        this.client = client;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** What is needed for a test. */
    record Tested(
            UUID id,
            String url,
            byte[] secret,
            byte @Nullable [] oldSecret,
            @Nullable Instant oldUntil) {

        List<byte[]> counting(Instant now) {
            return WebhookMessage.counting(secret, oldSecret, oldUntil, now);
        }
    }

    WebhookClient.Taken send(RecordVersion version) throws InterruptedException {
        if (!places.tryAcquire()) {
            throw WebhookProblem.TESTED_JUST_NOW.because(
                    "Too many webhooks are tried at this moment. Try it again in ten seconds.");
        }
        try {
            Tested webhook = webhooks.tested(version);
            Instant now = clock.instant();
            WebhookMessage.Signed message = messages.test(webhook.id(), webhook.counting(now), identifiers.next(), now);
            return client.post(webhook.url(), message.headers(), message.body(), PATIENCE);
        } finally {
            places.release();
        }
    }
}
