package org.comity.denials.statistics;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.comity.denials.content.NoDuty;
import org.comity.kernel.http.Idempotency;
import org.comity.kernel.http.NothingMore;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/** A state's own figures for the public table: openapi/denials.yaml. */
@Path(FiguresResource.PATH)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class FiguresResource {

    static final String PATH = "/denials/v1/figures";

    private final FiguresService service;
    private final Idempotency idempotency;

    FiguresResource(FiguresService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @GET
    public NoDuty.Listed<FiguresView> list() {
        return new NoDuty.Listed<>(service.list());
    }

    @POST
    public Response propose(ProposeFiguresRequest body, @HeaderParam("Idempotency-Key") @Nullable String key) {
        return idempotency
                .once(key, PATH, body, () -> service.propose(body.year(), PATH + "/" + body.year()))
                .toResponse();
    }

    @GET
    @Path("{year}")
    public Response read(@PathParam("year") String year) {
        return service.read(year(year)).toResponse();
    }

    @POST
    @Path("{year}/approve")
    public Response approve(
            @PathParam("year") String year, @HeaderParam("If-Match") @Nullable String ifMatch, NothingMore body) {
        return service.approve(year(year), ifMatch).toResponse();
    }

    private static int year(String text) {
        if (!text.matches("[0-9]{4}")) {
            throw KernelProblem.NOT_FOUND.because("There are no figures for such a year.");
        }
        return Integer.parseInt(text);
    }
}
