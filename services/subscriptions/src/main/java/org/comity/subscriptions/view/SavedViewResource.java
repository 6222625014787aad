package org.comity.subscriptions.view;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Saved views over HTTP: openapi/subscriptions.yaml. */
@Path(SavedViewResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class SavedViewResource {

    static final String PATH = "/subscriptions/v1/views";

    private final SavedViews views;
    private final Idempotency idempotency;

    SavedViewResource(SavedViews views, Idempotency idempotency) {
        this.views = views;
        this.idempotency = idempotency;
    }

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return views.list(PageRequest.of(limit, cursor)).toResponse(uri);
    }

    @POST
    public Response make(SavedViews.ViewRequest body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(key, PATH, body, () -> views.make(body, PATH)).toResponse();
    }

    @POST
    @Path("{id}/discard")
    public Response discard(@PathParam("id") UUID id, NothingMore body) {
        views.discard(id);
        return Response.noContent().build();
    }
}
