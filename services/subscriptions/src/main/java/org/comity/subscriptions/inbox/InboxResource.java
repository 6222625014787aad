package org.comity.subscriptions.inbox;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.feed.Desks;
import org.comity.subscriptions.subscriber.Subscribers;
import org.jspecify.annotations.Nullable;

/** The inbox over HTTP: openapi/subscriptions.yaml. */
@Path(InboxResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class InboxResource {

    static final String PATH = "/subscriptions/v1/inbox";
    private static final int COUNTED = 100;

    private final Inbox inbox;
    private final InboxStore store;
    private final Desks desks;
    private final Subscribers subscribers;
    private final CurrentCaller current;

    InboxResource(Inbox inbox, InboxStore store, Desks desks, Subscribers subscribers, CurrentCaller current) {
        this.inbox = inbox;
        this.store = store;
        this.desks = desks;
        this.subscribers = subscribers;
        this.current = current;
    }

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        desks.own();
        subscribers.refresh();
        return inbox.list(InboxQuery.of(uri.getQueryParameters()), PageRequest.of(limit, cursor))
                .toResponse(uri);
    }

    @GET
    @Path("unread")
    public InboxRequests.Unread unread() {
        int counted = store.unread(current.get(), desks.own(), COUNTED + 1);
        return new InboxRequests.Unread(Math.min(counted, COUNTED), counted > COUNTED);
    }

    @POST
    @Path("unread-records")
    public InboxRequests.UnreadRecords unreadRecords(InboxRequests.Seen body) {
        return new InboxRequests.UnreadRecords(store.unreadRecords(current.get(), desks.own(), body.records()));
    }

    @POST
    @Path("read")
    public Response read(InboxRequests.Seen body) {
        DeliveryDesk desk = desks.own();
        if (body.upTo() == null && body.records().isEmpty()) {
            throw KernelProblem.MISSING_VALUES.at("/upTo", "Say up to which number, or which records.");
        }
        if (body.upTo() != null) {
            store.readUpTo(current.get(), desk, body.upTo());
        }
        if (!body.records().isEmpty()) {
            store.readRecords(current.get(), desk, body.records());
        }
        return Response.noContent().build();
    }
}
