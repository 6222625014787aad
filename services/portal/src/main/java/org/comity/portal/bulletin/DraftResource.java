package org.comity.portal.bulletin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.comity.portal.api.Bulletin;
import org.comity.portal.api.BulletinContent;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.discard.DiscardTexts;
import org.comity.portal.draft.Draft;
import org.comity.portal.draft.DraftPages;
import org.comity.portal.draft.Part;
import org.comity.portal.draft.Reading;
import org.comity.portal.draft.TaskWords;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.step.Read;
import org.comity.portal.step.Records;

/** Drafting a bulletin, or its next version. */
@Path("/bulletins")
@Produces(MediaType.TEXT_HTML)
class DraftResource extends DraftPages<Bulletin, BulletinContent> {

    /** @param html the text as readers will see it; empty for none */
    @CheckedTemplate(basePath = "bulletin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Check(Page page, String ref, Form form, String edit, String html, List<Reading> reading, String etag)
            implements TemplateInstance {}

    private static final String FIRST = "/bulletins/new/what";

    private final Records<Bulletin> bulletins;
    private final Reference reference;

    DraftResource(Records<Bulletin> bulletins, Reference reference) {
        super(bulletins, BulletinContent.class);
        this.bulletins = bulletins;
        this.reference = reference;
    }

    @GET
    @Path("new")
    public TemplateInstance begin() {
        return begin(open(), FIRST);
    }

    @GET
    @Path("new/what")
    public TemplateInstance first() {
        Page page = open();
        return first(page, firstForm(page, Form.blank()), FIRST, "/bulletins/new");
    }

    @POST
    @Path("new/what")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> sent) {
        return create(open(), Form.of(sent), FIRST, "/bulletins/new", "/bulletins?status=DRAFT");
    }

    @Override
    protected BulletinContent beginning(Page page, Form form) {
        ObjectNode content = Json.object();
        Json.put(content, "permittedUse", Json.node(List.of(Codes.PermittedUse.LICENSING, Codes.PermittedUse.POLICY)));
        Json.put(content, "provenance", Json.node(Codes.Provenance.OWN));
        return Json.content(content, BulletinContent.class);
    }

    @Override
    protected BulletinContent content(Bulletin one) {
        return one.draft();
    }

    @Override
    protected List<Part> parts(ObjectNode content, Page page) {
        return BulletinForm.parts(page, reference, "");
    }

    @Override
    protected TaskWords words(Optional<Bulletin> one, Page page) {
        BulletinTexts texts = page.texts(BulletinTexts.class);
        boolean update = one.filter(it -> it.next() != null).isPresent();
        String home = one.map(it -> bulletins.home(it.id())).orElseGet(bulletins::list);
        return new TaskWords(
                update ? texts.tasksUpdate() : texts.writeOne(),
                one.isPresent() ? texts.tasksSaved() : texts.tasksNew(),
                texts.tasksSubmitted(),
                home,
                one.map(it -> texts.backTo(it.ref())).orElseGet(texts::backToList),
                update ? texts.toDropUpdate() : page.texts(DiscardTexts.class).toDraft(),
                home + "/discard",
                texts.groupSubmit(),
                texts.taskCheck(),
                texts.taskCheckHint());
    }

    @Override
    protected TemplateInstance check(Draft draft, Read<Bulletin> now, Form form) {
        Bulletin one = now.one();
        Page page = draft.page();
        return page.show(new Check(
                page,
                one.ref(),
                form,
                draft.base(),
                one.drafted(),
                BulletinForm.reading(
                        one, one.draft(), page, reference, draft.base(), BulletinForm.changed(one, page, reference)),
                now.etag()));
    }
}
