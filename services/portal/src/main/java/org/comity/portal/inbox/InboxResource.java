package org.comity.portal.inbox;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.portal.api.Inbox;
import org.comity.portal.api.InboxCodes;
import org.comity.portal.api.Rule;
import org.comity.portal.api.Services;
import org.comity.portal.list.Filter;
import org.comity.portal.list.Found;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.Table;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.session.Person;
import org.comity.portal.step.StepFrame;

/** "News": what happened to records that the reader sees. */
@Path("/inbox")
@Produces(MediaType.TEXT_HTML)
class InboxResource {

    private static final int ROWS = 25;
    private static final int RULES = 100;
    private static final String UNREAD = "unread";

    private final Frames frames;
    private final Services services;

    InboxResource(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    private Page open() {
        return frames.open("/inbox", Person::readsDenials);
    }

    @GET
    public TemplateInstance list(@Context UriInfo address) {
        Page page = open();
        InboxTexts texts = page.texts(InboxTexts.class);
        Map<UUID, String> rules = rules();
        Narrowing narrowing = Narrowing.of("/inbox", filters(texts, rules), address.getQueryParameters());
        Found<Inbox.Entry> found = narrowing.ask(
                cursor -> services.at("/subscriptions/v1/inbox")
                        .with(UNREAD, narrowing.value(UNREAD))
                        .with("kind", narrowing.value("kind"))
                        .with("rule", narrowing.value("rule"))
                        .with("limit", ROWS)
                        .with("cursor", cursor)
                        .answer(Inbox.Page.class),
                Inbox.Page::items);
        Listing list = Listing.of(
                        page,
                        texts.title(),
                        narrowing,
                        found,
                        Table.of(
                                texts.title(),
                                columns(InboxWords.of(page), rules),
                                found.items(),
                                it -> "n-" + it.seq()))
                .filtered(texts.filterLabel(), texts.narrowed())
                .lead(texts.lead())
                .button(texts.toRules(), "/rules")
                .empty("", List.of(narrowing.isActive() ? texts.noneFits() : texts.none()), List.of());
        found.items().stream()
                .filter(Inbox.Entry::unread)
                .findFirst()
                .ifPresent(newest -> list.press(texts.markRead(), "/inbox/read?upTo=" + newest.seq()));
        return list.show();
    }

    private Map<UUID, String> rules() {
        return services.at("/subscriptions/v1/rules").with("limit", RULES).read(Rule.Page.class).items().stream()
                .collect(Collectors.toMap(Rule::id, Rule::name, (one, other) -> one, LinkedHashMap::new));
    }

    private static List<Filter> filters(InboxTexts texts, Map<UUID, String> rules) {
        return List.of(
                Filter.choice(UNREAD, texts.readLabel(), texts.all(), List.of(Choice.of("true", texts.unreadOnly()))),
                Filter.choice(
                        "kind", texts.kindLabel(), texts.anyKind(), Choice.all(InboxCodes.Kind.class, texts::kind)),
                Filter.choice(
                        "rule",
                        texts.ruleLabel(),
                        texts.anyRule(),
                        rules.entrySet().stream()
                                .map(it -> Choice.of(it.getKey().toString(), it.getValue()))
                                .toList()));
    }

    private static List<TableColumn<Inbox.Entry>> columns(InboxWords words, Map<UUID, String> rules) {
        InboxTexts texts = words.texts();
        Function<Inbox.Entry, Value> record = entry -> {
            String href = InboxWords.href(entry);
            Value named = href.isEmpty()
                    ? Value.empty().reference(entry.ref())
                    : Value.empty().referenceLink(entry.ref(), href);
            return entry.unread() ? named.tag(texts.unread(), "yellow") : named;
        };
        return List.of(
                TableColumn.heading(texts.record(), record),
                TableColumn.of(
                        texts.what(),
                        entry -> Value.of(words.what(entry)).line().quiet(texts.kind(entry.kind()))),
                TableColumn.of(texts.happenedLabel(), entry -> happened(entry, words)),
                TableColumn.of(texts.ruleLabel(), entry -> Value.empty()
                        .chips(entry.rules().stream()
                                .map(rules::get)
                                .filter(name -> name != null)
                                .toList())),
                TableColumn.of(texts.when(), entry -> Value.of(words.page().moment(entry.at()))));
    }

    private static Value happened(Inbox.Entry entry, InboxWords words) {
        InboxTexts texts = words.texts();
        Value told = Value.empty()
                .tag(texts.happened(entry.happened()), InboxWords.colour(entry.change()))
                .line();
        return CopyResource.isGone(entry)
                ? told.smallLink(texts.dropTitle(), "/copies/" + entry.record() + "/" + CopyResource.DROP, entry.ref())
                : told.quiet(words.whose(entry));
    }

    /** Everything up to a number is read. */
    @POST
    @Path("read")
    public Response read(@QueryParam("upTo") @DefaultValue("") String upTo) {
        open();
        if (!upTo.matches("[0-9]{1,18}")) {
            throw new NotFoundException();
        }
        services.at("/subscriptions/v1/inbox/read").post(new Inbox.Seen(Long.parseLong(upTo), List.of()), Void.class);
        return StepFrame.seeOther("/inbox");
    }

    /** Leads to the page of a record: the address that mails and feeds have, which know no pages. */
    @GET
    @Path("open/{kind}/{record:[0-9a-f-]{36}}")
    public Response openRecord(@PathParam("kind") String kind, @PathParam("record") String record) {
        open();
        InboxCodes.Kind known = Arrays.stream(InboxCodes.Kind.values())
                .filter(it -> it.name().equals(kind))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return StepFrame.seeOther(InboxWords.pageOf(known, record));
    }
}
