package org.comity.denials.onward;

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
import java.util.Objects;
import java.util.UUID;
import org.comity.denials.content.NoDuty;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.http.RecordId;
import org.comity.kernel.http.RequestBody;
import org.comity.kernel.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Onward release over HTTP: openapi/denials.yaml. */
@Path(OnwardResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OnwardResource {

    static final String PATH = "/denials/v1/onward-requests";

    private final OnwardService service;
    private final RequestBody bodies;

    OnwardResource(OnwardService service, RequestBody bodies) {
        this.service = service;
        this.bodies = bodies;
    }

    @GET
    public Response list(
            @QueryParam("role") @Nullable String role,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return service.list(role, PageRequest.of(limit, cursor)).toResponse(uri, NoDuty.Listed::new);
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return service.read(id(id)).toResponse();
    }

    @POST
    @Path("{id}/grant")
    public Response grant(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            OnwardRequests.@Nullable Grant body) {
        return service.grant(id(id), ifMatch, bodies.checked(body).text()).toResponse();
    }

    @POST
    @Path("{id}/refuse")
    public Response refuse(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            OnwardRequests.@Nullable Refuse body) {
        String reason = Objects.requireNonNull(bodies.checked(body).reason());
        return service.refuse(id(id), ifMatch, reason).toResponse();
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NothingMore body) {
        bodies.checked(body);
        return service.withdraw(id(id), ifMatch).toResponse();
    }

    private static UUID id(String text) {
        return RecordId.of(text, OnwardStore.ABSENT);
    }
}
