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
import org.comity.denials.denial.kept.DenialVersionView;
import org.comity.denials.difference.Change;
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.http.Reply;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.receipt.ReceiptView;
import org.comity.sharing.release.ReleaseRequest;
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
    private final Idempotency idempotency;

    DenialResource(
            DenialService service,
            ProposalService proposals,
            DiscardService discards,
            DenialReader reader,
            DenialWarnings warnings,
            Reply.Writer replies,
            Idempotency idempotency) {
        this.service = service;
        this.proposals = proposals;
        this.discards = discards;
        this.reader = reader;
        this.warnings = warnings;
        this.replies = replies;
        this.idempotency = idempotency;
    }

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return reader.list(DenialQuery.of(uri.getQueryParameters()), PageRequest.of(limit, cursor))
                .toResponse(uri, NoDuty.Listed::new);
    }

    @POST
    public Response draft(DraftDenial body, @HeaderParam("Idempotency-Key") @Nullable String key) {
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
    public Response edit(RecordVersion version, DraftDenial body) {
        return service.edit(version, body).toResponse();
    }

    @GET
    @Path("{id}/versions")
    public NoDuty.Listed<DenialVersionView> versions(@PathParam("id") UUID id) {
        return new NoDuty.Listed<>(reader.versions(id));
    }

    @GET
    @Path("{id}/receipts")
    public Page.Items<ReceiptView> receipts(@PathParam("id") UUID id) {
        return new Page.Items<>(reader.receipts(id));
    }

    @GET
    @Path("{id}/versions/{version}/changes")
    public NoDuty.Listed<Change> changes(
            @PathParam("id") UUID id,
            @PathParam("version") String version,
            @QueryParam("since") @Nullable String since) {
        int wanted = number(version).orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no such version."));
        int from = since == null
                ? wanted - 1
                : number(since).orElseThrow(() -> KernelProblem.MALFORMED_REQUEST.at("since", "This is no version."));
        return new NoDuty.Listed<>(reader.changes(id, wanted, from));
    }

    private static Optional<Integer> number(String text) {
        return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    @GET
    @Path("{id}/warnings")
    public NoDuty.Listed<WarningView> warnings(
            @PathParam("id") UUID id,
            @QueryParam("inForce") @Nullable String inForce,
            @QueryParam("mode") @Nullable String mode,
            @QueryParam("state") List<String> states,
            @QueryParam("excluded") List<String> excluded,
            @QueryParam("regime") @Nullable String regime) {
        if (inForce != null && !inForce.equals("true") && !inForce.equals("false")) {
            throw KernelProblem.MALFORMED_REQUEST.at("inForce", "This is true or false.");
        }
        return new NoDuty.Listed<>(
                warnings.of(id, "true".equals(inForce), TriedRelease.of(mode, states, excluded, regime)));
    }

    @GET
    @Path("{id}/tearline")
    public TearlineView tearline(@PathParam("id") UUID id) {
        return TearlineView.of(reader.view(id));
    }

    @POST
    @Path("{id}/submit")
    public Response submit(RecordVersion version, NothingMore body) {
        return service.submit(version).toResponse();
    }

    @POST
    @Path("{id}/return")
    public Response sendBack(RecordVersion version, ReturnDenialRequest body) {
        return service.sendBack(version, body.reason()).toResponse();
    }

    @POST
    @Path("{id}/approve")
    public Response approve(RecordVersion version, ReleaseRequest body) {
        return service.approve(version, body).toResponse();
    }

    @POST
    @Path("{id}/release")
    public Response release(RecordVersion version, ReleaseRequest body) {
        return service.release(version, body).toResponse();
    }

    @POST
    @Path("{id}/amend")
    public Response amend(RecordVersion version, NothingMore body) {
        return service.amend(version).toResponse();
    }

    @POST
    @Path("{id}/renew")
    public Response renew(RecordVersion version, RenewDenialRequest body) {
        return proposals.renew(version, body).toResponse();
    }

    @POST
    @Path("{id}/revoke")
    public Response revoke(RecordVersion version, RevokeDenialRequest body) {
        return proposals.revoke(version, body).toResponse();
    }

    @POST
    @Path("{id}/discard")
    public Response discard(RecordVersion version, NothingMore body) {
        return discards.discard(version).map(Reply::toResponse).orElseGet(() -> Response.noContent()
                .build());
    }
}
