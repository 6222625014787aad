package org.comity.portal.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.comity.portal.api.AccessLog;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialsApi;
import org.comity.portal.api.Links;
import org.comity.portal.api.Refusal;
import org.comity.portal.denial.Desk;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Csv;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** "Who saw what", for a state's point of contact and its auditor. */
@Path("/access-log")
class AccessLogResource {

    private static final int ROWS = 50;
    private static final int ROWS_AT_ONCE = 100;
    private static final int MOST = 2_000;
    private static final String TOLD = "told";
    private static final String TOO_MANY = "too-many";

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record People(
            Page page,
            Form form,
            List<Choice> decisions,
            boolean filtered,
            boolean further,
            List<Row> rows,
            String csv,
            String told,
            String next)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record States(
            Page page,
            List<AccessLog.Opened> rows,
            boolean filtered,
            boolean further,
            String csv,
            String told,
            String next)
            implements TemplateInstance {}

    /**
     * A request, in words.
     *
     * @param record the one record that it was about; empty for none and for several
     * @param records how many there were
     */
    public record Row(String when, String who, String what, Codes.AccessDecision outcome, String record, int records) {}

    private final Frames frames;
    private final DenialsApi denials;

    AccessLogResource(Frames frames, @RestClient DenialsApi denials) {
        this.frames = frames;
        this.denials = denials;
    }

    @GET
    @Blocking
    public TemplateInstance people(
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("person") @DefaultValue("") String person,
            @QueryParam("record") @DefaultValue("") String record,
            @QueryParam("decision") @DefaultValue("") String decision,
            @QueryParam("told") @DefaultValue("") String told,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        Page page = open();
        AccessTexts texts = page.texts(AccessTexts.class);
        LogFilter filter = LogFilter.of(from, to, person, record, decision, texts);
        List<Choice> decisions = Arrays.stream(Codes.AccessDecision.values())
                .map(it -> Choice.of(it.name(), texts.outcome(it)))
                .toList();
        if (filter.form().isFaulty()) {
            return page.show(new People(page, filter.form(), decisions, true, false, List.of(), "", "", ""));
        }
        RestResponse<AccessLog.Page> answer;
        try {
            answer = log(filter, ROWS, orNull(cursor));
        } catch (Refusal refusal) {
            if (!isFault(refusal, filter.form())) {
                throw refusal;
            }
            return page.show(new People(page, filter.form(), decisions, true, false, List.of(), "", "", ""));
        }
        return page.show(new People(
                page,
                filter.form(),
                decisions,
                filter.isActive(),
                !cursor.isEmpty(),
                answer.getEntity().items().stream()
                        .map(it -> row(it, page, texts))
                        .toList(),
                filter.href("/access-log/csv", "", ""),
                told(told, page, texts),
                next(filter, "/access-log", answer)));
    }

    /** What the service finds wrong with a filter is said at its field. */
    private static boolean isFault(Refusal refusal, Form form) {
        if (refusal.status() == 400) {
            refusal.problem().errors().stream()
                    .filter(it -> Set.of(LogFilter.PERSON, LogFilter.RECORD, LogFilter.FROM, LogFilter.TO)
                            .contains(it.pointer()))
                    .forEach(it -> form.refused(it.pointer(), it.detail()));
        }
        return form.isFaulty();
    }

