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
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Filters;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** The lists of consultations: all of it in the address, so that it can be kept and sent. */
@Path("/consultations")
class ConsultationListResource {

    private static final int ROWS = 25;

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ConsultationList(
            Page page,
            ListView view,
            List<Tab> tabs,
            ConsultationFilter filter,
            Form form,
            List<Choice> states,
            List<Choice> countries,
            List<Choice> entries,
            List<Filters.Chip> chips,
            String cleared,
            List<Row> rows,
            String from,
            String previous,
            String next)
            implements TemplateInstance {}

    /** A list to go to; the one that is open leads nowhere. */
    public record Tab(ListView view, String href, boolean open) {}

    /** A consultation in the list. */
    public record Row(Consultation.Summary line, String others, String due, String clock, String awaits) {}

    private final Desk desk;
    private final ConsultationsApi consultations;
    private final Deadlines deadlines;
    private final Reference reference;

    ConsultationListResource(
            Desk desk, @RestClient ConsultationsApi consultations, Deadlines deadlines, Reference reference) {
        this.desk = desk;
        this.consultations = consultations;
        this.deadlines = deadlines;
        this.reference = reference;
    }

    @GET
    @Blocking
    public TemplateInstance list(
            @QueryParam("view") @DefaultValue("") String name,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("item") @DefaultValue("") String item,
            @QueryParam("destination") @DefaultValue("") String destination,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("trail") List<String> way) {
        Page page = desk.open();
        ListView view = ListView.of(name);
        ConsultationFilter filter = ConsultationFilter.of(state, item, destination);
        Trail trail = new Trail(way);
        Form form = filter.form();
        RestResponse<Consultation.Page> answer = asked(view, filter, form, cursor);
        org.comity.portal.denial.Words choices = new org.comity.portal.denial.Words(page);
        return page.show(new ConsultationList(
                page,
                view,
                Arrays.stream(ListView.values())
                        .map(it -> new Tab(it, it.href(filter, "", Trail.NONE), it == view))
                        .toList(),
                filter,
                form,
                choices.states(reference.subscribingStates()),
                choices.countries(),
                choices.entries(reference.controlListEntries()),
                chips(view, filter, page),
                view.href(ConsultationFilter.NONE, "", Trail.NONE),
                rows(answer.getEntity(), page),
                "?from=" + Trail.encoded(view.query(filter, cursor, trail)),
                cursor.isEmpty() ? "" : view.href(filter, trail.last(), trail.before()),
                Links.cursor(answer.getHeaderString("Link"), "next")
                        .map(next -> view.href(filter, next, trail.after(cursor)))
                        .orElse("")));
    }

    /** What the service finds wrong with a filter is said at its field, and then there are no rows. */
    private RestResponse<Consultation.Page> asked(ListView view, ConsultationFilter filter, Form form, String cursor) {
        try {
            return consultations.list(
                    view.statuses(),
                    view.role(),
                    filter.value("state"),
                    filter.value("item"),
                    filter.value("destination"),
                    null,
                    view.order(),
                    ROWS,
                    cursor.isEmpty() ? null : cursor);
        } catch (Refusal refusal) {
            Filters.faults(refusal, filter.said(), form);
            return RestResponse.ok(new Consultation.Page("", List.of()));
        }
    }

    private List<Row> rows(Consultation.Page found, Page page) {
        Words words = new Words(page);
        return found.items().stream()
                .map(it -> new Row(
                        it, words.others(it), deadlines.inShort(it, page), deadlines.clock(it, page), words.awaits(it)))
                .toList();
    }

    private static List<Filters.Chip> chips(ListView view, ConsultationFilter filter, Page page) {
        DenialTexts denial = page.texts(DenialTexts.class);
        return filter.said().entrySet().stream()
                .map(it -> new Filters.Chip(
                        switch (it.getKey()) {
                            case "item" -> denial.chipItem(it.getValue());
                            case "destination" -> denial.chipDestination(page.country(it.getValue()));
                            default -> page.texts(ConsultationTexts.class).chipState(page.country(it.getValue()));
                        },
                        view.href(filter.without(it.getKey()), "", Trail.NONE)))
                .toList();
    }
}
