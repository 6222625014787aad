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
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.http.RecordVersion;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.release.ReleaseRequest;
import org.jspecify.annotations.Nullable;

/** Returns over HTTP: openapi/denials.yaml. */
@Path(ReturnResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class ReturnResource {

    static final String PATH = "/denials/v1/returns";

    private final ReturnService service;
    private final Idempotency idempotency;
    private final Clock clock;

    ReturnResource(ReturnService service, Idempotency idempotency, Clock clock) {
        this.service = service;
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
    public Response give(ReturnRequest body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency.once(key, PATH, body, () -> service.give(body, PATH)).toResponse();
    }

    @GET
    @Path("own-denials")
    public DeniedInPeriod denied(@QueryParam("period") @Nullable String period) {
        return service.denied(period == null ? "" : period);
    }

    @GET
    @Path("{id}/versions")
    public NoDuty.Listed<ReturnVersionView> versions(@PathParam("id") UUID id) {
        return new NoDuty.Listed<>(service.versions(id));
    }

    @POST
    @Path("{id}/correct")
    public Response correct(RecordVersion version, ReturnRequest body) {
        return service.correct(version, body).toResponse();
    }

    @GET
    @Path("{id}")
    public Response read(@PathParam("id") UUID id) {
        return service.read(id).toResponse();
    }

    @POST
    @Path("{id}/approve")
    public Response approve(RecordVersion version, NothingMore body) {
        return service.approve(version).toResponse();
    }

    @POST
    @Path("{id}/return")
    public Response sendBack(RecordVersion version, SendBackReturnRequest body) {
        return service.sendBack(version, body.reason()).toResponse();
    }

    @POST
    @Path("{id}/discard")
    public Response discard(RecordVersion version, NothingMore body) {
        return service.discard(version).toResponse();
    }

    @POST
    @Path("{id}/release")
    public Response release(RecordVersion version, ReleaseRequest body) {
        return service.release(version, body).toResponse();
    }
}
