package org.comity.kernel.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.comity.kernel.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** The access log over HTTP, alike in every service: a subclass says its {@code @Path}, {@code /<service>/v1/access-log}. */
@Produces(MediaType.APPLICATION_JSON)
public abstract class AccessLogResource {

    private final AccessLog log;

    /** A resource of this log. */
    protected AccessLogResource(AccessLog log) {
        this.log = log;
    }

    /** What the people of the caller's state asked this service for. */
    @GET
    public Response people(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        log.reader();
        return log.people(AccessLogQuery.of(uri.getQueryParameters()), PageRequest.of(limit, cursor))
                .toResponse(uri);
    }

    /** The log, for what else a service tells. */
    protected AccessLog log() {
        return log;
    }
}