    /** All that the filters let through, as a file. */
    @GET
    @Path("csv")
    @Blocking
    public Response csv(
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @QueryParam("person") @DefaultValue("") String person,
            @QueryParam("record") @DefaultValue("") String record,
            @QueryParam("decision") @DefaultValue("") String decision) {
        Page page = open();
        AccessTexts texts = page.texts(AccessTexts.class);
        LogFilter filter = LogFilter.of(from, to, person, record, decision, texts);
        if (filter.form().isFaulty()) {
            return Desk.seeOther(filter.href("/access-log", "", ""));
        }
        return all(cursor -> log(filter, ROWS_AT_ONCE, cursor), AccessLog.Page::items)
                .map(entries -> csv(entries, texts).named("access-log"))
                .orElseGet(() -> Desk.seeOther(filter.href("/access-log", TOLD, TOO_MANY)));
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
    @Blocking
    public TemplateInstance states(
            @QueryParam("record") @DefaultValue("") String record,
            @QueryParam("told") @DefaultValue("") String told,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        Page page = open();
        LogFilter filter = ofRecord(record, page);
        RestResponse<AccessLog.OpenedPage> answer =
                denials.openedRecords(filter.value(LogFilter.RECORD), ROWS, orNull(cursor));
        return page.show(new States(
                page,
                answer.getEntity().items(),
                filter.isActive(),
                !cursor.isEmpty(),
                filter.href("/access-log/states/csv", "", ""),
                told(told, page, page.texts(AccessTexts.class)),
                next(filter, "/access-log/states", answer)));
    }

    /** All openings, or those of one denial, as a file. */
    @GET
    @Path("states/csv")
    @Blocking
    public Response statesCsv(@QueryParam("record") @DefaultValue("") String record) {
        Page page = open();
        AccessTexts texts = page.texts(AccessTexts.class);
        LogFilter filter = ofRecord(record, page);
        return all(
                        cursor -> denials.openedRecords(filter.value(LogFilter.RECORD), ROWS_AT_ONCE, cursor),
                        AccessLog.OpenedPage::items)
                .map(opened -> {
                    Csv file = new Csv(texts.day(), texts.state(), texts.record(), texts.version());
                    opened.forEach(it -> file.row(it.day(), page.country(it.state()), it.ref(), it.version()));
                    return file.named("opened-by-states");
                })
                .orElseGet(() -> Desk.seeOther(filter.href("/access-log/states", TOLD, TOO_MANY)));
    }

    /** Of one denial, where the address names one; of all otherwise. */
    private static LogFilter ofRecord(String record, Page page) {
        String id = record.matches("[0-9a-fA-F-]{36}") ? record : "";
        return LogFilter.of("", "", "", id, "", page.texts(AccessTexts.class));
    }

    /** For others there is no such page. */
    private Page open() {
        Page page = frames.open(Page.Section.ACCESS);
        if (page.person().filter(Person::readsAccessLog).isEmpty()) {
            throw new NotFoundException();
        }
        return page;
    }

    private RestResponse<AccessLog.Page> log(LogFilter filter, int rows, @Nullable String cursor) {
        return denials.accessLog(
                filter.value(LogFilter.FROM),
                filter.value(LogFilter.TO),
                filter.value(LogFilter.PERSON),
                filter.value(LogFilter.RECORD),
                filter.value(LogFilter.DECISION),
                rows,
                cursor);
    }

    /** The rows of all pages; empty where there are too many for one file. */
    private static <P, T> Optional<List<T>> all(
            Function<@Nullable String, RestResponse<P>> source, Function<P, List<T>> items) {
        List<T> all = new ArrayList<>();
        String cursor = null;
        do {
            RestResponse<P> answer = source.apply(cursor);
            all.addAll(items.apply(answer.getEntity()));
            cursor = cursor(answer).orElse(null);
        } while (cursor != null && all.size() <= MOST);
        return all.size() > MOST ? Optional.empty() : Optional.of(all);
    }

    private static Row row(AccessLog.Entry entry, Page page, AccessTexts texts) {
        return new Row(
                page.utcMoment(entry.at()),
                entry.person().name(),
                what(entry, texts),
                entry.decision(),
                entry.records().size() == 1 ? entry.records().getFirst() : "",
                entry.records().size());
    }

    private static String what(AccessLog.Entry entry, AccessTexts texts) {
        Action action = Action.of(entry.method(), entry.path());
        return action == Action.OTHER ? texts.other(entry.method(), entry.path()) : texts.action(action);
    }

    private static String told(String what, Page page, AccessTexts texts) {
        return what.equals(TOO_MANY) ? texts.tooMany(page.number(MOST)) : "";
    }

    private static String next(LogFilter filter, String path, RestResponse<?> answer) {
        return cursor(answer).map(it -> filter.href(path, "cursor", it)).orElse("");
    }

    private static Optional<String> cursor(RestResponse<?> answer) {
        return Links.cursor(answer.getHeaderString("Link"), "next");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
