package org.comity.portal.imports;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Services;
import org.comity.portal.denial.DenialFilter;
import org.comity.portal.denial.Words;
import org.comity.portal.list.Narrowing;
import org.comity.portal.page.Downloads;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.StepFrame;

/** The list of denials, narrowed as the person sees it, as a file. */
@Path("/denials/export")
class ExportResource {

    private static final Set<String> FORMATS = Set.of("csv", "xlsx", "json");

    private final Frames frames;
    private final Services services;
    private final Reference reference;

    ExportResource(Frames frames, Services services, Reference reference) {
        this.frames = frames;
        this.services = services;
        this.reference = reference;
    }

    @GET
    public Response export(@Context UriInfo address, @QueryParam("format") @DefaultValue("csv") String format) {
        Page page = frames.open("/denials", Person::readsDenials);
        if (!FORMATS.contains(format)) {
            throw new NotFoundException();
        }
        Narrowing list =
                Narrowing.of("/denials", DenialFilter.all(new Words(page), reference), address.getQueryParameters());
        try {
            return Downloads.of(services.fileAt("/denials/v1/exports")
                    .with("format", format)
                    .with("status", DenialFilter.statuses(list))
                    .with("item", list.value("item"))
                    .with("destination", list.value("destination"))
                    .with("originator", list.value("originator"))
                    .with("waiting", DenialFilter.waiting(list))
                    .file());
        } catch (Refusal refusal) {
            if (!refusal.problem().slug().equals("too-many-records")) {
                throw refusal;
            }
            return StepFrame.seeOther(list.telling("too-many"));
        }
    }
}
