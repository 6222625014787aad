package org.comity.portal.states;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Services;
import org.comity.portal.api.State;
import org.comity.portal.list.Filter;
import org.comity.portal.list.Found;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Choice;
import org.comity.portal.page.CodeTexts;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;

/** The states of the Code, for everybody who is signed in. */
@Path("/states")
@Produces(MediaType.TEXT_HTML)
class StateListResource {

    private static final int ROWS = 50;
    private static final String WORKS_ON = "worksOn";

    private final Frames frames;
    private final Services services;

    StateListResource(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    @GET
    public TemplateInstance list(@Context UriInfo address) {
        Page page = frames.open("/states");
        StateTexts texts = page.texts(StateTexts.class);
        CodeTexts codes = page.texts(CodeTexts.class);
        Narrowing narrowing = Narrowing.of(
                        "/states",
                        List.of(
                                Filter.choice(
                                        "regime",
                                        texts.regime(),
                                        texts.anyRegime(),
                                        Choice.all(Codes.Regime.class, codes::regime)),
                                Filter.choice(
                                        "status",
                                        texts.status(),
                                        texts.anyStatus(),
                                        Choice.all(Codes.StateStatus.class, texts::statusOf)),
                                Filter.text(WORKS_ON, texts.worksOn(), texts.dayHint())),
                        address.getQueryParameters())
                .days(WORKS_ON, WORKS_ON, texts.wrongDay(), "");
        Found<State> found = narrowing.ask(
                cursor -> services.at("/registry/v1/states")
                        .with("limit", ROWS)
                        .with("cursor", cursor)
                        .with("regime", narrowing.value("regime"))
                        .with("status", narrowing.value("status"))
                        .with(WORKS_ON, narrowing.value(WORKS_ON))
                        .answer(State.Page.class),
                State.Page::items);
        return Listing.of(
                        page,
                        texts.title(),
                        narrowing,
                        found,
                        Table.of(texts.title(), columns(page, texts), found.items()))
                .filtered(texts.filterLabel(), texts.narrowed())
                .lead(texts.lead())
                .empty("", List.of(texts.none()), List.of())
                .show();
    }

    private static List<TableColumn<State>> columns(Page page, StateTexts texts) {
        return List.of(
                TableColumn.heading(
                        texts.state(),
                        state -> Value.of(page.country(state.iso2())).line().quiet(state.statusNote())),
                TableColumn.of(texts.status(), state -> Value.of(texts.statusOf(state.status()))
                        .line()
                        .quiet(page.shortDay(state.subscribedOn()))),
                TableColumn.of(texts.regimes(), state -> Value.empty()
                        .chips(state.regimeMemberships().stream()
                                .map(it -> it.standing().equals("MEMBER")
                                        ? it.regime().name()
                                        : texts.adherent(it.regime().name()))
                                .toList())),
                TableColumn.of(texts.calendar(), state -> calendar(state.workingCalendar(), page, texts)),
                TableColumn.of(texts.contact(), StateListResource::contacts));
    }

    private static Value calendar(State.Calendar calendar, Page page, StateTexts texts) {
        String weekend = calendar.weekend().stream()
                .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, page.locale()))
                .collect(Collectors.joining(", "));
        Value shown = Value.of(calendar.zone());
        if (!weekend.isEmpty()) {
            shown.line().text(texts.weekend(weekend));
        }
        calendar.holidays().stream()
                .filter(holiday -> !holiday.date().isBefore(page.today()))
                .min(Comparator.comparing(State.Holiday::date))
                .ifPresent(next -> shown.line().text(texts.nextHoliday(page.shortDay(next.date()), next.name())));
        return shown;
    }

    private static Value contacts(State state) {
        Value shown = Value.empty();
        state.pointsOfContact().forEach(one -> shown.line()
                .text(one.name())
                .link(one.mail(), "mailto:" + one.mail())
                .quiet(one.hours()));
        return shown;
    }
}
