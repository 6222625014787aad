package org.comity.portal.tearline;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.comity.portal.api.Services;
import org.comity.portal.api.Tearline;
import org.comity.portal.page.Downloads;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;

/** The tear-line copy of one denial, as a page and as a PDF. */
@Path("/denials/{id}/tearline")
class TearlineResource {

    /** The copy; {@code own} where the person's state is the originator, {@code asks} where they may ask for more. */
    @CheckedTemplate(basePath = "tearline", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Copy(Page page, UUID id, Tearline one, String originator, boolean own, boolean asks)
            implements TemplateInstance {}

    private final Frames frames;
    private final Services services;

    TearlineResource(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance copy(@PathParam("id") UUID id) {
        Page page = open();
        Tearline one = services.at("/denials/v1/denials/{id}/tearline", id).read(Tearline.class);
        boolean own = page.isOf(one.originatorState());
        boolean asks = !own && page.is(Person::isOfficer);
        return page.show(new Copy(page, id, one, page.country(one.originatorState()), own, asks));
    }

    @GET
    @Path("document")
    public Response document(@PathParam("id") UUID id) {
        open();
        return Downloads.of(services.fileAt("/denials/v1/denials/{id}/tearline/document", id)
                .file());
    }

    private Page open() {
        return frames.open("/denials", Person::readsDenials);
    }
}
