package org.comity.subscriptions.webhook;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Webhooks over HTTP: openapi/subscriptions.yaml. */
@Path(WebhookResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class WebhookResource {

    static final String PATH = "/subscriptions/v1/webhooks";

    private final Webhooks webhooks;
    private final WebhookTrials tests;

    WebhookResource(Webhooks webhooks, WebhookTrials tests) {
        this.webhooks = webhooks;
        this.tests = tests;
    }

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return webhooks.list(PageRequest.of(limit, cursor)).toResponse(uri);
    }

    /** No copy of the answer is kept to be repeated: it has the secret. */
    @POST
    public Response make(Webhooks.WebhookRequest body) {
        return webhooks.make(body, PATH).toResponse();
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") UUID id) {
        return webhooks.read(id).toResponse();
    }

    @GET
    @Path("{id}/deliveries")
    public Response deliveries(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return webhooks.deliveries(id, PageRequest.of(limit, cursor)).toResponse(uri);
    }

    @POST
    @Path("{id}/rotate")
    public Response rotate(RecordVersion version, NothingMore body) {
        return webhooks.rotate(version).toResponse();
    }

    @POST
    @Path("{id}/test")
    public WebhookClient.Taken test(RecordVersion version, NothingMore body) throws InterruptedException {
        return tests.send(version);
    }

    @POST
    @Path("{id}/enable")
    public Response enable(RecordVersion version, NothingMore body) {
        return webhooks.enable(version).toResponse();
    }

    @POST
    @Path("{id}/replay")
    public Response replay(RecordVersion version, Webhooks.ReplayRequest body) {
        return webhooks.replay(version, body).toResponse();
    }

    @POST
    @Path("{id}/discard")
    public Response discard(RecordVersion version, NothingMore body) {
        webhooks.discard(version);
        return Response.noContent().build();
    }
}
