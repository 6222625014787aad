package org.comity.denials.consultation;

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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.denials.consultation.content.DraftConsultation;
import org.comity.denials.content.NoDuty;
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.http.RecordId;
import org.comity.kernel.http.Reply;
import org.comity.kernel.http.RequestBody;
import org.comity.kernel.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** Consultations over HTTP: openapi/denials.yaml. */
@Path(ConsultationResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ConsultationResource {

    static final String PATH = "/denials/v1/consultations";

    private final ConsultationService service;
    private final ConsultationReader reader;
    private final Reply.Writer replies;
    private final RequestBody bodies;
    private final Idempotency idempotency;

    ConsultationResource(
            ConsultationService service,
            ConsultationReader reader,
            Reply.Writer replies,
            RequestBody bodies,
            Idempotency idempotency) {
        this.service = service;
        this.reader = reader;
        this.replies = replies;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("status") List<String> statuses,
            @QueryParam("role") @Nullable String role,
            @QueryParam("state") @Nullable String state,
            @QueryParam("denial") @Nullable String denial,
            @QueryParam("item") @Nullable String item,
            @QueryParam("destination") @Nullable String destination,
            @QueryParam("order") @Nullable String order,
            @Context UriInfo uri) {
        ConsultationQuery wanted = ConsultationQuery.of(statuses, role, state, denial, item, destination, order);
        return reader.list(wanted, PageRequest.of(limit, cursor)).toResponse(uri, NoDuty.Listed::ofConsultations);
    }

    @POST
    public Response draft(
            @Nullable DraftConsultation body, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        DraftConsultation content = bodies.checked(body);
        return idempotency
                .once(idempotencyKey, PATH, content, () -> service.draft(content, id -> PATH + "/" + id))
                .toResponse();
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return replies.ok(reader.view(id(id))).toResponse();
    }

    @PUT
    @Path("{id}")
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable DraftConsultation body) {
        return service.edit(id(id), ifMatch, bodies.checked(body)).toResponse();
    }

    @POST
    @Path("{id}/submit")
    public Response submit(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NothingMore body) {
        bodies.checked(body);
        return service.submit(id(id), ifMatch).toResponse();
    }

    @POST
    @Path("{id}/discard")
    public Response discard(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NothingMore body) {
        bodies.checked(body);
        service.discard(id(id), ifMatch);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/return")
    public Response sendBack(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ConsultationRequests.@Nullable Return body) {
        String reason = Objects.requireNonNull(bodies.checked(body).reason());
        return service.sendBack(id(id), ifMatch, reason).toResponse();
    }

    @POST
    @Path("{id}/approve")
    public Response approve(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NothingMore body) {
        bodies.checked(body);
        return service.approve(id(id), ifMatch).toResponse();
    }

    @POST
    @Path("{id}/decide")
    public Response decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ConsultationRequests.@Nullable Decide body) {
        ConsultationRequests.Decide request = bodies.checked(body);
        return service.decide(
                        id(id),
                        ifMatch,
                        Objects.requireNonNull(request.outcome()).outcome(),
                        request.explanation())
                .toResponse();
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NothingMore body) {
        bodies.checked(body);
        return service.decide(id(id), ifMatch, Outcome.WITHDRAWN, null).toResponse();
    }

    @POST
    @Path("{id}/undercut-notice")
    public Response undercutNotice(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ConsultationRequests.@Nullable Notice body) {
        return notice(NoticeType.UNDERCUT, id, ifMatch, body);
    }

    @POST
    @Path("{id}/essential-interest-notice")
    public Response essentialInterestNotice(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ConsultationRequests.@Nullable Notice body) {
        return notice(NoticeType.ESSENTIAL_INTEREST, id, ifMatch, body);
    }

    private Response notice(
            NoticeType type, String id, @Nullable String ifMatch, ConsultationRequests.@Nullable Notice body) {
        String reasons = Objects.requireNonNull(bodies.checked(body).reasons());
        return service.notice(id(id), type, ifMatch, reasons).toResponse();
    }

    @POST
    @Path("{id}/close")
    public Response close(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NothingMore body) {
        bodies.checked(body);
        return service.close(id(id), ifMatch).toResponse();
    }

    @GET
    @Path("{id}/notes")
    public NoDuty.Listed<NoteView> notes(@PathParam("id") String id) {
        return NoDuty.Listed.ofConsultations(reader.notes(id(id)));
    }

    @POST
    @Path("{id}/notes")
    public Response note(
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
            ConsultationRequests.@Nullable Text body) {
        ConsultationRequests.Text request = bodies.checked(body);
        UUID consultation = id(id);
        String path = PATH + "/" + consultation + "/notes";
        return idempotency
                .once(
                        idempotencyKey,
                        path,
                        request,
                        () -> service.note(
                                consultation, Objects.requireNonNull(request.text()), note -> path + "/" + note))
                .toResponse();
    }

    @GET
    @Path("{id}/notes/{note}")
    public Response oneNote(@PathParam("id") String id, @PathParam("note") String note) {
        return replies.ok(reader.note(id(id), id(note))).toResponse();
    }

    @PUT
    @Path("{id}/notes/{note}")
    public Response editNote(
            @PathParam("id") String id,
            @PathParam("note") String note,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            ConsultationRequests.@Nullable Text body) {
        String text = Objects.requireNonNull(bodies.checked(body).text());
        return service.editNote(id(id), id(note), ifMatch, text).toResponse();
    }

    static UUID id(String text) {
        return RecordId.of(text, ConsultationReader.ABSENT);
    }
}
