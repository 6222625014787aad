package org.comity.portal.denial;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.step.StepFrame;

/** One denial, to read. */
@Path("/denials")
@Produces(MediaType.TEXT_HTML)
class DenialResource {

    private final Frames frames;
    private final Desk desk;
    private final DenialPages pages;

    DenialResource(Frames frames, Desk desk, DenialPages pages) {
        this.frames = frames;
        this.desk = desk;
        this.pages = pages;
    }

    @GET
    @Path("{id}")
    @Blocking
    public TemplateInstance one(
            @PathParam("id") UUID id,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("done") @DefaultValue("") String done) {
        Page page = frames.open(Page.Section.DENIALS);
        Form form = Form.blank();
        if (done.equals(StepFrame.GONE)) {
            form.faultAt("", page.texts(Texts.class).stepGone());
        }
        return pages.page(page, desk.read(id), from, done, form);
    }
}
