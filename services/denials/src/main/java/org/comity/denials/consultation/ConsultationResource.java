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
import java.util.UUID;
import org.comity.denials.consultation.content.DraftConsultation;
import org.comity.denials.content.NoDuty;
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
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
    private final Idempotency idempotency;

    ConsultationResource(
            ConsultationService service, ConsultationReader reader, Reply.Writer replies, Idempotency idempotency) {
        this.service = service;
        this.reader = reader;
        this.replies = replies;
        this.idempotency = idempotency;
    }

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return reader.list(ConsultationQuery.of(uri.getQueryParameters()), PageRequest.of(limit, cursor))
                .toResponse(uri, NoDuty.Listed::ofConsultations);
    }

    @POST
    public Response draft(DraftConsultation body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, PATH, body, () -> service.draft(body, id -> PATH + "/" + id))
                .toResponse();
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") UUID id) {
        return replies.ok(reader.view(id)).toResponse();
    }

    @PUT
    @Path("{id}")
    public Response edit(RecordVersion version, DraftConsultation body) {
        return service.edit(version, body).toResponse();
    }

    @POST
    @Path("{id}/submit")
    public Response submit(RecordVersion version, NothingMore body) {
        return service.submit(version).toResponse();
    }

    @POST
    @Path("{id}/discard")
    public Response discard(RecordVersion version, NothingMore body) {
        service.discard(version);
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/return")
    public Response sendBack(RecordVersion version, ConsultationRequests.Return body) {
        return service.sendBack(version, body.reason()).toResponse();
    }

    @POST
    @Path("{id}/approve")
    public Response approve(RecordVersion version, NothingMore body) {
        return service.approve(version).toResponse();
    }

    @POST
    @Path("{id}/decide")
    public Response decide(RecordVersion version, ConsultationRequests.Decide body) {
        return service.decide(version, body.outcome().outcome(), body.explanation())
                .toResponse();
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(RecordVersion version, NothingMore body) {
        return service.decide(version, Outcome.WITHDRAWN, null).toResponse();
    }

    @POST
    @Path("{id}/undercut-notice")
    public Response undercutNotice(RecordVersion version, ConsultationRequests.Notice body) {
        return service.notice(version, NoticeType.UNDERCUT, body.reasons()).toResponse();
    }

    @POST
    @Path("{id}/essential-interest-notice")
    public Response essentialInterestNotice(RecordVersion version, ConsultationRequests.Notice body) {
        return service.notice(version, NoticeType.ESSENTIAL_INTEREST, body.reasons())
                .toResponse();
    }

    @POST
    @Path("{id}/close")
    public Response close(RecordVersion version, NothingMore body) {
        return service.close(version).toResponse();
    }

    @GET
    @Path("{id}/notes")
    public NoDuty.Listed<NoteView> notes(@PathParam("id") UUID id) {
        return NoDuty.Listed.ofConsultations(reader.notes(id));
    }

    @POST
    @Path("{id}/notes")
    public Response note(
            @PathParam("id") UUID id,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            ConsultationRequests.Text body) {
        String path = PATH + "/" + id + "/notes";
        return idempotency
                .once(key, path, body, () -> service.note(id, body.text(), note -> path + "/" + note))
                .toResponse();
    }

    @GET
    @Path("{id}/notes/{note}")
    public Response oneNote(@PathParam("id") UUID id, @PathParam("note") UUID note) {
        return replies.ok(reader.note(id, note)).toResponse();
    }

    @PUT
    @Path("{id}/notes/{note}")
    public Response editNote(RecordVersion version, @PathParam("note") UUID note, ConsultationRequests.Text body) {
        return service.editNote(version, note, body.text()).toResponse();
    }
}
