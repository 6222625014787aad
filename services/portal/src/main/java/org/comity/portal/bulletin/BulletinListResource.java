package org.comity.portal.bulletin;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.comity.portal.api.Bulletin;
import org.comity.portal.api.BulletinCodes;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.Words;
import org.comity.portal.list.Filter;
import org.comity.portal.list.Found;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.list.Unread;
import org.comity.portal.page.Choice;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Colours;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.page.Value;
import org.comity.portal.session.Person;
import org.comity.portal.step.Records;

/** The bulletins that the reader may see, the newest first. */
@Path("/bulletins")
@Produces(MediaType.TEXT_HTML)
class BulletinListResource {

    private static final int ROWS = 25;

    private final Records<Bulletin> bulletins;
    private final Services services;
    private final Reference reference;

    BulletinListResource(Records<Bulletin> bulletins, Services services, Reference reference) {
        this.bulletins = bulletins;
        this.services = services;
        this.reference = reference;
    }

    @GET
    public TemplateInstance list(@Context UriInfo address) {
        Page page = bulletins.open();
        BulletinTexts texts = page.texts(BulletinTexts.class);
        Narrowing narrowing = Narrowing.of("/bulletins", filters(page, texts), address.getQueryParameters());
        Found<Bulletin.Summary> found = narrowing.ask(
                cursor -> services.at("/bulletins/v1/bulletins")
                        .with("class", narrowing.value("class"))
                        .with("theme", narrowing.value("theme"))
                        .with("item", narrowing.value("item"))
                        .with("destination", narrowing.value("destination"))
                        .with("misuse", narrowing.value("misuse"))
                        .with("originator", narrowing.value("originator"))
                        .with("status", narrowing.value("status"))
                        .with("limit", ROWS)
                        .with("cursor", cursor)
                        .answer(Bulletin.Page.class),
                Bulletin.Page::items);
        Unread unread =
                Unread.of(found.items().stream().map(Bulletin.Summary::id).toList(), services, page);
        Listing list = Listing.of(
                        page,
                        texts.listTitle(),
                        narrowing,
                        found,
                        Table.of(
                                texts.caption(),
                                columns(page, texts, "?from=" + Narrowing.encoded(narrowing.query()), unread),
                                found.items(),
                                row -> "b-" + row.id()))
                .filtered(texts.filterLabel(), page.texts(DenialTexts.class).listFiltered())
                .beside(BulletinViews.beside(BulletinViews.BULLETINS, page))
                .lead(texts.lead());
        if (page.is(Person::writesBulletins)) {
            list.button(texts.writeOne(), "/bulletins/new");
        }
        return narrowing.isActive()
                ? list.empty(
                                "",
                                List.of(texts.noMatches()),
                                List.of(new Listing.Way(
                                        page.texts(Texts.class).clearFilters(),
                                        narrowing.cleared().href())))
                        .show()
                : list.empty("", List.of(texts.empty()), List.of()).show();
    }

    private List<Filter> filters(Page page, BulletinTexts texts) {
        DenialTexts denial = page.texts(DenialTexts.class);
        CodeTexts code = page.texts(CodeTexts.class);
        Words words = new Words(page);
        return List.of(
                Filter.choice(
                        "class", texts.kindLabel(), texts.anyKind(), Choice.all(BulletinCodes.Kind.class, texts::kind)),
                Filter.choice(
                        "theme", texts.themes(), texts.anyTheme(), Choice.all(BulletinCodes.Theme.class, texts::theme)),
                Filter.suggested("item", denial.filterItem(), words.entries(reference.controlListEntries())),
                Filter.country("destination", texts.destinations(), denial.anyCountry(), words.countries(), page),
                Filter.choice(
                        "misuse", denial.misuse(), texts.anyMisuse(), Choice.all(Codes.MisuseType.class, code::misuse)),
                Filter.country(
                        "originator",
                        denial.originator(),
                        denial.anyState(),
                        words.states(reference.subscribingStates()),
                        page),
                Filter.choice(
                        "status",
                        texts.statusLabel(),
                        texts.anyStatus(),
                        Choice.all(BulletinCodes.Status.class, texts::status)));
    }

    private static List<TableColumn<Bulletin.Summary>> columns(
            Page page, BulletinTexts texts, String from, Unread unread) {
        DenialTexts denial = page.texts(DenialTexts.class);
        return List.of(
                TableColumn.heading(
                        denial.reference(),
                        row -> unread.marking(
                                row.id(), Value.empty().referenceLink(row.ref(), "/bulletins/" + row.id() + from))),
                TableColumn.of(texts.headline(), row -> Value.of(row.headline())
                        .line()
                        .quiet(row.class_() == null ? "" : texts.kind(row.class_()))),
                TableColumn.of(texts.statusLabel(), row -> Value.empty()
                        .tag(texts.status(row.status()), Colours.colour(row.status()))),
                TableColumn.of(denial.originator(), row -> Value.of(page.country(row.originatorState()))),
                TableColumn.of(texts.about(), row -> Value.of(String.join(", ", row.controlCodes()))
                        .line()
                        .text(String.join(", ", page.countries(row.destinations())))),
                TableColumn.of(texts.marking(), row -> Value.empty().marking(row.tlp())),
                TableColumn.of(texts.published(), row -> Value.of(page.moment(row.publishedAt()))
                        .orElse(Value.empty().quiet(texts.notPublished()))));
    }
}
