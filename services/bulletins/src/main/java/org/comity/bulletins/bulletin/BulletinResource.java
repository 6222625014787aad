package org.comity.bulletins.bulletin;

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
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.response.CommentRequest;
import org.comity.bulletins.response.SightingRequest;
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.sharing.receipt.ReceiptView;
import org.comity.sharing.release.ReleaseRequest;
import org.jspecify.annotations.Nullable;

/** Bulletins over HTTP: openapi/bulletins.yaml. */
@Path(BulletinResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class BulletinResource {

    static final String PATH = "/bulletins/v1/bulletins";

    private final Bulletins bulletins;
    private final BulletinService service;
    private final BulletinAnswers answers;
    private final Idempotency idempotency;

    BulletinResource(Bulletins bulletins, BulletinService service, BulletinAnswers answers, Idempotency idempotency) {
        this.bulletins = bulletins;
        this.service = service;
        this.answers = answers;
        this.idempotency = idempotency;
    }

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return bulletins
                .list(BulletinQuery.of(uri.getQueryParameters()), PageRequest.of(limit, cursor))
                .toResponse(uri);
    }

    @POST
    public Response draft(DraftBulletin body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, PATH, body, () -> service.draft(body, PATH))
                .toResponse();
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") UUID id) {
        return bulletins.read(id).toResponse();
    }

    @GET
    @Path("{id}/receipts")
    public Page.Items<ReceiptView> receipts(@PathParam("id") UUID id) {
        return new Page.Items<>(bulletins.receipts(id));
    }

    @PUT
    @Path("{id}")
    public Response edit(RecordVersion version, DraftBulletin body) {
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
    public Response sendBack(RecordVersion version, BulletinRequests.Reason body) {
        return service.sendBack(version, body.reason()).toResponse();
    }

    @POST
    @Path("{id}/amend")
    public Response amend(RecordVersion version, NothingMore body) {
        return service.amend(version).toResponse();
    }

    @POST
    @Path("{id}/release")
    public Response release(RecordVersion version, ReleaseRequest body) {
        return service.release(version, body).toResponse();
    }

    @POST
    @Path("{id}/withdraw")
    public Response withdraw(RecordVersion version, BulletinRequests.Reason body) {
        return service.withdraw(version, body.reason()).toResponse();
    }

    @POST
    @Path("{id}/recall")
    public Response recall(RecordVersion version, BulletinRequests.Reason body) {
        return service.recall(version, body.reason()).toResponse();
    }

    @POST
    @Path("{id}/discard")
    public Response discard(RecordVersion version, NothingMore body) {
        return service.discard(version).map(Reply::toResponse).orElseGet(() -> Response.noContent()
                .build());
    }

    @POST
    @Path("{id}/cosign")
    public Response cosign(@PathParam("id") UUID id, NothingMore body) {
        return answers.cosign(id).toResponse();
    }

    @POST
    @Path("{id}/publish")
    public Response publish(RecordVersion version, NothingMore body) {
        return service.publish(version).toResponse();
    }

    @POST
    @Path("{id}/comment")
    public Response comment(@PathParam("id") UUID id, CommentRequest body) {
        return answers.comment(id, body).toResponse();
    }

    @POST
    @Path("{id}/sighting")
    public Response sighting(
            @PathParam("id") UUID id, SightingRequest body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, PATH + "/" + id + "/sighting", body, () -> answers.sighted(id, body))
                .toResponse();
    }

    @POST
    @Path("{id}/acknowledge")
    public Response acknowledge(@PathParam("id") UUID id, NothingMore body) {
        return answers.acknowledge(id).toResponse();
    }
}
