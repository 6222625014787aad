package org.comity.portal.consultation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.step.Records;
import org.comity.portal.step.StepFrame;

/** The steps in a thread of a consultation, and those on a note about it. */
@Path("/consultations")
@Produces(MediaType.TEXT_HTML)
class PartResource {

    private final Records<Consultation> consultations;

    PartResource(Records<Consultation> consultations) {
        this.consultations = consultations;
    }

    private StepFrame<ThreadSteps.Thread> thread(UUID id, String state) {
        return StepFrame.of(new ThreadSteps.InThread(consultations, id, state), ThreadSteps.ALL);
    }

    @GET
    @Path("{id}/threads/{state}/{step}")
    public Response ask(@PathParam("id") UUID id, @PathParam("state") String state, @PathParam("step") String step) {
        return thread(id, state).ask(step);
    }

    @POST
    @Path("{id}/threads/{state}/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(
            @PathParam("id") UUID id,
            @PathParam("state") String state,
            @PathParam("step") String step,
            MultivaluedMap<String, String> sent) {
        return thread(id, state).take(step, sent);
    }

    private StepFrame<NoteSteps.Written> note(UUID id, UUID note) {
        return StepFrame.of(new NoteSteps.OnNote(consultations, id, note), NoteSteps.ALL);
    }

    @GET
    @Path("{id}/notes/{note:[0-9a-fA-F-]{36}}")
    public Response ask(@PathParam("id") UUID id, @PathParam("note") UUID note) {
        return note(id, note).ask(NoteSteps.CHANGE);
    }

    @POST
    @Path("{id}/notes/{note:[0-9a-fA-F-]{36}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response take(@PathParam("id") UUID id, @PathParam("note") UUID note, MultivaluedMap<String, String> sent) {
        return note(id, note).take(NoteSteps.CHANGE, sent);
    }
}
