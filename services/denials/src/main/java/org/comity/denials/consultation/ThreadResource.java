package org.comity.denials.consultation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.comity.kernel.http.RequestBody;
import org.jspecify.annotations.Nullable;

/** The steps in one thread over HTTP, named by its consulted state: openapi/denials.yaml. */
@Path(ThreadResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ThreadResource {

    static final String PATH = "/denials/v1/consultations/{id}/threads/{state}";

    private final ThreadService service;
    private final RequestBody bodies;

    ThreadResource(ThreadService service, RequestBody bodies) {
        this.service = service;
        this.bodies = bodies;
    }

    @POST
    @Path("reply")
    public Response reply(
            @PathParam("id") String id,
            @PathParam("state") String state,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ConsultationRequests.@Nullable Reply body) {
        ConsultationRequests.Reply request = bodies.checked(body);
        return service.reply(
                        ConsultationResource.id(id),
                        state,
                        ifMatch,
                        Objects.requireNonNull(request.answer()),
                        request.text())
                .toResponse();
    }

    @POST
    @Path("ask")
    public Response ask(
            @PathParam("id") String id,
            @PathParam("state") String state,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ConsultationRequests.@Nullable Text body) {
        String text = Objects.requireNonNull(bodies.checked(body).text());
        return service.ask(ConsultationResource.id(id), state, ifMatch, text).toResponse();
    }

    @POST
    @Path("answer")
    public Response answer(
            @PathParam("id") String id,
            @PathParam("state") String state,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ConsultationRequests.@Nullable Text body) {
        String text = Objects.requireNonNull(bodies.checked(body).text());
        return service.answer(ConsultationResource.id(id), state, ifMatch, text).toResponse();
    }

    @POST
    @Path("extend")
    public Response extend(
            @PathParam("id") String id,
            @PathParam("state") String state,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ConsultationRequests.@Nullable Extend body) {
        return service.extend(ConsultationResource.id(id), state, ifMatch, bodies.checked(body))
                .toResponse();
    }
}
