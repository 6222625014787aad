package org.comity.portal.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.comity.portal.page.Frames;
import org.comity.portal.page.NoticePages;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;

/** "My work". */
@Path("/home")
class HomeResource {

    @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Home(Page page, List<Panel> panels) implements TemplateInstance {}

    private final Frames frames;
    private final WorkPanels work;
    private final NoticePages notices;

    HomeResource(Frames frames, WorkPanels work, NoticePages notices) {
        this.frames = frames;
        this.work = work;
        this.notices = notices;
    }

    @GET
    public TemplateInstance home() {
        Page page = frames.open("/home");
        return page.is(Person::readsDenials) ? page.show(new Home(page, work.of(page))) : notices.noWork();
    }
}
