package org.comity.portal.inbox;

import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.comity.portal.api.DroppedCopy;
import org.comity.portal.api.Inbox;
import org.comity.portal.api.InboxCodes;
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
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepPages;
import org.comity.portal.step.Subject;

/** Copies of records that were taken from a state: it says that they are gone, and the state whose record it was reads it. */
@Path("/copies")
@Produces(MediaType.TEXT_HTML)
class CopyResource extends StepPages<Inbox.Entry> {

    /** The verb of the step, and the end of its address. */
    static final String DROP = "drop";

    private static final String API = "/subscriptions/v1/dropped-copies";
    private static final int ROWS = 25;

    private final Frames frames;
    private final Services services;

    CopyResource(Frames frames, Services services) {
        super(List.of((RecordSteps<Inbox.Entry>) CopyResource::drop));
        this.frames = frames;
        this.services = services;
    }

    /** Whether the reader's desk was told that it sees the record no longer. */
    static boolean isGone(Inbox.Entry entry) {
        return entry.change() == InboxCodes.Change.REMOVED && entry.path() == null;
    }

    private static List<Step<Inbox.Entry>> drop() {
        return List.of(Step.<Inbox.Entry>of(DROP, (entry, page) -> isGone(entry))
                .asks((entry, form, page) -> {
                    InboxTexts texts = page.texts(InboxTexts.class);
                    return Asked.of(texts.dropTitle(), texts.dropSend())
                            .inset(entry.ref())
                            .text(texts.dropText());
                })
                .sends((entry, form, page) -> new DroppedCopy.Said(List.of(entry.record())))
                .to("dropped-copies"));
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
                        texts.copiesTitle(),
                        "/copies",
                        address.getQueryParameters(),
                        cursor -> services.at(API)
                                .with("limit", ROWS)
                                .with("cursor", cursor)
                                .answer(DroppedCopy.Page.class),
                        DroppedCopy.Page::items,
                        List.of(
                                TableColumn.<DroppedCopy>heading(texts.record(), it -> Value.empty()
                                        .reference(it.ref())
                                        .line()
                                        .quiet(texts.kind(it.kind()))),
                                TableColumn.of(texts.copiesState(), it -> Value.of(page.country(it.state()))),
                                TableColumn.of(texts.when(), it -> Value.of(page.moment(it.at())))))
                .lead(texts.copiesLead())
                .empty("", List.of(texts.copiesNone()), List.of())
                .show();
    }

    @Override
    protected Subject<Inbox.Entry> subject(String id) {
        return new OneOfList<>(
                this::open, () -> last(id), part -> services.at("/subscriptions/v1" + part), "/copies", id);
    }

    private Read<Inbox.Entry> last(String id) {
        Inbox.Entry last = services
                .at("/subscriptions/v1/inbox")
                .with("record", id)
                .with("limit", 1)
                .read(Inbox.Page.class)
                .items()
                .stream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return new Read<>(last, "");
    }
}
