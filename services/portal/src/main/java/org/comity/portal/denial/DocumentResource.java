package org.comity.portal.denial;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.comity.portal.api.FilesApi;
import org.comity.portal.page.Downloads;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** One denial as a PDF, with what this person may see. */
@Path("/denials/{id}/document")
class DocumentResource {

    private final Frames frames;
    private final FilesApi files;

    DocumentResource(Frames frames, @RestClient FilesApi files) {
        this.frames = frames;
        this.files = files;
    }

    @GET
    @Blocking
    public Response document(@PathParam("id") UUID id) {
        Page page = frames.open(Page.Section.DENIALS, Person::readsDenials);
        return Downloads.of(files.document(id));
    }
}
