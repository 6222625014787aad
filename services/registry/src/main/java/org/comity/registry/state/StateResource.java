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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.Reply;
import org.comity.kernel.http.RequestBody;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.registry.content.ContentRules;
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
    private final RequestBody bodies;
    private final Idempotency idempotency;
    private final Clock clock;

    StateResource(
            StateService service,
            AccessSteps steps,
            StateReader reader,
            StateRights rights,
            Reply.Writer replies,
            RequestBody bodies,
            Idempotency idempotency,
            Clock clock) {
        this.service = service;
        this.steps = steps;
        this.reader = reader;
        this.rights = rights;
        this.replies = replies;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GET
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("status") @Nullable String status,
            @QueryParam("regime") @Nullable String regime,
            @Context UriInfo uri) {
        rights.requireReader();
        return reader.list(StateQuery.of(status, regime), StateCursor.read(cursor), PageRequest.limit(limit))
                .toResponse(uri);
    }

    @POST
    public Response add(@Nullable NewStateRequest body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        rights.requireSecretariatAdmin();
        NewStateRequest request = checked(body, NewStateRequest::wrong);
        return idempotency
                .once(key, PATH, request, () -> service.add(request, code -> PATH + "/" + code))
                .toResponse();
    }

    @GET
    @Path("{iso2}")
    public Response read(@PathParam("iso2") String iso2) {
        rights.requireReader();
        return replies.ok(reader.view(code(iso2))).toResponse();
    }

    @PUT
    @Path("{iso2}")
    public Response edit(
            @PathParam("iso2") String iso2,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable EditStateRequest body) {
        rights.requireSecretariat();
        EditStateRequest request = checked(body, EditStateRequest::wrong);
        return service.edit(code(iso2), ifMatch, request).toResponse();
    }

    @PUT
    @Path("{iso2}/points-of-contact")
    public Response editPointsOfContact(
            @PathParam("iso2") String iso2,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable PointsOfContactRequest body) {
        StateCode code = code(iso2);
        rights.requireSecretariatOrOwnPointOfContact(code);
        PointsOfContactRequest request = bodies.checked(body);
        return service.editPointsOfContact(code, ifMatch, request.pointsOfContact())
                .toResponse();
    }

    @PUT
    @Path("{iso2}/competent-authorities")
    public Response editCompetentAuthorities(
            @PathParam("iso2") String iso2,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable CompetentAuthoritiesRequest body) {
        StateCode code = code(iso2);
        rights.requireSecretariatOrOwnPointOfContact(code);
        CompetentAuthoritiesRequest request = checked(body, CompetentAuthoritiesRequest::wrong);
        return service.editCompetentAuthorities(code, ifMatch, request.competentAuthorities())
                .toResponse();
    }

    @PUT
    @Path("{iso2}/working-calendar")
    public Response editWorkingCalendar(
            @PathParam("iso2") String iso2,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable WorkingCalendar body) {
        StateCode code = code(iso2);
        rights.requireSecretariatOrOwnPointOfContact(code);
        WorkingCalendar calendar = checked(body, ContentRules::calendar);
        return service.editWorkingCalendar(code, ifMatch, calendar).toResponse();
    }

    @POST
    @Path("{iso2}/subscribe")
    public Response subscribe(
            @PathParam("iso2") String iso2,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable SubscribeStateRequest body) {
        rights.requireSecretariatAdmin();
        SubscribeStateRequest request = checked(body, it -> it.wrong(today()));
        return service.subscribe(code(iso2), ifMatch, request.subscription()).toResponse();
    }

    @POST
    @Path("{iso2}/suspend")
    public Response suspend(
            @PathParam("iso2") String iso2,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable SuspendStateRequest body) {
        rights.requireSecretariatAdmin();
        SuspendStateRequest request = bodies.checked(body);
        return steps.suspend(code(iso2), ifMatch, request.reason()).toResponse();
    }

    @POST
    @Path("{iso2}/reinstate")
    public Response reinstate(
            @PathParam("iso2") String iso2,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable NothingMore body) {
        rights.requireSecretariatAdmin();
        bodies.checked(body);
        return steps.reinstate(code(iso2), ifMatch).toResponse();
    }

    @POST
    @Path("{iso2}/withdraw")
    public Response withdraw(
            @PathParam("iso2") String iso2,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable WithdrawStateRequest body) {
        rights.requireSecretariatAdmin();
        WithdrawStateRequest request = checked(body, it -> it.wrong(today()));
        return steps.withdraw(code(iso2), ifMatch, request).toResponse();
    }

    /** The body, if nothing is wrong with it; everything that is wrong at once. */
    private <T> T checked(@Nullable T body, Function<T, List<FieldError>> rules) {
        T present = bodies.present(body);
        List<FieldError> errors = new ArrayList<>(bodies.faults(present));
        errors.addAll(rules.apply(present));
        if (!errors.isEmpty()) {
            throw KernelProblem.INVALID_VALUES.in(errors);
        }
        return present;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** A text of another shape is the code of no state. */
    private static StateCode code(String text) {
        return StateCode.parse(text).orElseThrow(StateReader::absent);
    }
}
