package org.comity.portal.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.comity.portal.api.InboxCodes;
import org.comity.portal.api.Services;
import org.comity.portal.api.Webhook;
import org.comity.portal.form.Field;
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

/** The webhooks of the reader: where the news is sent, how far each is behind, and what was not taken. */
@Path("/webhooks")
@Produces(MediaType.TEXT_HTML)
class WebhookResource extends StepPages<Webhook> {

    private static final String API = "/subscriptions/v1/webhooks";
    private static final int ROWS = 25;

    private final Frames frames;
    private final Services services;

    WebhookResource(Frames frames, Services services, WebhookSteps steps) {
        super(List.of(steps));
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
        return Listing.plain(
                        page,
                        texts.webhooksTitle(),
                        "/webhooks",
                        address.getQueryParameters(),
                        cursor -> services.at(API)
                                .with("limit", ROWS)
                                .with("cursor", cursor)
                                .answer(Webhook.Page.class),
                        Webhook.Page::items,
                        columns(page, texts))
                .lead(texts.webhooksLead())
                .button(texts.newWebhook(), "/webhooks/new")
                .empty("", List.of(texts.webhooksNone()), List.of())
                .show();
    }

    private static List<TableColumn<Webhook>> columns(Page page, InboxTexts texts) {
        return List.of(
                TableColumn.heading(
                        texts.name(), hook -> Value.of(hook.name()).line().id(hook.url())),
                TableColumn.of(texts.webhookState(), hook -> state(hook, page, texts)),
                TableColumn.of(texts.webhookWaiting(), hook -> Value.of(page.number(hook.waiting()))),
                TableColumn.of(texts.ways(), hook -> ways(hook, texts)));
    }

    private static Value state(Webhook hook, Page page, InboxTexts texts) {
        Value state = Value.empty()
                .tag(
                        texts.webhookStatus(hook.status()),
                        hook.status() == InboxCodes.WebhookStatus.ACTIVE ? "green" : "red");
        if (hook.failingSince() != null) {
            state.line().quiet(texts.webhookFailing(page.moment(hook.failingSince())));
        }
        return hook.offAt() == null ? state : state.line().quiet(texts.webhookOffAt(page.moment(hook.offAt())));
    }

    private static Value ways(Webhook hook, InboxTexts texts) {
        String at = "/webhooks/" + hook.id() + "/";
        Value ways = Value.empty().smallLink(texts.deliveriesTitle(), at + "deliveries", hook.name());
        WebhookSteps.NAMES.forEach((verb, name) -> {
            if (hook.offers(verb)) {
                ways.line().smallLink(name.apply(texts), at + verb, hook.name());
            }
        });
        return ways;
    }

    /** What was sent, and how it was taken. */
    @GET
    @Path("{id:[0-9a-f-]{36}}/deliveries")
    public TemplateInstance deliveries(@PathParam("id") String id, @Context UriInfo address) {
        Page page = open();
        InboxTexts texts = page.texts(InboxTexts.class);
        Webhook hook = services.at(API + "/{id}", id).read(Webhook.class);
        return Listing.plain(
                        page,
                        texts.deliveriesOf(hook.name()),
                        "/webhooks/" + id + "/deliveries",
                        address.getQueryParameters(),
                        cursor -> services.at(API + "/{id}/deliveries", id)
                                .with("limit", ROWS)
                                .with("cursor", cursor)
                                .answer(Webhook.DeliveryPage.class),
                        Webhook.DeliveryPage::items,
                        List.of(
                                TableColumn.<Webhook.Delivery>heading(
                                        texts.deliveryNumber(), it -> Value.of(page.number(it.seq()))),
                                TableColumn.of(texts.when(), it -> Value.of(page.moment(it.at()))),
                                TableColumn.of(texts.deliveryOutcome(), it -> outcome(it, page, texts))))
                .lead(texts.deliveriesLead())
                .button(texts.webhooksTitle(), "/webhooks")
                .empty("", List.of(texts.deliveriesNone()), List.of())
                .show();
    }

    private static Value outcome(Webhook.Delivery one, Page page, InboxTexts texts) {
        return Value.empty()
                .tag(
                        texts.deliveryOutcomeOf(one.outcome()),
                        one.outcome() == InboxCodes.Outcome.DELIVERED ? "green" : "red")
                .line()
                .quiet(
                        one.status() == null
                                ? texts.deliveryTook(page.number(one.tookMs()))
                                : texts.deliveryAnswered(one.status().toString(), page.number(one.tookMs())));
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
                    return Asked.of(texts.newWebhook(), texts.newWebhook())
                            .text(texts.webhooksLead())
                            .fields(fields(page));
                })
                .sends((one, form, page) -> Shown.said(form, fields(page), page))
                .to("webhooks")
                .shows((one, answer, page) -> secret(answer, page));
        return StepFrame.of(
                new ToMake(this::open, part -> services.at("/subscriptions/v1" + part), "/webhooks"), List.of(step));
    }

    /** The page that shows the secret, once. */
    static Shown.Once secret(JsonNode webhook, Page page) {
        InboxTexts texts = page.texts(InboxTexts.class);
        return new Shown.Once(
                page,
                webhook.path("name").asText(),
                texts.webhookSecret(),
                webhook.path("secret").asText(),
                texts.webhooksTitle(),
                "/webhooks");
    }

    /** The page that says how a test was taken. */
    static Shown.Once tested(Webhook hook, JsonNode answer, Page page) {
        InboxTexts texts = page.texts(InboxTexts.class);
        String took = page.number(answer.path("tookMs").asLong());
        return new Shown.Once(
                page,
                hook.name(),
                texts.deliveryOutcomeOf(
                        InboxCodes.Outcome.valueOf(answer.path("outcome").asText())),
                answer.has("status")
                        ? texts.deliveryAnswered(answer.path("status").asText(), took)
                        : texts.deliveryTook(took),
                texts.webhooksTitle(),
                "/webhooks");
    }

    private List<Field> fields(Page page) {
        InboxTexts texts = page.texts(InboxTexts.class);
        return List.of(
                Field.input("name", texts.webhookNameAsk()).called(texts.name()).most(100),
                Field.input("url", texts.webhookUrlAsk())
                        .called(texts.webhookUrl())
                        .hint(texts.webhookUrlHint())
                        .most(500),
                Shown.rule(page, services));
    }

    @Override
    protected Subject<Webhook> subject(String id) {
        return new OneOfList<>(
                this::open,
                () -> Read.of(services.at(API + "/{id}", id).answer(Webhook.class)),
                part -> services.at(API + "/{id}" + part, id),
                "/webhooks",
                id);
    }
}
