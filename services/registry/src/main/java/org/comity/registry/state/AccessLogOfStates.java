package org.comity.registry.state;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.comity.kernel.audit.AccessLog;
import org.comity.kernel.audit.AccessLogResource;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * The access log of the registry: what one's own people did, and what the secretariat changed in one's own record.
 *
 * <p>Rules: R-184.
 */
@Path("/registry/v1/access-log")
@Produces(MediaType.APPLICATION_JSON)
class AccessLogOfStates extends AccessLogResource {

    AccessLogOfStates(AccessLog log) {
        super(log);
    }

    /** What the secretariat changed in the record of the caller's state. */
    @GET
    @Path("records")
    public Response records(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        StateCode own = log().reader().ownState();
        return log().changesByOthers(own.value(), PageRequest.of(limit, cursor)).toResponse(uri);
    }
}
