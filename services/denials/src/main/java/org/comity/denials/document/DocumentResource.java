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
import org.comity.denials.denial.DenialView;
import org.comity.denials.denial.SharedDenials;
import org.comity.kernel.caller.CurrentCaller;

/** One denial as a PDF: openapi/denials.yaml. */
@Path("/denials/v1/denials/{id}/document")
@Produces("application/pdf")
class DocumentResource {

    private final SharedDenials denials;
    private final DenialDocument document;
    private final CurrentCaller current;
    private final Clock clock;

    DocumentResource(SharedDenials denials, DenialDocument document, CurrentCaller current, Clock clock) {
        this.denials = denials;
        this.document = document;
        this.current = current;
        this.clock = clock;
    }

    @GET
    public Response write(@PathParam("id") UUID id) {
        DenialView denial = denials.view(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Response.ok(document.pdf(denial, current.get().ownState(), today), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"" + denial.ref() + ".pdf\"")
                .build();
    }
}
