package org.comity.denials.onward;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.comity.kernel.http.Idempotency;
import org.jspecify.annotations.Nullable;

/** Asks for the onward release of one denial: openapi/denials.yaml. */
@Path("/denials/v1/denials/{id}/onward-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class OnwardOfDenialResource {

    private final OnwardService service;
    private final Idempotency idempotency;

    OnwardOfDenialResource(OnwardService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    public Response ask(
            @PathParam("id") UUID denial,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            OnwardRequests.Ask request) {
        return idempotency
                .once(
                        key,
                        "/denials/v1/denials/" + denial + "/onward-requests",
                        request,
                        () -> service.ask(denial, request, asked -> OnwardResource.PATH + "/" + asked))
                .toResponse();
    }
}
