package org.comity.portal.views;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.portal.api.InboxCodes.NarrowedList;
import org.comity.portal.api.Json;
import org.comity.portal.api.SavedView;
import org.comity.portal.api.Services;
import org.comity.portal.form.Field;
import org.comity.portal.list.Listing;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Form;
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

/** The lists that the reader, or the reader's desk, saved as they were narrowed. */
@Path("/views")
@Produces(MediaType.TEXT_HTML)
class SavedViewResource extends StepPages<SavedView> {

    private static final String API = "/subscriptions/v1/views";
    private static final int ROWS = 25;
    private static final int PAGE = 100;

    /** A desk of a hundred people with as many views as they may have. */
    private static final int MOST = 5_000;

    private static final String LIST = "list";
    private static final String QUERY = "query";

    private final Frames frames;
    private final Services services;

    SavedViewResource(Frames frames, Services services) {
        super(List.of((RecordSteps<SavedView>) SavedViewResource::discard));
        this.frames = frames;
        this.services = services;
    }

    private static List<Step<SavedView>> discard() {
        return List.of(Step.<SavedView>of("discard").asks((one, form, page) -> {
            ViewTexts texts = page.texts(ViewTexts.class);
            return Asked.warning(texts.discard(), texts.discard())
                    .inset(one.name())
                    .text(texts.discardText());
        }));
    }

    private Page open() {
        return frames.open("/views", Person::readsDenials);
    }

    /** The address of a list. */
    private static String path(NarrowedList list) {
        return "/" + list.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<NarrowedList> at(String path) {
        return Arrays.stream(NarrowedList.values())
                .filter(it -> path(it).equals(path))
                .findFirst();
    }

    @GET
    public TemplateInstance list(@Context UriInfo address) {
        Page page = open();
        ViewTexts texts = page.texts(ViewTexts.class);
        return Listing.plain(
                        page,
                        texts.title(),
                        "/views",
                        address.getQueryParameters(),
                        cursor -> services.at(API)
                                .with("limit", ROWS)
                                .with("cursor", cursor)
                                .answer(SavedView.Page.class),
                        SavedView.Page::items,
                        columns(texts))
                .lead(texts.lead())
                .empty("", List.of(texts.none()), List.of())
                .show();
    }

    private static List<TableColumn<SavedView>> columns(ViewTexts texts) {
        return List.of(
                TableColumn.heading(
                        texts.name(), view -> Value.empty().link(view.name(), path(view.list()) + "?" + view.query())),
                TableColumn.of(texts.listLabel(), view -> Value.of(texts.list(view.list()))),
                TableColumn.of(
                        texts.whose(),
                        view -> Value.of(
                                !view.offers("discard")
                                        ? texts.ofColleague(view.owner().name())
                                        : view.shared() ? texts.ownShared() : texts.own())),
                TableColumn.of(
                        texts.ways(),
                        view -> view.offers("discard")
                                ? Value.empty()
                                        .smallLink(texts.discard(), "/views/" + view.id() + "/discard", view.name())
                                : Value.empty()));
    }

    /** Asks for a name for a list as it is narrowed. */
    @GET
    @Path("new")
    public Response askNew(@Context UriInfo address) {
        String list = first(address, LIST);
        String query = first(address, QUERY);
        at(list).orElseThrow(NotFoundException::new);
        return making(list, query).ask("new");
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response makeNew(MultivaluedMap<String, String> sent) {
        return making("", "").take("new", sent);
    }

    private static String first(UriInfo address, String name) {
        return Optional.ofNullable(address.getQueryParameters().getFirst(name)).orElse("");
    }

    private StepFrame<ToMake> making(String list, String query) {
        Step<ToMake> step = Step.<ToMake>of("new", (one, page) -> true)
                .begins((one, page) -> {
                    Form form = Form.blank();
                    form.put(LIST, list);
                    form.put(QUERY, query);
                    return form;
                })
                .asks((one, form, page) -> {
                    ViewTexts texts = page.texts(ViewTexts.class);
                    return Asked.of(texts.save(), texts.save())
                            .text(texts.saveText())
                            .carrying(LIST)
                            .carrying(QUERY)
                            .carryingKey()
                            .fields(fields(page));
                })
                .sends((one, form, page) -> {
                    var said = Json.object();
                    fields(page).forEach(field -> field.binding().read(form, said, page));
                    said.put(
                            LIST,
                            at(form.value(LIST))
                                    .orElseThrow(NotFoundException::new)
                                    .name());
                    return said.put(QUERY, form.value(QUERY));
                })
                .to("views")
                .keyed(one -> "/views");
        return StepFrame.of(
                new ToMake(this::open, part -> services.at("/subscriptions/v1" + part), "/views"), List.of(step));
    }

    private static List<Field> fields(Page page) {
        ViewTexts texts = page.texts(ViewTexts.class);
        return List.of(
                Field.input("name", texts.nameAsk()).called(texts.name()).most(100),
                Field.tick("shared", texts.sharedYes(), texts.shared()));
    }

    @Override
    protected Subject<SavedView> subject(String id) {
        return new OneOfList<>(
                this::open, () -> found(id), part -> services.at(API + "/{id}" + part, id), "/views", id);
    }

    private Read<SavedView> found(String id) {
        List<SavedView> all = Narrowing.all(
                        cursor -> services.at(API)
                                .with("limit", PAGE)
                                .with("cursor", cursor)
                                .answer(SavedView.Page.class),
                        SavedView.Page::items,
                        MOST)
                .orElseThrow(NotFoundException::new);
        return new Read<>(
                all.stream()
                        .filter(view -> view.id().toString().equals(id))
                        .findFirst()
                        .orElseThrow(NotFoundException::new),
                "");
    }
}
