package org.comity.subscriptions.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.comity.subscriptions.feed.FeedItem;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook is told, as the Standard Webhooks specification writes it: a type, an instant and the data, with an id that stays
 * and a signature of each attempt.
 *
 * <p>Rules.
 */
@Singleton
class WebhookMessage {

    private final WebhookSecrets secrets;
    private final ObjectMapper json;

    WebhookMessage(WebhookSecrets secrets, ObjectMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    /** A body, and the headers with which it is sent. */
    record Signed(Map<String, String> headers, String body) {}

    /** The secrets with which a message of that instant is signed: after a new one, the old one counts for a day too. */
    static List<byte[]> counting(byte[] secret, byte @Nullable [] oldSecret, @Nullable Instant oldUntil, Instant now) {
        return oldSecret != null && oldUntil != null && now.isBefore(oldUntil)
                ? List.of(secret, oldSecret)
                : List.of(secret);
    }

    /** An entry of a feed. Sent again, it has the same id. */
    Signed entry(UUID webhook, List<byte[]> counting, FeedItem item, Instant now) {
        String id = "msg_" + UUID.nameUUIDFromBytes((webhook + "/" + item.seq()).getBytes(StandardCharsets.UTF_8));
        return signed(
                webhook,
                counting,
                id,
                Map.of(
                        "type",
                        "feed." + item.change().name().toLowerCase(Locale.ROOT),
                        "timestamp",
                        item.at(),
                        "data",
                        item),
                now);
    }

    /** A message that tells of nothing, so that its owner sees whether messages arrive. */
    Signed test(UUID webhook, List<byte[]> counting, UUID id, Instant now) {
        return signed(
                webhook, counting, "msg_" + id, Map.of("type", "feed.test", "timestamp", now, "data", Map.of()), now);
    }

    private Signed signed(UUID webhook, List<byte[]> counting, String id, Map<String, Object> says, Instant now) {
        String body = written(says);
        long at = now.getEpochSecond();
        return new Signed(
                Map.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "Comity",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(at),
                        "webhook-signature",
                        secrets.signed(webhook, counting, id, at, body)),
                body);
    }

    private String written(Map<String, Object> says) {
        try {
            return json.writeValueAsString(says);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message of a webhook cannot be written", e);
        }
    }
}
