package org.comity.denials.denial;

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
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.NoDuty;
import org.comity.denials.difference.Change;
import org.comity.denials.receipt.ReceiptView;
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.http.RecordId;
import org.comity.kernel.http.Reply;
import org.comity.kernel.http.RequestBody;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/** Denials over HTTP: openapi/denials.yaml. */
@Path(DenialResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DenialResource {

    static final String PATH = "/denials/v1/denials";

    private final DenialService service;
    private final ProposalService proposals;
    private final DiscardService discards;
    private final DenialReader reader;
    private final DenialWarnings warnings;
    private final Reply.Writer replies;
    private final RequestBody bodies;
    private final Idempotency idempotency;

    DenialResource(
            DenialService service,
            ProposalService proposals,
            DiscardService discards,
            DenialReader reader,
            DenialWarnings warnings,
            Reply.Writer replies,
            RequestBody bodies,
            Idempotency idempotency) {
        this.service = service;
        this.proposals = proposals;
        this.discards = discards;
        this.reader = reader;
        this.warnings = warnings;
        this.replies = replies;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("status") List<String> statuses,
            @QueryParam("item") @Nullable String item,
            @QueryParam("destination") @Nullable String destination,
            @QueryParam("originator") @Nullable String originator,
            @QueryParam("waiting") @Nullable String waiting,
            @QueryParam("assessmentDue") @Nullable String assessmentDue,
            @Context UriInfo uri) {
        return reader.list(
                        DenialQuery.of(statuses, item, destination, originator, waiting, assessmentDue),
                        PageRequest.of(limit, cursor))
                .toResponse(uri, NoDuty.Listed::new);
    }

    @POST
    public Response draft(@Nullable DraftDenial body, @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        DraftDenial content = bodies.checked(body);
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
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable DraftDenial body) {
        return service.edit(id(id), ifMatch, bodies.checked(body)).toResponse();
    }

    @GET
    @Path("{id}/versions")
    public NoDuty.Listed<DenialVersionView> versions(@PathParam("id") String id) {
        return new NoDuty.Listed<>(reader.versions(id(id)));
    }

    @GET
    @Path("{id}/receipts")
    public Page.Items<ReceiptView> receipts(@PathParam("id") String id) {
        return new Page.Items<>(reader.receipts(id(id)));
    }

    @GET
    @Path("{id}/versions/{version}/changes")
    public NoDuty.Listed<Change> changes(
            @PathParam("id") String id,
            @PathParam("version") String version,
            @QueryParam("since") @Nullable String since) {
        int wanted = number(version).orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no such version."));
        int from = since == null
                ? wanted - 1
                : number(since).orElseThrow(() -> KernelProblem.MALFORMED_REQUEST.at("since", "This is no version."));
        return new NoDuty.Listed<>(reader.changes(id(id), wanted, from));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    @GET
    @Path("{id}/warnings")
    public NoDuty.Listed<WarningView> warnings(
            @PathParam("id") String id,
            @QueryParam("inForce") @Nullable String inForce,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("state") List<String> states,
            @QueryParam("excluded") List<String> excluded,
            @QueryParam("regime") @Nullable String regime) {
        if (inForce != null && !inForce.equals("true") && !inForce.equals("false")) {
            throw KernelProblem.MALFORMED_REQUEST.at("inForce", "This is true or false.");
        }
        return new NoDuty.Listed<>(
                warnings.of(id(id), "true".equals(inForce), TriedRelease.of(mode, states, excluded, regime)));
    }

    @GET
    @Path("{id}/tearline")
    public TearlineView tearline(@PathParam("id") String id) {
        return TearlineView.of(reader.view(id(id)));
    }

    @POST
    @Path("{id}/submit")
    public Response submit(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NothingMore body) {
        bodies.checked(body);
        return service.submit(id(id), ifMatch).toResponse();
    }

    @POST
    @Path("{id}/return")
    public Response sendBack(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ReturnDenialRequest body) {
        String reason = java.util.Objects.requireNonNull(bodies.checked(body).reason());
        return service.sendBack(id(id), ifMatch, reason).toResponse();
    }

    @POST
    @Path("{id}/approve")
    public Response approve(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ReleaseRequest body) {
        return service.approve(id(id), ifMatch, bodies.checked(body)).toResponse();
    }

    @POST
    @Path("{id}/release")
    public Response release(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ReleaseRequest body) {
        return service.release(id(id), ifMatch, bodies.checked(body)).toResponse();
    }

    @POST
    @Path("{id}/amend")
    public Response amend(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NothingMore body) {
        bodies.checked(body);
        return service.amend(id(id), ifMatch).toResponse();
    }

    @POST
    @Path("{id}/renew")
    public Response renew(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable RenewDenialRequest body) {
        return proposals.renew(id(id), ifMatch, bodies.checked(body)).toResponse();
    }

    @POST
    @Path("{id}/revoke")
    public Response revoke(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable RevokeDenialRequest body) {
        return proposals.revoke(id(id), ifMatch, bodies.checked(body)).toResponse();
    }

    @POST
    @Path("{id}/discard")
    public Response discard(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NothingMore body) {
        bodies.checked(body);
        return discards.discard(id(id), ifMatch).map(Reply::toResponse).orElseGet(() -> Response.noContent()
                .build());
    }

    private static UUID id(String text) {
        return RecordId.of(text, "There is no denial of this id.");
    }
}
