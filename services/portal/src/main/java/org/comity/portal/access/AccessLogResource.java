package org.comity.portal.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.portal.api.AccessLog;
import org.comity.portal.api.Codes;
import org.comity.portal.api.DenialsApi;
import org.comity.portal.api.Links;
import org.comity.portal.page.Choice;
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

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record People(Page page, Form form, List<Choice> decisions, boolean filtered, List<Row> rows, String next)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "access", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record States(Page page, List<AccessLog.Opened> rows, String next) implements TemplateInstance {}

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
            @QueryParam("decision") @DefaultValue("") String decision,
            @QueryParam("cursor") @DefaultValue("") String cursor) {
        Page page = open();
        AccessTexts texts = page.texts(AccessTexts.class);
        Form form = Form.blank()
                .put("from", from.strip())
                .put("to", to.strip())
                .put("person", person.strip())
                .put("decision", decision);
        Map<String, String> said = said(form, texts);
        List<Choice> decisions = Arrays.stream(Codes.AccessDecision.values())
                .map(it -> Choice.of(it.name(), texts.outcome(it)))
                .toList();
        if (form.isFaulty()) {
            return page.show(new People(page, form, decisions, true, List.of(), ""));
        }
        RestResponse<AccessLog.Page> answer = denials.accessLog(
                said.get("from"), said.get("to"), said.get("person"), said.get("decision"), ROWS, orNull(cursor));
        return page.show(new People(
                page,
                form,
                decisions,
                !said.isEmpty(),
                answer.getEntity().items().stream()
                        .map(it -> row(it, page, texts))
                        .toList(),
                next(answer, "/access-log", said)));
    }

    @GET
    @Path("states")
    @Blocking
    public TemplateInstance states(@QueryParam("cursor") @DefaultValue("") String cursor) {
        Page page = open();
        RestResponse<AccessLog.OpenedPage> answer = denials.openedRecords(ROWS, orNull(cursor));
        return page.show(new States(page, answer.getEntity().items(), next(answer, "/access-log/states", Map.of())));
    }

    /** For others there is no such page. */
    private Page open() {
        Page page = frames.open(Page.Section.ACCESS);
        if (page.person().filter(Person::readsAccessLog).isEmpty()) {
            throw new NotFoundException();
        }
        return page;
    }

    private static Row row(AccessLog.Entry entry, Page page, AccessTexts texts) {
        Action action = Action.of(entry.method(), entry.path());
        return new Row(
                page.moment(entry.at()),
                entry.person().name(),
                action == Action.OTHER ? texts.other(entry.method(), entry.path()) : texts.action(action),
                entry.decision(),
                entry.records().size() == 1 ? entry.records().getFirst() : "",
                entry.records().size());
    }

    /** What the address narrows the log to; what is no day is a fault of the form. */
    private static Map<String, String> said(Form form, AccessTexts texts) {
        Map<String, String> said = new LinkedHashMap<>();
        for (String name : List.of("from", "to", "person", "decision")) {
            String value = form.value(name);
            if (!value.isEmpty()) {
                said.put(name, value);
            }
        }
        Optional<LocalDate> from = day(form, "from", texts);
        Optional<LocalDate> to = day(form, "to", texts);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            form.fault("to", texts.toBeforeFrom());
        }
        if (Arrays.stream(Codes.AccessDecision.values())
                .noneMatch(it -> it.name().equals(form.value("decision")))) {
            said.remove("decision");
        }
        return said;
    }

    private static Optional<LocalDate> day(Form form, String name, AccessTexts texts) {
        String typed = form.value(name);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (typed.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(LocalDate.parse(typed));
            }
        } catch (DateTimeException noSuchDay) {
            // falls through: it is no day
        }
        form.fault(name, texts.wrongDay());
        return Optional.empty();
    }

    private static String next(RestResponse<?> answer, String path, Map<String, String> said) {
        return Links.cursor(answer.getHeaderString("Link"), "next")
                .map(cursor -> {
                    Map<String, String> all = new LinkedHashMap<>(said);
                    all.put("cursor", cursor);
                    return path + "?"
                            + all.entrySet().stream()
                                    .map(it -> it.getKey() + "="
                                            + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                                    .collect(Collectors.joining("&"));
                })
                .orElse("");
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
