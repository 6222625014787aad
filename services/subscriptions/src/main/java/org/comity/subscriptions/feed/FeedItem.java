package org.comity.subscriptions.feed;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.comity.sharing.delivery.Delivered;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed as it goes out: {@code FeedItem} in openapi/subscriptions.yaml. It says that something happened, and where to
 * read what; the reader reads that with its own rights.
 *
 * @param seq its number: what is missing between two numbers was missed
 * @param ref absent where the desk sees the record no longer
 * @param path the same
 * @param now what the desk sees of the record, for those who make words of it
 */
public record FeedItem(
        long seq,
        Instant at,
        Change change,
        Happened happened,
        String kind,
        UUID record,
        @Nullable String ref,
        @Nullable String path,
        @JsonIgnore @Nullable Delivered now) {}
