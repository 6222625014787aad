package org.comity.subscriptions.stream;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.audit.AuditEntries;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.feed.Desks;
import org.comity.subscriptions.feed.FeedItem;
import org.comity.subscriptions.feed.FeedReader;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** The feed of the caller's desk as server-sent events: openapi/subscriptions.yaml. */
@Path(StreamResource.PATH)
@Produces(MediaType.SERVER_SENT_EVENTS)
class StreamResource {

    static final String PATH = "/subscriptions/v1/stream";

    private final OpenStreams streams;
    private final FeedReader feed;
    private final Desks desks;
    private final CurrentCaller current;
    private final SecurityIdentity identity;
    private final AuditEntries audit;

    StreamResource(
            OpenStreams streams,
            FeedReader feed,
            Desks desks,
            CurrentCaller current,
            SecurityIdentity identity,
            AuditEntries audit) {
        this.streams = streams;
        this.feed = feed;
        this.desks = desks;
        this.current = current;
        this.identity = identity;
        this.audit = audit;
    }

    @GET
    @Blocking
    public Multi<OutboundSseEvent> stream(@HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context Sse sse)
            throws SQLException {
        DeliveryDesk desk = desks.own();
        long last = feed.last(current.get().ownState(), desk);
        long after = lastEventId == null ? last : number(lastEventId, last);
        Instant until = Instant.ofEpochSecond(((JsonWebToken) identity.getPrincipal()).getExpirationTime());
        Multi<Optional<FeedItem>> items = streams.open(current.get(), desk, after, until);
        try {
            audit.listening(current.get(), PATH);
        } catch (RuntimeException e) {
            streams.give(current.get());
            throw e;
        }
        return items.map(new StreamEvents(sse)::event);
    }

    /** A number that is still to come would leave out what comes before it. */
    private static long number(String lastEventId, long last) {
        if (!lastEventId.matches("[0-9]{1,18}") || Long.parseLong(lastEventId) > last) {
            throw KernelProblem.MALFORMED_REQUEST.at(
                    "Last-Event-ID", "This is the number of an event of this stream, or 0 for all.");
        }
        return Long.parseLong(lastEventId);
    }
}
