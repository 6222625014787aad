package org.comity.denials.document;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.comity.denials.denial.SharedDenials;
import org.comity.denials.denial.TearlineView;
import org.comity.kernel.caller.CurrentCaller;

/** The tear-line copy of a denial as a PDF: openapi/denials.yaml. */
@Path("/denials/v1/denials/{id}/tearline/document")
@Produces("application/pdf")
class TearlineDocumentResource {

    private final SharedDenials denials;
    private final DenialDocument document;
    private final CurrentCaller current;
    private final Clock clock;

    TearlineDocumentResource(SharedDenials denials, DenialDocument document, CurrentCaller current, Clock clock) {
        this.denials = denials;
        this.document = document;
        this.current = current;
        this.clock = clock;
    }

    @GET
    public Response write(@PathParam("id") UUID id) {
        TearlineView copy = denials.tearline(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Response.ok(document.pdf(copy, current.get().ownState(), today), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + copy.ref() + "-tear-line.pdf\"")
                .build();
    }
}
