package org.comity.denials.returns;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.comity.denials.content.NoDuty;
import org.comity.denials.denial.ReleaseRequest;
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.http.RecordId;
import org.comity.kernel.http.RequestBody;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/** Returns over HTTP: openapi/denials.yaml. */
@Path(ReturnResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ReturnResource {

    static final String PATH = "/denials/v1/returns";

    private final ReturnService service;
    private final RequestBody bodies;
    private final Idempotency idempotency;
    private final Clock clock;

    ReturnResource(ReturnService service, RequestBody bodies, Idempotency idempotency, Clock clock) {
        this.service = service;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GET
    public NoDuty.Listed<ReturnView> list(
            @QueryParam("year") @Nullable String year, @QueryParam("waiting") @Nullable String waiting) {
        if (waiting != null && !waiting.equals("true") && !waiting.equals("false")) {
            throw KernelProblem.MALFORMED_REQUEST.at("waiting", "This is true or false.");
        }
        if (year != null && !year.matches("[0-9]{4}")) {
            throw KernelProblem.MALFORMED_REQUEST.at("year", "This is no year; one looks like 2026.");
        }
        if ("true".equals(waiting)) {
            if (year != null) {
                throw KernelProblem.MALFORMED_REQUEST.at("year", "Ask for a year, or for what waits.");
            }
            return new NoDuty.Listed<>(service.waiting());
        }
        if (year == null) {
            return new NoDuty.Listed<>(service.ofYear(
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear()));
        }
        return new NoDuty.Listed<>(service.ofYear(Integer.parseInt(year)));
    }

    @POST
    public Response give(@Nullable ReturnRequest body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        ReturnRequest request = bodies.checked(body);
        return idempotency
                .once(key, PATH, request, () -> service.give(request, id -> PATH + "/" + id))
                .toResponse();
    }

    @GET
    @Path("own-denials")
    public DeniedInPeriod denied(@QueryParam("period") @Nullable String period) {
        return service.denied(period == null ? "" : period);
    }

    @GET
    @Path("{id}/versions")
    public NoDuty.Listed<ReturnVersionView> versions(@PathParam("id") String id) {
        return new NoDuty.Listed<>(service.versions(id(id)));
    }

    @POST
    @Path("{id}/correct")
    public Response correct(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ReturnRequest body) {
        return service.correct(id(id), ifMatch, bodies.checked(body)).toResponse();
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") String id) {
        return service.read(id(id)).toResponse();
    }

    @POST
    @Path("{id}/approve")
    public Response approve(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NothingMore body) {
        bodies.checked(body);
        return service.approve(id(id), ifMatch).toResponse();
    }

    @POST
    @Path("{id}/return")
    public Response sendBack(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable SendBackReturnRequest body) {
        String reason = java.util.Objects.requireNonNull(bodies.checked(body).reason());
        return service.sendBack(id(id), ifMatch, reason).toResponse();
    }

    @POST
    @Path("{id}/discard")
    public Response discard(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, @Nullable NothingMore body) {
        bodies.checked(body);
        return service.discard(id(id), ifMatch).toResponse();
    }

    @POST
    @Path("{id}/release")
    public Response release(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable ReleaseRequest body) {
        return service.release(id(id), ifMatch, bodies.checked(body)).toResponse();
    }

    private static UUID id(String text) {
        return RecordId.of(text, "There is no return of this id.");
    }
}
