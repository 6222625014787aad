package org.comity.bulletins.open;

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
import org.comity.kernel.caller.OpenToEveryone;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/** The copies for everybody over HTTP: openapi/bulletins.yaml. */
@Path("/bulletins/v1/open-bulletins")
@Produces(MediaType.APPLICATION_JSON)
class OpenBulletinResource {

    private final OpenBulletins bulletins;

    OpenBulletinResource(OpenBulletins bulletins) {
        this.bulletins = bulletins;
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
        return bulletins.read(id).orElseThrow(() -> KernelProblem.NOT_FOUND.because("There is no such copy."));
    }
}
