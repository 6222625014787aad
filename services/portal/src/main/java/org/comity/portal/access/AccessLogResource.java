package org.comity.portal.access;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.comity.portal.api.AccessLog;
import org.comity.portal.api.Services;
import org.comity.portal.list.Csv;
import org.comity.portal.list.Found;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.session.Person;
import org.comity.portal.step.StepFrame;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** "Who saw what", for a state's point of contact and its auditor. */
@Path("/access-log")
class AccessLogResource {

    private static final int ROWS = 50;
    private static final int ROWS_AT_ONCE = 100;
    private static final int MOST = 2_000;
    private static final String TOO_MANY = "too-many";
    private static final String STATES = "/access-log/states";

    /** The services that keep a log of what people asked them for. */
    private enum Log {
        DENIALS("/access-log"),
        BULLETINS("/access-log/bulletins");

        private final String path;

        Log(String path) {
            this.path = path;
        }
    }

    private final Frames frames;
    private final Services services;

    AccessLogResource(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    @GET
    public TemplateInstance people(@Context UriInfo address, @QueryParam("told") @DefaultValue("") String told) {
        return people(Log.DENIALS, address, told);
    }

    /** The same of the service of bulletins, which keeps a log of its own. */
    @GET
    @Path("bulletins")
    public TemplateInstance bulletins(@Context UriInfo address, @QueryParam("told") @DefaultValue("") String told) {
        return people(Log.BULLETINS, address, told);
    }

    private TemplateInstance people(Log log, UriInfo address, String told) {
        Page page = open();
        AccessTexts texts = page.texts(AccessTexts.class);
        Narrowing narrowing = LogFilter.people(log.path, address.getQueryParameters(), texts);
        Found<AccessLog.Entry> found =
                narrowing.ask(cursor -> log(log, narrowing, ROWS, cursor), AccessLog.Page::items);
        List<TableColumn<AccessLog.Entry>> columns = List.of(
                TableColumn.of(texts.when(), row -> Value.of(page.utcMoment(row.at()))),
                TableColumn.of(texts.person(), row -> Value.of(row.person().name())),
                TableColumn.of(texts.what(), row -> Value.of(what(row, texts))),
                TableColumn.of(texts.decision(), row -> Value.of(texts.outcome(row.decision()))),
                TableColumn.of(texts.record(), row -> records(log, row, texts)));
        boolean denials = log == Log.DENIALS;
        return Listing.of(
                        page, texts.title(), narrowing, found, Table.of(texts.peopleCaption(), columns, found.items()))
                .part(denials ? texts.people() : texts.bulletins())
                .filtered(texts.filterLabel(), texts.narrowed())
                .beside(views(log.path, texts))
                .lead(denials ? texts.peopleLead() : texts.bulletinsLead())
                .files("", "", new Listing.Way(texts.csv(), narrowing.begun().href(log.path + "/csv")))
                .empty("", List.of(narrowing.isActive() ? texts.noneFiltered() : texts.none()), List.of())
                .problem(told(told, page, texts))
                .show();
    }

    /** One record leads to all that was done with it. */
    private static Value records(Log log, AccessLog.Entry row, AccessTexts texts) {
        return switch (row.records().size()) {
            case 0 -> Value.empty();
            case 1 ->
                Value.empty()
                        .link(
                                row.records().getFirst(),
                                log.path + "?record=" + row.records().getFirst());
            default -> Value.of(texts.records(row.records().size()));
        };
    }

    /** All that the filters let through, as a file. */
    @GET
    @Path("csv")
    public Response csv(@Context UriInfo address) {
        return csv(Log.DENIALS, address);
    }

    /** The same of the service of bulletins. */
    @GET
    @Path("bulletins/csv")
    public Response bulletinsCsv(@Context UriInfo address) {
        return csv(Log.BULLETINS, address);
    }

    private Response csv(Log log, UriInfo address) {
        AccessTexts texts = open().texts(AccessTexts.class);
        Narrowing narrowing = LogFilter.people(log.path, address.getQueryParameters(), texts);
        if (narrowing.form().isFaulty()) {
            return StepFrame.seeOther(narrowing.begun().href());
        }
        return Narrowing.all(cursor -> log(log, narrowing, ROWS_AT_ONCE, cursor), AccessLog.Page::items, MOST)
                .map(entries -> csv(entries, texts).named("access-log"))
                .orElseGet(() -> tooMany(narrowing));
    }

    private static Csv csv(List<AccessLog.Entry> entries, AccessTexts texts) {
        Csv file = new Csv(
                texts.csvWhen(),
                texts.person(),
                texts.csvClient(),
                texts.csvRoles(),
                texts.what(),
                texts.csvMethod(),
                texts.csvPath(),
                texts.decision(),
                texts.record());
        entries.forEach(it -> file.row(
                it.at(),
                it.person().name(),
                it.client(),
                String.join(" ", it.roles()),
                what(it, texts),
                it.method(),
                it.path(),
                texts.outcome(it.decision()),
                String.join(" ", it.records())));
        return file;
    }

    @GET
    @Path("states")
    public TemplateInstance states(@Context UriInfo address, @QueryParam("told") @DefaultValue("") String told) {
        Page page = open();
        AccessTexts texts = page.texts(AccessTexts.class);
        Narrowing narrowing = LogFilter.states(address.getQueryParameters(), texts);
        Found<AccessLog.Opened> found =
                narrowing.ask(cursor -> opened(narrowing, ROWS, cursor), AccessLog.OpenedPage::items);
        List<TableColumn<AccessLog.Opened>> columns = List.of(
                TableColumn.of(texts.day(), row -> Value.of(page.shortDay(row.day()))),
                TableColumn.of(texts.state(), row -> Value.of(page.country(row.state()))),
                TableColumn.heading(texts.record(), row -> opened(row, narrowing.isActive(), page, texts)),
                TableColumn.of(texts.version(), row -> Value.of(String.valueOf(row.version()))));
        return Listing.of(
                        page, texts.title(), narrowing, found, Table.of(texts.statesCaption(), columns, found.items()))
                .part(texts.states())
                .filtered("", texts.narrowed())
                .beside(views(STATES, texts))
                .lead(narrowing.isActive() ? texts.oneRecord() : texts.statesLead())
                .files(
                        "",
                        "",
                        new Listing.Way(texts.csvStates(), narrowing.begun().href("/access-log/states/csv")))
                .empty("", List.of(texts.noneOpened()), List.of())
                .problem(told(told, page, texts))
                .show();
    }

    private static Value opened(AccessLog.Opened row, boolean alone, Page page, AccessTexts texts) {
        boolean reads = page.is(Person::readsDenials);
        Value ref = reads
                ? Value.empty().referenceLink(row.ref(), "/denials/" + row.record())
                : Value.empty().reference(row.ref());
        return alone
                ? ref
                : ref.line().smallLink(texts.onlyThis(), "/access-log/states?record=" + row.record(), row.ref());
    }

    /** All openings, or those of one denial, as a file. */
    @GET
    @Path("states/csv")
    public Response statesCsv(@Context UriInfo address) {
        Page page = open();
        AccessTexts texts = page.texts(AccessTexts.class);
        Narrowing narrowing = LogFilter.states(address.getQueryParameters(), texts);
        return Narrowing.all(cursor -> opened(narrowing, ROWS_AT_ONCE, cursor), AccessLog.OpenedPage::items, MOST)
                .map(opened -> {
                    Csv file = new Csv(texts.day(), texts.state(), texts.record(), texts.version());
                    opened.forEach(it -> file.row(it.day(), page.country(it.state()), it.ref(), it.version()));
                    return file.named("opened-by-states");
                })
                .orElseGet(() -> tooMany(narrowing));
    }

    private Page open() {
        return frames.open("/access-log", Person::readsAccessLog);
    }

    private static Listing.Views views(String here, AccessTexts texts) {
        return new Listing.Views(
                texts.views(),
                List.of(
                        view(texts.people(), Log.DENIALS.path, here),
                        view(texts.bulletins(), Log.BULLETINS.path, here),
                        view(texts.states(), STATES, here)));
    }

    private static Listing.Way view(String text, String path, String here) {
        return new Listing.Way(text, path.equals(here) ? "" : path);
    }

    private RestResponse<AccessLog.Page> log(Log log, Narrowing list, int rows, @Nullable String cursor) {
        return (log == Log.DENIALS ? services.at("/denials/v1/access-log") : services.at("/bulletins/v1/access-log"))
                .with("from", list.value(LogFilter.FROM))
                .with("to", list.value(LogFilter.TO))
                .with("person", list.value(LogFilter.PERSON))
                .with("record", list.value(LogFilter.RECORD))
                .with("decision", list.value(LogFilter.DECISION))
                .with("limit", rows)
                .with("cursor", cursor)
                .answer(AccessLog.Page.class);
    }

    private RestResponse<AccessLog.OpenedPage> opened(Narrowing list, int rows, @Nullable String cursor) {
        return services.at("/denials/v1/access-log/records")
                .with("record", list.value(LogFilter.RECORD))
                .with("limit", rows)
                .with("cursor", cursor)
                .answer(AccessLog.OpenedPage.class);
    }

    private static String what(AccessLog.Entry entry, AccessTexts texts) {
        Action action = Action.of(entry.method(), entry.path());
        return action == Action.OTHER ? texts.other(entry.method(), entry.path()) : texts.action(action);
    }

    private static Response tooMany(Narrowing list) {
        return StepFrame.seeOther(list.telling(TOO_MANY));
    }

    private static String told(String what, Page page, AccessTexts texts) {
        return what.equals(TOO_MANY) ? texts.tooMany(page.number(MOST)) : "";
    }
}
