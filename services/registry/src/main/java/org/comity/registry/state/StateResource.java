package org.comity.registry.state;

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
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.http.Reply;
import org.comity.kernel.paging.PageRequest;
import org.comity.registry.content.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** States over HTTP: openapi/registry.yaml. */
@Path(StateResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class StateResource {

    static final String PATH = "/registry/v1/states";

    private final StateService service;
    private final AccessSteps steps;
    private final StateReader reader;
    private final StateRights rights;
    private final Reply.Writer replies;
    private final Idempotency idempotency;

    StateResource(
            StateService service,
            AccessSteps steps,
            StateReader reader,
            StateRights rights,
            Reply.Writer replies,
            Idempotency idempotency) {
        this.service = service;
        this.steps = steps;
        this.reader = reader;
        this.rights = rights;
        this.replies = replies;
        this.idempotency = idempotency;
    }

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        rights.requireReader();
        return reader.list(StateQuery.of(uri.getQueryParameters()), StateCursor.read(cursor), PageRequest.limit(limit))
                .toResponse(uri);
    }

    @POST
    public Response add(NewStateRequest body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        rights.requireSecretariatAdmin();
        return idempotency
                .once(key, PATH, body, () -> service.add(body, code -> PATH + "/" + code))
                .toResponse();
    }

    @GET
    @Path("{iso2}")
    public Response read(@PathParam("iso2") String iso2) {
        rights.requireReader();
        return replies.ok(reader.view(StateCode.parse(iso2).orElseThrow(StateReader::absent)))
                .toResponse();
    }

    @PUT
    @Path("{iso2}")
    public Response edit(StateVersion version, EditStateRequest body) {
        rights.requireSecretariat();
        return service.edit(version, body).toResponse();
    }

    @PUT
    @Path("{iso2}/points-of-contact")
    public Response editPointsOfContact(StateVersion version, PointsOfContactRequest body) {
        rights.requireSecretariatOrOwnPointOfContact(version.code());
        return service.editPointsOfContact(version, body.pointsOfContact()).toResponse();
    }

    @PUT
    @Path("{iso2}/competent-authorities")
    public Response editCompetentAuthorities(StateVersion version, CompetentAuthoritiesRequest body) {
        rights.requireSecretariatOrOwnPointOfContact(version.code());
        return service.editCompetentAuthorities(version, body.competentAuthorities())
                .toResponse();
    }

    @PUT
    @Path("{iso2}/working-calendar")
    public Response editWorkingCalendar(StateVersion version, WorkingCalendar body) {
        rights.requireSecretariatOrOwnPointOfContact(version.code());
        return service.editWorkingCalendar(version, body).toResponse();
    }

    @POST
    @Path("{iso2}/subscribe")
    public Response subscribe(StateVersion version, SubscribeStateRequest body) {
        rights.requireSecretariatAdmin();
        return service.subscribe(version, body.subscription()).toResponse();
    }

    @POST
    @Path("{iso2}/suspend")
    public Response suspend(StateVersion version, SuspendStateRequest body) {
        rights.requireSecretariatAdmin();
        return steps.suspend(version, body.reason()).toResponse();
    }

    @POST
    @Path("{iso2}/reinstate")
    public Response reinstate(StateVersion version, NothingMore body) {
        rights.requireSecretariatAdmin();
        return steps.reinstate(version).toResponse();
    }

    @POST
    @Path("{iso2}/withdraw")
    public Response withdraw(StateVersion version, WithdrawStateRequest body) {
        rights.requireSecretariatAdmin();
        return steps.withdraw(version, body).toResponse();
    }
}
