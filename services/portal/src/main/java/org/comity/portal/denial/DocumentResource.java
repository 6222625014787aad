package org.comity.portal.denial;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.comity.portal.api.Services;
import org.comity.portal.page.Downloads;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;

/** One denial as a PDF, with what this person may see. */
@Path("/denials/{id}/document")
class DocumentResource {

    private final Frames frames;
    private final Services services;

    DocumentResource(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    @GET
    @Blocking
    public Response document(@PathParam("id") UUID id) {
        Page page = frames.open(Page.Section.DENIALS, Person::readsDenials);
        return Downloads.of(
                services.fileAt("/denials/v1/denials/{id}/document", id).file());
    }
}
