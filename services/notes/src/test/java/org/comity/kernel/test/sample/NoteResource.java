package org.comity.kernel.test.sample;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.audit.AuditTrail;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Event;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.time.Identifiers;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The smallest service that stands on the kernel. */
@Path("/notes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class NoteResource {

    /** A note. */
    public record Note(UUID id, String state, String text) {}

    /** What a caller writes. */
    public record NewNote(String text) {}

    private final EntityManager database;
    private final Idempotency idempotency;
    private final Reply.Writer replies;
    private final CurrentCaller caller;
    private final Identifiers identifiers;
    private final Outbox outbox;
    private final AuditTrail trail;

    NoteResource(
            EntityManager database,
            Idempotency idempotency,
            Reply.Writer replies,
            CurrentCaller caller,
            Identifiers identifiers,
            Outbox outbox,
            AuditTrail trail) {
        this.database = database;
        this.idempotency = idempotency;
        this.replies = replies;
        this.caller = caller;
        this.identifiers = identifiers;
        this.outbox = outbox;
        this.trail = trail;
    }

    @GET
    @Transactional
    public Page.Items<Note> list(@QueryParam("limit") String limit, @QueryParam("cursor") String cursor) {
        PageRequest.of(limit, cursor);
        List<Note> notes =
                database.createQuery("from NoteEntity order by id", NoteEntity.class).getResultList().stream()
                        .map(NoteEntity::view)
                        .toList();
        trail.touchedAll(notes.stream().map(Note::id).toList());
        return new Page.Items<>(notes);
    }

    @POST
    public Response add(NewNote note, @HeaderParam("Idempotency-Key") String key) {
        return idempotency.once(key, "/notes", note, () -> added(note)).toResponse();
    }

    private Reply added(NewNote note) {
        NoteEntity entity =
                new NoteEntity(identifiers.next(), caller.get().ownState().value(), note.text());
        database.persist(entity);
        outbox.append(Event.of(
                "denials.denial.v1",
                "org.comity.sample.note.added.v1",
                entity.view().id().toString(),
                1));
        return replies.created("/notes/" + entity.view().id(), entity.view());
    }

    /** What a caller writes about a day. */
    public record Dated(LocalDate day, List<String> texts) {}

    @PUT
    public Dated put(Dated dated) {
        return dated;
    }

    @POST
    @Path("form")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public void form(@RestForm("file") FileUpload file, @RestForm("settings") String settings) {
        // the form was read
    }

    /** A statement that takes longer than a request may wait. */
    @GET
    @Path("slow")
    @Transactional
    public void slow() {
        database.createNativeQuery("select cast(pg_sleep(30) as text)").getResultList();
    }

    @GET
    @Path("failure")
    public String fail() {
        throw new IllegalStateException("a secret of ours");
    }
}
