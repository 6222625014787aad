package org.comity.portal.inbox;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.comity.portal.api.AtomKey;
import org.comity.portal.api.Services;
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
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.StepPages;
import org.comity.portal.step.Subject;
import org.comity.portal.step.ToMake;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The addresses that the reader gave to feed readers. An address is shown once, when it is made. */
@Path("/feeds")
@Produces(MediaType.TEXT_HTML)
class FeedReaderResource extends StepPages<AtomKey> {

    private static final String API = "/subscriptions/v1/atom/keys";
    private static final int ROWS = 25;
    private static final int MOST = 100;

    private final Frames frames;
    private final Services services;
    private final String service;

    FeedReaderResource(
            Frames frames, Services services, @ConfigProperty(name = "comity.subscriptions.url") String service) {
        super(List.of((RecordSteps<AtomKey>) FeedReaderResource::discard));
        this.frames = frames;
        this.services = services;
        this.service = service;
    }

    private static List<Step<AtomKey>> discard() {
        return List.of(Step.<AtomKey>of("discard", (one, page) -> true).asks((one, form, page) -> {
            InboxTexts texts = page.texts(InboxTexts.class);
            return Asked.warning(texts.discardFeed(), texts.discardFeed())
                    .inset(one.name())
                    .text(texts.discardFeedText());
        }));
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
                        texts.feedsTitle(),
                        "/feeds",
                        address.getQueryParameters(),
                        cursor -> services.at(API)
                                .with("limit", ROWS)
                                .with("cursor", cursor)
                                .answer(AtomKey.Page.class),
                        AtomKey.Page::items,
                        columns(page, texts))
                .lead(texts.feedsLead())
                .button(texts.newFeed(), "/feeds/new")
                .empty("", List.of(texts.feedsNone()), List.of())
                .show();
    }

    private static List<TableColumn<AtomKey>> columns(Page page, InboxTexts texts) {
        Function<AtomKey, Value> used =
                key -> Value.of(key.usedOn() == null ? texts.feedNever() : page.shortDay(key.usedOn()));
        return List.of(
                TableColumn.heading(texts.feedName(), key -> Value.of(key.name())),
                TableColumn.of(texts.feedCreated(), key -> Value.of(page.moment(key.createdAt()))),
                TableColumn.of(texts.feedUsed(), used),
                TableColumn.of(texts.ways(), key -> Value.empty()
                        .smallLink(texts.discardFeed(), "/feeds/" + key.id() + "/discard", key.name())));
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
                    return Asked.of(texts.newFeed(), texts.newFeed())
                            .text(texts.feedsLead())
                            .fields(fields(page));
                })
                .sends((one, form, page) -> Shown.said(form, fields(page), page))
                .to("keys")
                .shows((one, answer, page) -> {
                    InboxTexts texts = page.texts(InboxTexts.class);
                    return new Shown.Once(
                            page,
                            answer.path("name").asText(),
                            texts.feedMade(),
                            service + answer.path("path").asText(),
                            texts.feedsTitle(),
                            "/feeds");
                });
        return StepFrame.of(
                new ToMake(this::open, part -> services.at("/subscriptions/v1/atom" + part), "/feeds"), List.of(step));
    }

    private List<Field> fields(Page page) {
        InboxTexts texts = page.texts(InboxTexts.class);
        return List.of(
                Field.input("name", texts.feedNameAsk())
                        .called(texts.feedName())
                        .most(100),
                Shown.rule(page, services));
    }

    @Override
    protected Subject<AtomKey> subject(String id) {
        return new OneOfList<>(
                this::open, () -> found(id), part -> services.at(API + "/{id}" + part, id), "/feeds", id);
    }

    private Read<AtomKey> found(String id) {
        AtomKey one = services.at(API).with("limit", MOST).read(AtomKey.Page.class).items().stream()
                .filter(key -> key.id().toString().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return new Read<>(one, "");
    }
}
