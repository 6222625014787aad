package org.comity.portal.inbox;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Rule;
import org.comity.portal.api.Services;
import org.comity.portal.list.Listing;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.session.Person;
import org.comity.portal.step.Asked;
import org.comity.portal.step.OneOfList;
import org.comity.portal.step.Read;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.StepPages;
import org.comity.portal.step.Subject;
import org.comity.portal.step.ToMake;

/** The rules of the reader, and those that the reader's desk shares. */
@Path("/rules")
@Produces(MediaType.TEXT_HTML)
class RuleResource extends StepPages<Rule> {

    private static final int ROWS = 25;
    private static final String API = "/subscriptions/v1/rules";

    private final Frames frames;
    private final Services services;
    private final Reference reference;

    RuleResource(Frames frames, Services services, Reference reference, RuleSteps steps) {
        super(List.of(steps));
        this.frames = frames;
        this.services = services;
        this.reference = reference;
    }

    private Page open() {
        return frames.open("/inbox", Person::readsDenials);
    }

    @GET
    public TemplateInstance list(@Context UriInfo address) {
        Page page = open();
        InboxTexts texts = page.texts(InboxTexts.class);
        return Listing.plain(
                        page,
                        texts.rulesTitle(),
                        "/rules",
                        address.getQueryParameters(),
                        cursor -> services.at(API)
                                .with("limit", ROWS)
                                .with("cursor", cursor)
                                .answer(Rule.Page.class),
                        Rule.Page::items,
                        columns(page))
                .lead(texts.rulesLead())
                .button(texts.newRule(), "/rules/new")
                .beside(new Listing.Views(
                        texts.ways(),
                        List.of(
                                new Listing.Way(texts.rulesTitle(), ""),
                                new Listing.Way(texts.toFeeds(), "/feeds"),
                                new Listing.Way(texts.webhooksTitle(), "/webhooks"),
                                new Listing.Way(texts.preferencesTitle(), "/preferences"),
                                new Listing.Way(texts.copiesTitle(), "/copies"),
                                new Listing.Way(texts.title(), "/inbox"))))
                .empty("", List.of(texts.rulesNone()), List.of())
                .show();
    }

    private List<TableColumn<Rule>> columns(Page page) {
        InboxTexts texts = page.texts(InboxTexts.class);
        return List.of(
                TableColumn.heading(
                        texts.name(),
                        rule -> rule.offers("edit")
                                ? Value.empty().link(rule.name(), "/rules/" + rule.id() + "/edit")
                                : Value.of(rule.name())),
                TableColumn.of(texts.conditions(), rule -> conditions(rule, page)),
                TableColumn.of(texts.owner(), rule -> Value.of(rule.owner().name())),
                TableColumn.of(texts.ways(), rule -> ways(rule, texts)));
    }

    private Value conditions(Rule rule, Page page) {
        Value told = Value.empty();
        RuleForm.fields(page, reference).stream()
                .filter(field -> !field.name().equals("name") && !field.name().equals("shared"))
                .flatMap(field -> field.answers(Json.tree(rule), page).stream())
                .filter(answer -> !answer.value().isEmpty())
                .forEach(answer -> told.line().quiet(answer.label()).and(answer.value()));
        return told.orElse(Value.of(page.texts(InboxTexts.class).everything()));
    }

    private static Value ways(Rule rule, InboxTexts texts) {
        Value news = Value.empty().smallLink(texts.seeNews(), "/inbox?rule=" + rule.id(), rule.name());
        return rule.offers("discard")
                ? news.line().smallLink(texts.discardRule(), "/rules/" + rule.id() + "/discard", rule.name())
                : news;
    }

    @Override
    protected Subject<Rule> subject(String id) {
        return new OneOfList<>(
                this::open,
                () -> Read.of(services.at(API + "/{id}", id).answer(Rule.class)),
                part -> services.at(API + "/{id}" + part, id),
                "/rules",
                id);
    }

    @GET
    @Path("new")
    public Response askNew() {
        return making().ask("new");
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response makeNew(MultivaluedMap<String, String> sent) {
        return making().take("new", sent);
    }

    private StepFrame<ToMake> making() {
        Step<ToMake> step = Step.<ToMake>of("new", (one, page) -> true)
                .asks((one, form, page) -> {
                    InboxTexts texts = page.texts(InboxTexts.class);
                    return Asked.of(texts.newRule(), texts.save())
                            .carryingKey()
                            .fields(RuleForm.fields(page, reference));
                })
                .sends((one, form, page) -> RuleForm.read(form, page, reference))
                .to("rules")
                .keyed(one -> "/rules");
        return StepFrame.of(
                new ToMake(this::open, part -> services.at("/subscriptions/v1" + part), "/rules"), List.of(step));
    }
}
