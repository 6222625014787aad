package org.comity.portal.consultation;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Services;
import org.comity.portal.step.Read;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.Subject;

/** The steps of a consultation, of its threads and of the notes on it. */
@Path("/consultations")
@Produces(MediaType.TEXT_HTML)
class StepResource {

    private final Desk desk;
    private final ConsultationPages pages;
    private final Services services;
    private final Instance<ConsultationSteps> described;

    StepResource(Desk desk, ConsultationPages pages, Services services, Instance<ConsultationSteps> described) {
        this.desk = desk;
        this.pages = pages;
        this.services = services;
        this.described = described;
    }

    // With the whole

    private <R> Subject<R> subject(
            UUID id, Function<Read<Consultation>, Read<R>> part, Function<R, Consultation> whole) {
        return Subject.of(desk::openForDesk, () -> part.apply(desk.read(id)), Desk.home(id))
                .called((one, page) -> whole.apply(one).ref())
                .backText((one, page) -> page.texts(ConsultationTexts.class)
                        .back(whole.apply(one).ref()))
                .overtaken((one, page) -> {
                    ConsultationTexts texts = page.texts(ConsultationTexts.class);
                    String stands = texts.statusOf(whole.apply(one).status());
                    return new Subject.Overtaken(
                            texts.overtaken(), stands, texts.overtakenText(), texts.overtakenLook(), Desk.home(id));
                });
    }

    private StepFrame<Consultation> whole(UUID id) {
        List<Step<Consultation>> steps =
                described.stream().flatMap(it -> it.of(id).stream()).toList();
        Subject<Consultation> subject = subject(id, read -> read, one -> one);
        return StepFrame.of(subject.page((page, now, form) -> pages.page(page, now, "", "", form.keyed())), steps);
    }

    @GET
    @Path("{id}/{step:approve|return|decide|withdraw|notice|close|discard|notes}")
    @Blocking
    public Response ask(@PathParam("id") UUID id, @PathParam("step") String step) {
        return whole(id).ask(step);
    }

    @POST
    @Path("{id}/{step:approve|return|decide|withdraw|notice|close|discard|notes}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response take(
            @PathParam("id") UUID id, @PathParam("step") String step, MultivaluedMap<String, String> sent) {
        return whole(id).take(step, sent);
    }

    // In a thread

    private StepFrame<ThreadSteps.Thread> thread(UUID id, String state) {
        Subject<ThreadSteps.Thread> subject =
                subject(id, read -> new Read<>(thread(read.one(), state), read.etag()), ThreadSteps.Thread::whole);
        return StepFrame.of(subject.part("/threads/" + state, ""), ThreadSteps.of(id, state, services));
    }

    /** Another state's thread is none. */
    private static ThreadSteps.Thread thread(Consultation one, String state) {
        return new ThreadSteps.Thread(one, one.thread(state).orElseThrow(NotFoundException::new));
    }

    @GET
    @Path("{id}/threads/{state}/{step}")
    @Blocking
    public Response ask(@PathParam("id") UUID id, @PathParam("state") String state, @PathParam("step") String step) {
        return thread(id, state).ask(step);
    }

    @POST
    @Path("{id}/threads/{state}/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response take(
            @PathParam("id") UUID id,
            @PathParam("state") String state,
            @PathParam("step") String step,
            MultivaluedMap<String, String> sent) {
        return thread(id, state).take(step, sent);
    }

    // On a note

    private StepFrame<NoteSteps.Written> note(UUID id, UUID note) {
        Subject<NoteSteps.Written> subject = subject(
                id,
                read -> NoteSteps.read(
                        read.one(),
                        services.at("/denials/v1/consultations/{id}/notes/{note}", id, note)
                                .answer(Consultation.Note.class)),
                NoteSteps.Written::whole);
        return StepFrame.of(
                subject.part("/notes", "#notes").overtaken((one, page) -> NoteSteps.overtaken(page, Desk.home(id))),
                NoteSteps.of(id, note, services));
    }

    @GET
    @Path("{id}/notes/{note:[0-9a-fA-F-]{36}}")
    @Blocking
    public Response ask(@PathParam("id") UUID id, @PathParam("note") UUID note) {
        return note(id, note).ask(note.toString());
    }

    @POST
    @Path("{id}/notes/{note:[0-9a-fA-F-]{36}}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response take(@PathParam("id") UUID id, @PathParam("note") UUID note, MultivaluedMap<String, String> sent) {
        return note(id, note).take(note.toString(), sent);
    }
}
