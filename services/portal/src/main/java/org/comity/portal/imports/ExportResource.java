package org.comity.portal.imports;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.comity.portal.api.FilesApi;
import org.comity.portal.api.Refusal;
import org.comity.portal.denial.DenialFilter;
import org.comity.portal.denial.Desk;
import org.comity.portal.page.Downloads;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The list of denials, narrowed as the person sees it, as a file. */
@Path("/denials/export")
class ExportResource {

    private static final Set<String> FORMATS = Set.of("csv", "xlsx", "json");

    private final Frames frames;
    private final FilesApi files;

    ExportResource(Frames frames, @RestClient FilesApi files) {
        this.frames = frames;
        this.files = files;
    }

    @GET
    @Blocking
    public Response export(
            @QueryParam("format") @DefaultValue("csv") String format,
            @QueryParam("status") @DefaultValue("") String status,
            @QueryParam("item") @DefaultValue("") String item,
            @QueryParam("destination") @DefaultValue("") String destination,
            @QueryParam("originator") @DefaultValue("") String originator) {
        Page page = frames.open(Page.Section.DENIALS);
        if (!FORMATS.contains(format)
                || page.person().filter(Person::readsDenials).isEmpty()) {
            throw new NotFoundException();
        }
        DenialFilter filter = DenialFilter.of(status, item, destination, originator);
        try {
            return Downloads.of(files.export(
                    format,
                    filter.statuses(),
                    orNull(filter.item()),
                    orNull(filter.destination()),
                    orNull(filter.originator()),
                    filter.waiting()));
        } catch (Refusal refusal) {
            if (!refusal.problem().slug().equals("too-many-records")) {
                throw refusal;
            }
            String query = filter.query("", List.of());
            return Desk.seeOther("/denials?" + (query.isEmpty() ? "" : query + "&") + "told=too-many");
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
