package org.comity.denials.consultation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.comity.kernel.http.RecordVersion;

/** The steps in one thread over HTTP, named by its consulted state: openapi/denials.yaml. */
@Path(ThreadResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ThreadResource {

    static final String PATH = "/denials/v1/consultations/{id}/threads/{state}";

    private final ThreadService service;

    ThreadResource(ThreadService service) {
        this.service = service;
    }

    @POST
    @Path("reply")
    public Response reply(RecordVersion version, @PathParam("state") String state, ConsultationRequests.Reply body) {
        return service.reply(version, state, body.answer(), body.text()).toResponse();
    }

    @POST
    @Path("ask")
    public Response ask(RecordVersion version, @PathParam("state") String state, ConsultationRequests.Text body) {
        return service.ask(version, state, body.text()).toResponse();
    }

    @POST
    @Path("answer")
    public Response answer(RecordVersion version, @PathParam("state") String state, ConsultationRequests.Text body) {
        return service.answer(version, state, body.text()).toResponse();
    }

    @POST
    @Path("extend")
    public Response extend(RecordVersion version, @PathParam("state") String state, ConsultationRequests.Extend body) {
        return service.extend(version, state, body).toResponse();
    }
}
