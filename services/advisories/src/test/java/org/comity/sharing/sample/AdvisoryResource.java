package org.comity.sharing.sample;

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
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.paging.PageRequest;

/** Advisories over HTTP: the smallest service that shares a record. */
@Path("/advisories")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class AdvisoryResource {

    private final AdvisoryService service;

    AdvisoryResource(AdvisoryService service) {
        this.service = service;
    }

    @GET
    public Response list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor, @Context UriInfo uri) {
        return service.list(PageRequest.of(limit, cursor)).toResponse(uri);
    }

    @POST
    public Response draft(Advisory.Draft body) {
        return service.draft(body).toResponse();
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") UUID id) {
        return service.read(id).toResponse();
    }

    @POST
    @Path("{id}/submit")
    public Response submit(RecordVersion version, Advisory.Said body) {
        return service.take(version, AdvisoryStep.SUBMIT, body).toResponse();
    }

    @POST
    @Path("{id}/approve")
    public Response approve(RecordVersion version, Advisory.Said body) {
        return service.take(version, AdvisoryStep.APPROVE, body).toResponse();
    }

    @POST
    @Path("{id}/return")
    public Response sendBack(RecordVersion version, Advisory.Said body) {
        return service.take(version, AdvisoryStep.RETURN, body).toResponse();
    }

    @POST
    @Path("{id}/release")
    public Response release(RecordVersion version, Advisory.Said body) {
        return service.take(version, AdvisoryStep.RELEASE, body).toResponse();
    }
}
