package org.comity.portal.consultation;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.list.Filter;
import org.comity.portal.list.Found;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Colours;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.page.Value;
import org.comity.portal.session.Person;
import org.comity.portal.step.Records;

/** The lists of consultations: all that narrows them stands in the address, so that it can be kept and sent. */
@Path("/consultations")
class ConsultationListResource {

    private static final int ROWS = 25;

    private final Records<Consultation> consultations;
    private final Services services;
    private final Deadlines deadlines;
    private final Reference reference;

    ConsultationListResource(
            Records<Consultation> consultations, Services services, Deadlines deadlines, Reference reference) {
        this.consultations = consultations;
        this.services = services;
        this.deadlines = deadlines;
        this.reference = reference;
    }

    @GET
    public TemplateInstance list(@Context UriInfo address, @QueryParam("view") @DefaultValue("") String name) {
        Page page = consultations.open();
        boolean officer = page.is(Person::isOfficer);
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        ListView view = ListView.of(name);
        Narrowing narrowing = Narrowing.of("/consultations", filters(page, texts), address.getQueryParameters())
                .leading("view", view.path());
        Found<Consultation.Summary> found = narrowing.ask(
                cursor -> services.at("/denials/v1/consultations")
                        .with("status", view.statuses())
                        .with("role", view.role())
                        .with("state", narrowing.value("state"))
                        .with("item", narrowing.value("item"))
                        .with("destination", narrowing.value("destination"))
                        .with("order", view.order())
                        .with("limit", ROWS)
                        .with("cursor", cursor)
                        .answer(Consultation.Page.class),
                Consultation.Page::items);
        Listing list = Listing.of(
                        page,
                        texts.listTitle(),
                        narrowing,
                        found,
                        Table.of(
                                texts.caption(),
                                columns(page, texts, "?from=" + Narrowing.encoded(narrowing.query())),
                                found.items(),
                                row -> "c-" + row.id()))
                .part(texts.view(view))
                .filtered(texts.filterLabel(), page.texts(DenialTexts.class).listFiltered())
                .beside(new Listing.Views(
                        texts.views(),
                        Arrays.stream(ListView.values())
                                .map(it -> new Listing.Way(
                                        texts.view(it),
                                        it == view
                                                ? ""
                                                : narrowing
                                                        .begun()
                                                        .leading("view", it.path())
                                                        .href()))
                                .toList()))
                .lead(found.items().isEmpty() ? "" : texts.lead(view));
        if (officer) {
            list.button(texts.newOne(), "/consultations/new");
        }
        return empty(list, narrowing, view, officer, page).show();
    }

    private List<Filter> filters(Page page, ConsultationTexts texts) {
        DenialTexts denial = page.texts(DenialTexts.class);
        org.comity.portal.denial.Words choices = new org.comity.portal.denial.Words(page);
        return List.of(
                Filter.country(
                        "state",
                        texts.otherStates(),
                        denial.anyState(),
                        choices.states(reference.subscribingStates()),
                        page),
                Filter.suggested("item", denial.filterItem(), choices.entries(reference.controlListEntries())),
                Filter.country("destination", denial.destination(), denial.anyCountry(), choices.countries(), page));
    }

    private List<TableColumn<Consultation.Summary>> columns(Page page, ConsultationTexts texts, String from) {
        Words words = new Words(page);
        Value notGiven = Value.empty().quiet(texts.notGiven());
        return List.of(
                TableColumn.heading(texts.reference(), row -> Value.empty()
                        .referenceLink(row.ref(), "/consultations/" + row.id() + from)),
                TableColumn.of(texts.status(), row -> Value.empty()
                        .tag(texts.statusOf(row.status()), Colours.colour(row.status()))
                        .line()
                        .quiet(words.awaits(row))),
                TableColumn.of(texts.otherStates(), row -> Value.of(words.others(row))),
                TableColumn.of(texts.items(), row -> Value.of(String.join(", ", row.controlCodes()))
                        .orElse(notGiven)),
                TableColumn.of(texts.destination(), row -> Value.of(page.country(row.destination()))
                        .orElse(notGiven)),
                TableColumn.of(texts.deadline(), row -> deadline(row, page, texts)));
    }

    private Value deadline(Consultation.Summary row, Page page, ConsultationTexts texts) {
        String due = deadlines.inShort(row, page);
        Value value = Value.of(due);
        if (!due.isEmpty()) {
            value.quiet(deadlines.clock(row, page));
        } else if (!row.silent()) {
            value.quiet(texts.noClock());
        }
        return row.silent() ? value.tag(texts.late(), "orange").text(texts.dueLate()) : value;
    }

    private static Listing empty(Listing list, Narrowing narrowing, ListView view, boolean officer, Page page) {
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        if (narrowing.isActive()) {
            return list.empty(
                    "",
                    List.of(texts.noMatches()),
                    List.of(new Listing.Way(
                            page.texts(Texts.class).clearFilters(),
                            narrowing.cleared().href())));
        }
        List<Listing.Way> ways = new ArrayList<>();
        if (view == ListView.SENT && officer) {
            ways.add(new Listing.Way(texts.toDenials(), "/denials?status=IN_FORCE"));
        } else if (view == ListView.ANSWERED) {
            ways.add(new Listing.Way(texts.toAnswer(), "/consultations"));
        }
        return list.empty("", List.of(texts.empty(view)), ways);
    }
}
