package org.comity.denials.onward;

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
import org.comity.denials.content.NoDuty;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Onward release over HTTP: openapi/denials.yaml. */
@Path(OnwardResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OnwardResource {

    static final String PATH = "/denials/v1/onward-requests";

    private final OnwardService service;

    OnwardResource(OnwardService service) {
        this.service = service;
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
    public Response read(@PathParam("id") UUID id) {
        return service.read(id).toResponse();
    }

    @POST
    @Path("{id}/grant")
    public Response grant(RecordVersion version, OnwardRequests.Grant body) {
        return service.grant(version, body.text()).toResponse();
    }

    @POST
    @Path("{id}/refuse")
    public Response refuse(RecordVersion version, OnwardRequests.Refuse body) {
        return service.refuse(version, body.reason()).toResponse();
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(RecordVersion version, NothingMore body) {
        return service.withdraw(version).toResponse();
    }
}
