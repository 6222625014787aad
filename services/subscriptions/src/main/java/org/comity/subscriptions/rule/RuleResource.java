package org.comity.subscriptions.rule;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Rules over HTTP: openapi/subscriptions.yaml. */
@Path(RuleResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class RuleResource {

    static final String PATH = "/subscriptions/v1/rules";

    private final RuleService service;
    private final Idempotency idempotency;

    RuleResource(RuleService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return service.list(PageRequest.of(limit, cursor)).toResponse(uri);
    }

    @POST
    public Response make(RuleContent body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(key, PATH, body, () -> service.make(body, PATH)).toResponse();
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") UUID id) {
        return service.read(id).toResponse();
    }

    @PUT
    @Path("{id}")
    public Response edit(RecordVersion version, RuleContent body) {
        return service.edit(version, body).toResponse();
    }

    @POST
    @Path("{id}/discard")
    public Response discard(RecordVersion version, NothingMore body) {
        service.discard(version);
        return Response.noContent().build();
    }
}
