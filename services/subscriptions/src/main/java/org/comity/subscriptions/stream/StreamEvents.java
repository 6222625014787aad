package org.comity.subscriptions.stream;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.comity.subscriptions.feed.FeedItem;

/** How an entry of a feed is written in a stream. */
record StreamEvents(Sse sse) {

    OutboundSseEvent event(Optional<FeedItem> item) {
        return item.map(this::entry)
                .orElseGet(() -> sse.newEventBuilder().comment("").build());
    }

    private OutboundSseEvent entry(FeedItem item) {
        return sse.newEventBuilder()
                .id(Long.toString(item.seq()))
                .name("entry")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(FeedItem.class, item)
                .build();
    }
}
