package org.comity.denials.consultation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.comity.denials.consultation.thread.ThreadStep;
import org.comity.denials.consultation.thread.ThreadWord;
import org.comity.kernel.http.NothingMore;
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
    @Path("acknowledge")
    public Response acknowledge(RecordVersion version, @PathParam("state") String state, NothingMore body) {
        return service.say(version, state, ThreadStep.ACKNOWLEDGE, ThreadWord.of(null))
                .toResponse();
    }

    @POST
    @Path("reply")
    public Response reply(RecordVersion version, @PathParam("state") String state, ConsultationRequests.Reply body) {
        return service.say(version, state, ThreadStep.REPLY, body.word()).toResponse();
    }

    @POST
    @Path("ask")
    public Response ask(RecordVersion version, @PathParam("state") String state, ConsultationRequests.Text body) {
        return service.say(version, state, ThreadStep.ASK, ThreadWord.of(body.text()))
                .toResponse();
    }

    @POST
    @Path("answer")
    public Response answer(RecordVersion version, @PathParam("state") String state, ConsultationRequests.Text body) {
        return service.say(version, state, ThreadStep.ANSWER, ThreadWord.of(body.text()))
                .toResponse();
    }

    @POST
    @Path("extend")
    public Response extend(RecordVersion version, @PathParam("state") String state, ConsultationRequests.Extend body) {
        return service.say(version, state, body.move().step(), body.word()).toResponse();
    }
}
