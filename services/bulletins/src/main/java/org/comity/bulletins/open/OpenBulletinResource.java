package org.comity.bulletins.open;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.comity.bulletins.file.FileTurns;
import org.comity.kernel.caller.OpenToEveryone;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/** The copies for everybody over HTTP: openapi/bulletins.yaml. */
@Path("/bulletins/v1/open-bulletins")
@Produces(MediaType.APPLICATION_JSON)
class OpenBulletinResource {

    private final OpenBulletins bulletins;
    private final FileTurns turns;

    OpenBulletinResource(OpenBulletins bulletins, FileTurns turns) {
        this.bulletins = bulletins;
        this.turns = turns;
    }

    @GET
    @OpenToEveryone
    public Response list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return bulletins.list(PageRequest.of(limit, cursor)).toResponse(uri);
    }

    @GET
    @Path("{id}")
    @OpenToEveryone
    public OpenBulletin read(@PathParam("id") UUID id) {
        return bulletins.read(id).orElseThrow(OpenBulletinResource::gone);
    }

    @GET
    @Path("{id}/attachments/{attachment}")
    @Produces({"application/pdf", "image/png", "image/jpeg", "text/csv", MediaType.TEXT_PLAIN})
    @OpenToEveryone
    public Response attachment(
            @PathParam("id") UUID id, @PathParam("attachment") UUID attachment, @Context RoutingContext asked) {
        return turns.sendingToEverybody(
                asked, () -> bulletins.attachment(id, attachment).orElseThrow(OpenBulletinResource::gone));
    }

    private static RuntimeException gone() {
        return KernelProblem.NOT_FOUND.because("There is no such copy.");
    }
}
