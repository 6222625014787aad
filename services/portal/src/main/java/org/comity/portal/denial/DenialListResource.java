package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.comity.portal.api.DenialSummary;
import org.comity.portal.api.DenialsApi;
import org.comity.portal.api.Links;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Filters;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The list of denials, and its filters: all of it in the address, so that it can be kept and sent. */
@Path("/denials")
class DenialListResource {

    private static final int ROWS = 25;
    private static final int LONGEST_TRAIL = 8;
    private static final String FIRST = "first";

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DenialList(
            Page page,
            DenialFilter filter,
            Form form,
            List<Choice> statuses,
            List<Choice> countries,
            List<Choice> states,
            List<Choice> entries,
            List<Choice> columns,
            List<Filters.Chip> chips,
            List<DenialSummary> rows,
            String from,
            String export,
            boolean tooMany,
            String previous,
            String next)
            implements TemplateInstance {}

    private final Frames frames;
    private final DenialsApi denials;
    private final Reference reference;

    DenialListResource(Frames frames, @RestClient DenialsApi denials, Reference reference) {
        this.frames = frames;
        this.denials = denials;
        this.reference = reference;
    }

    @GET
    @Blocking
    public TemplateInstance list(
            @QueryParam("status") @DefaultValue("") String status,
            @QueryParam("item") @DefaultValue("") String item,
            @QueryParam("destination") @DefaultValue("") String destination,
            @QueryParam("originator") @DefaultValue("") String originator,
            @QueryParam("columns") List<String> columns,
            @QueryParam("cursor") @DefaultValue("") String cursor,
            @QueryParam("trail") List<String> trail,
            @QueryParam("told") @DefaultValue("") String told) {
        Page page = frames.open(Page.Section.DENIALS);
        if (page.person().filter(Person::readsDenials).isEmpty()) {
            throw new NotFoundException();
        }
        Words words = new Words(page);
        DenialFilter filter =
                DenialFilter.of(status, item, destination, originator).showing(columns);
        Form form = filter.form();
        RestResponse<DenialSummary.Page> answer = asked(filter, form, cursor);
        String from = filter.query(cursor, trail);
        return page.show(new DenialList(
                page,
                filter,
                form,
                words.statuses(),
                words.countries(),
                words.states(reference.subscribingStates()),
                words.entries(reference.controlListEntries()),
                columns(page),
                chips(filter, words, page),
                answer.getEntity().items(),
                from.isEmpty() ? "" : "?from=" + DenialFilter.encoded(from),
                filter.isActive() ? "&" + filter.showing(List.of()).query("", List.of()) : "",
                told.equals("too-many"),
                previous(filter, cursor, trail),
                Links.cursor(answer.getHeaderString("Link"), "next")
                        .map(next -> filter.href(next, further(cursor, trail)))
                        .orElse("")));
    }

    /** What the service finds wrong with a filter is said at its field, and then there are no rows. */
    private RestResponse<DenialSummary.Page> asked(DenialFilter filter, Form form, String cursor) {
        try {
            return denials.list(
                    filter.statuses(),
                    orNull(filter.item()),
                    orNull(filter.destination()),
                    orNull(filter.originator()),
                    filter.waiting(),
                    ROWS,
                    orNull(cursor));
        } catch (Refusal refusal) {
            Filters.faults(refusal, filter.parameters(), form);
            return RestResponse.ok(new DenialSummary.Page("", List.of()));
        }
    }

    private static List<Choice> columns(Page page) {
        ColumnTexts texts = page.texts(ColumnTexts.class);
        boolean officer = page.person().filter(Person::isOfficer).isPresent();
        return Choice.all(Column.class, texts::name).stream()
                .filter(it -> officer || !it.value().equals(Column.OWN_REFERENCE.name()))
                .toList();
    }

    /** The way here: where each page before this one began, as far back as an address can hold. */
    private static List<String> further(String cursor, List<String> trail) {
        List<String> further = new ArrayList<>(trail);
        further.add(cursor.isEmpty() ? FIRST : cursor);
        return further.size() > LONGEST_TRAIL ? further.subList(1, further.size()) : further;
    }

    private static String previous(DenialFilter filter, String cursor, List<String> trail) {
        if (cursor.isEmpty()) {
            return "";
        }
        if (trail.isEmpty() || trail.getLast().equals(FIRST)) {
            return filter.href("", List.of());
        }
        return filter.href(trail.getLast(), trail.subList(0, trail.size() - 1));
    }

    private static List<Filters.Chip> chips(DenialFilter filter, Words words, Page page) {
        return filter.parameters().entrySet().stream()
                .map(it -> new Filters.Chip(
                        switch (it.getKey()) {
                            case "status" -> words.denial.chipStatus(status(it.getValue(), words));
                            case "item" -> words.denial.chipItem(it.getValue());
                            case "destination" -> words.denial.chipDestination(page.country(it.getValue()));
                            default -> words.denial.chipOriginator(page.country(it.getValue()));
                        },
                        filter.without(it.getKey()).href("", List.of())))
                .toList();
    }

    private static String status(String value, Words words) {
        return words.statuses().stream()
                .filter(it -> it.value().equals(value))
                .map(Choice::text)
                .findFirst()
                .orElse(value);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
