package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationsApi;
import org.comity.portal.api.Links;
import org.comity.portal.page.Page;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The lists of consultations: all of it in the address, so that it can be kept and sent. */
@Path("/consultations")
class ConsultationListResource {

    private static final int ROWS = 25;

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ConsultationList(
            Page page, ListView view, List<Tab> tabs, List<Row> rows, String from, String previous, String next)
            implements TemplateInstance {}

    /** A list to go to; the one that is open leads nowhere. */
    public record Tab(ListView view, String href, boolean open) {}

    /** A consultation in the list. */
    public record Row(Consultation.Summary line, String others, String due, String clock, String awaits) {}

    private final Desk desk;
    private final ConsultationsApi consultations;
    private final Deadlines deadlines;

    ConsultationListResource(Desk desk, @RestClient ConsultationsApi consultations, Deadlines deadlines) {
        this.desk = desk;
        this.consultations = consultations;
        this.deadlines = deadlines;
    }

    @GET
    @Blocking
    public TemplateInstance list(
            @QueryParam("view") @DefaultValue("") String name,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("trail") List<String> way) {
        Page page = desk.open();
        ListView view = ListView.of(name);
        Trail trail = new Trail(way);
        RestResponse<Consultation.Page> answer = consultations.list(
                view.statuses(), view.role(), null, view.order(), ROWS, cursor.isEmpty() ? null : cursor);
        Words words = new Words(page);
        return page.show(new ConsultationList(
                page,
                view,
                Arrays.stream(ListView.values())
                        .map(it -> new Tab(it, it.href("", Trail.NONE), it == view))
                        .toList(),
                answer.getEntity().items().stream()
                        .map(it -> new Row(
                                it,
                                words.others(it),
                                deadlines.inShort(it, page),
                                deadlines.clock(it, page),
                                words.awaits(it)))
                        .toList(),
                "?from=" + Trail.encoded("view=" + view.path() + trail.query(cursor)),
                cursor.isEmpty() ? "" : view.href(trail.last(), trail.before()),
                Links.cursor(answer.getHeaderString("Link"), "next")
                        .map(next -> view.href(next, trail.after(cursor)))
                        .orElse("")));
    }
}
