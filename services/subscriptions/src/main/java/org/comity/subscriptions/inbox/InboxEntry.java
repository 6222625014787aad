package org.comity.subscriptions.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.subscriptions.feed.Change;
import org.comity.subscriptions.feed.Happened;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a record: {@code InboxEntry} in openapi/subscriptions.yaml.
 *
 * @param seq its number in the feed of the reader's desk
 * @param path where the record is read; null where the reader sees it no longer
 * @param rules the reader's rules that it matches
 */
record InboxEntry(
        UUID id,
        long seq,
        Instant at,
        Change change,
        Happened happened,
        String kind,
        UUID record,
        String ref,
        boolean unread,
        @Nullable String path,
        @Nullable String title,
        @Nullable StateCode originatorState,
        @Nullable String status,
        @Nullable StateCode destinationState,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<UUID> rules) {}
