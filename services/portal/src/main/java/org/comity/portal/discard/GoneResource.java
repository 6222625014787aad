package org.comity.portal.discard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;

/** The page after a draft was thrown away. Its address says a reference, and nothing else that the page would show. */
@Path("/discarded")
class GoneResource {

    /** @param href where the other drafts are */
    @CheckedTemplate(basePath = "discard", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Gone(Page page, String ref, String href) implements TemplateInstance {}

    private final Frames frames;

    GoneResource(Frames frames) {
        this.frames = frames;
    }

    @GET
    @Path("{ref:DN-[A-Z]{2}-[0-9]{4}-[0-9A-Z]{6}}")
    public TemplateInstance denial(@PathParam("ref") String ref) {
        Page page = frames.open("/denials", Person::isOfficer);
        return page.show(new Gone(page, ref, "/denials?status=DRAFT"));
    }

    @GET
    @Path("{ref:BU-[A-Z]{2}-[0-9]{4}-[0-9A-Z]{6}}")
    public TemplateInstance bulletin(@PathParam("ref") String ref) {
        Page page = frames.open("/bulletins", Person::writesBulletins);
        return page.show(new Gone(page, ref, "/bulletins?status=DRAFT"));
    }

    @GET
    @Path("{ref:CN-[A-Z]{2}-[0-9]{4}-[0-9A-Z]{6}}")
    public TemplateInstance consultation(@PathParam("ref") String ref) {
        Page page = frames.open("/consultations", Person::isOfficer);
        return page.show(new Gone(page, ref, "/consultations?view=sent"));
    }
}
