package org.comity.portal.denial;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.comity.portal.api.DenialSummary;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.imports.ImportTexts;
import org.comity.portal.list.Found;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.list.Unread;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.page.Value;
import org.comity.portal.session.Person;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The list of denials: all that narrows it stands in the address, so that it can be kept and sent. */
@Path("/denials")
class DenialListResource {

    private static final int ROWS = 25;

    private final Frames frames;
    private final Services services;
    private final Reference reference;

    DenialListResource(Frames frames, Services services, Reference reference) {
        this.frames = frames;
        this.services = services;
        this.reference = reference;
    }

    @GET
    public TemplateInstance list(@Context UriInfo address, @QueryParam("told") @DefaultValue("") String told) {
        Page page = frames.open("/denials", Person::readsDenials);
        boolean officer = page.is(Person::isOfficer);
        Words words = new Words(page);
        DenialTexts texts = words.denial;
        ImportTexts imports = page.texts(ImportTexts.class);
        List<TableColumn<DenialSummary>> columns = Column.all(words, officer);
        Narrowing narrowing = Narrowing.of("/denials", DenialFilter.all(words, reference), address.getQueryParameters())
                .choosing(columns, Column.USUAL, address.getQueryParameters());
        Found<DenialSummary> found = narrowing.ask(cursor -> asked(narrowing, cursor), DenialSummary.Page::items);
        String from = narrowing.query().isEmpty() ? "" : "?from=" + Narrowing.encoded(narrowing.query());
        List<TableColumn<DenialSummary>> shown = new ArrayList<>();
        Unread unread = Unread.of(found.items().stream().map(DenialSummary::id).toList(), services, page);
        shown.add(TableColumn.heading(
                texts.reference(),
                row -> unread.marking(
                        row.id(), Value.empty().referenceLink(row.ref(), "/denials/" + row.id() + from))));
        shown.addAll(TableColumn.chosen(columns, narrowing.columns(), Column.USUAL));
        Listing list = Listing.of(
                        page,
                        texts.listTitle(),
                        narrowing,
                        found,
                        Table.of(texts.listCaption(), shown, found.items(), row -> "d-" + row.id()))
                .filtered(texts.filterLabel(), texts.listFiltered())
                .beside(DenialViews.beside(DenialViews.DENIALS, page))
                .columns(columns)
                .files(
                        imports.export(),
                        imports.exportHint(),
                        file("csv", imports.exportCsv(), narrowing),
                        file("xlsx", imports.exportXlsx(), narrowing),
                        file("json", imports.exportJson(), narrowing))
                .problem(told.equals("too-many") ? imports.exportTooMany() : "");
        if (officer) {
            list.button(texts.postOne(), "/denials/new");
        }
        return empty(list, narrowing, officer, words).show();
    }

    private RestResponse<DenialSummary.Page> asked(Narrowing narrowing, @Nullable String cursor) {
        return services.at("/denials/v1/denials")
                .with("status", DenialFilter.statuses(narrowing))
                .with("item", narrowing.value("item"))
                .with("destination", narrowing.value("destination"))
                .with("originator", narrowing.value("originator"))
                .with("waiting", DenialFilter.waiting(narrowing))
                .with("limit", ROWS)
                .with("cursor", cursor)
                .answer(DenialSummary.Page.class);
    }

    private static Listing.Way file(String format, String text, Narrowing narrowing) {
        return new Listing.Way(
                text, narrowing.begun().usual().leading("format", format).href("/denials/export"));
    }

    private static Listing empty(Listing list, Narrowing narrowing, boolean officer, Words words) {
        DenialTexts texts = words.denial;
        Texts shared = words.page.texts(Texts.class);
        return narrowing.isActive()
                ? list.empty(
                        texts.noMatches(),
                        List.of(texts.noMatchesText()),
                        List.of(new Listing.Way(
                                shared.clearFilters(), narrowing.cleared().href())))
                : list.empty(
                        texts.emptyList(),
                        List.of(officer ? texts.emptyListOfficer() : texts.emptyListReader()),
                        List.of());
    }
}
