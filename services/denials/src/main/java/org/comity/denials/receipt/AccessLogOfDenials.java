package org.comity.denials.receipt;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.audit.AccessLog;
import org.comity.kernel.audit.AccessLogResource;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.jspecify.annotations.Nullable;

/** The access log of denials: what one's own people did, and which states opened one's own denials. */
@Path("/denials/v1/access-log")
@Produces(MediaType.APPLICATION_JSON)
class AccessLogOfDenials extends AccessLogResource {

    private final Receipts receipts;

    AccessLogOfDenials(AccessLog log, Receipts receipts) {
        super(log);
        this.receipts = receipts;
    }

    /** Which denials of the caller's state were opened by other states, and on which day. */
    @GET
    @Path("records")
    @Transactional
    public Response records(
            @QueryParam("record") @Nullable String record,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        StateCode own = log().reader().ownState();
        return receipts.ofState(own, denial(record), PageRequest.of(limit, cursor))
                .toResponse(uri);
    }

    private static Optional<UUID> denial(@Nullable String record) {
        if (record == null || record.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(record.strip()));
        } catch (IllegalArgumentException e) {
            throw KernelProblem.MALFORMED_REQUEST.at("record", "This is not the id of a denial.");
        }
    }
}
