package org.comity.bulletins.request;

import jakarta.validation.constraints.NotNull;
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
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/** Requests for information over HTTP: openapi/bulletins.yaml. */
@Path(RequestResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class RequestResource {

    static final String PATH = "/bulletins/v1/requests";

    private final RequestService service;
    private final Idempotency idempotency;

    RequestResource(RequestService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    /** Why an approver sends it back, or its state withdraws it. */
    public record Reason(
            @NotNull(message = "This is missing.") @PlainText(max = 2000, multiline = true)
            String reason) {}

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return service.list(RequestQuery.of(uri.getQueryParameters()), PageRequest.of(limit, cursor))
                .toResponse(uri);
    }

    @POST
    public Response draft(RequestDraft body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, PATH, body, () -> service.draft(body, PATH))
                .toResponse();
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") UUID id) {
        return service.read(id).toResponse();
    }

    @PUT
    @Path("{id}")
    public Response edit(RecordVersion version, RequestDraft body) {
        return service.edit(version, body).toResponse();
    }

    @POST
    @Path("{id}/submit")
    public Response submit(RecordVersion version, NothingMore body) {
        return service.submit(version).toResponse();
    }

    @POST
    @Path("{id}/approve")
    public Response approve(RecordVersion version, NothingMore body) {
        return service.approve(version).toResponse();
    }

    @POST
    @Path("{id}/return")
    public Response sendBack(RecordVersion version, Reason body) {
        return service.sendBack(version, body.reason()).toResponse();
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(RecordVersion version, Reason body) {
        return service.withdraw(version, body.reason()).toResponse();
    }

    @POST
    @Path("{id}/discard")
    public Response discard(RecordVersion version, NothingMore body) {
        service.discard(version);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/answer")
    public Response answer(@PathParam("id") UUID id, RequestAnswer body) {
        return service.answer(id, body).toResponse();
    }
}
