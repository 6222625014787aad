package org.comity.subscriptions.copy;

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
import org.comity.kernel.http.QueryParameters;
import org.comity.kernel.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Copies that states dropped, over HTTP: openapi/subscriptions.yaml. */
@Path("/subscriptions/v1/dropped-copies")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DroppedCopyResource {

    private final DroppedCopies copies;

    DroppedCopyResource(DroppedCopies copies) {
        this.copies = copies;
    }

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        QueryParameters said = QueryParameters.of(uri.getQueryParameters());
        var record = said.checked(said.id("record"));
        return copies.list(PageRequest.of(limit, cursor), record).toResponse(uri);
    }

    @POST
    public Response drop(DroppedCopies.Dropped body) {
        copies.drop(body);
        return Response.noContent().build();
    }
}
