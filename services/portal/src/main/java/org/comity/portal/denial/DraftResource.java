package org.comity.portal.denial;

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
import org.comity.portal.api.Codes;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Warnings;
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
import org.comity.portal.step.StepPage;

/** Drafting a denial, or an amendment. */
@Path("/denials")
@Produces(MediaType.TEXT_HTML)
class DraftResource extends DraftPages<Denial, DenialContent> {

    /** @param erasing whether the page asks if the final assessment is to be erased */
    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Decision(Page page, StepPage step, Form form, boolean erasing) implements TemplateInstance {}

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Check(
            Page page,
            String ref,
            Form form,
            String edit,
            List<Reading> reading,
            List<Reading> side,
            List<Warnings.Warning> warnings,
            String etag)
            implements TemplateInstance {}

    private static final String FIRST = "/denials/new/decision";

    private final Records<Denial> denials;
    private final Reference reference;
    private final SecondLook secondLook;

    DraftResource(Records<Denial> denials, Reference reference, SecondLook secondLook) {
        super(denials, DenialContent.class);
        this.denials = denials;
        this.reference = reference;
        this.secondLook = secondLook;
    }

    // Before there is a draft

    @GET
    @Path("new")
    public TemplateInstance begin() {
        return begin(open(), FIRST);
    }

    @GET
    @Path("new/decision")
    public TemplateInstance first() {
        Page page = open();
        return first(page, firstForm(page, Form.blank()), FIRST, "/denials/new");
    }

    @POST
    @Path("new/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> sent) {
        return create(open(), Form.of(sent), FIRST, "/denials/new", "/denials?status=DRAFT");
    }

    /** What a draft starts with: labelled as the state set it in the registry, for licensing, of its own knowledge. */
    @Override
    protected DenialContent beginning(Page page, Form form) {
        ObjectNode content = Json.object();
        Json.put(
                content,
                "tlp",
                Json.node(ReleaseForm.ownMarking(page, reference).orElse(null)));
        Json.put(content, "permittedUse", Json.node(List.of(Codes.PermittedUse.LICENSING)));
        Json.put(content, "provenance", Json.node(Codes.Provenance.OWN));
        Json.put(content, "validityPolicy", Json.node(Codes.ValidityPolicy.REVIEW_REQUIRED));
        return Json.content(content, DenialContent.class);
    }

    // What a denial adds

    @Override
    protected DenialContent content(Denial one) {
        return one.draft();
    }

    @Override
    protected List<Part> parts(ObjectNode content, Page page) {
        return DenialForm.parts(page, reference);
    }

    @Override
    protected TaskWords words(Optional<Denial> one, Page page) {
        DenialTexts texts = page.texts(DenialTexts.class);
        DiscardTexts discard = page.texts(DiscardTexts.class);
        boolean amendment = one.filter(it -> it.amendment() != null).isPresent();
        String home = one.map(it -> denials.home(it.id())).orElseGet(denials::list);
        return new TaskWords(
                amendment ? texts.tasksAmend() : texts.postOne(),
                one.isPresent() ? texts.tasksSaved() : texts.tasksNew(),
                texts.tasksSubmitted(),
                home,
                one.map(it -> texts.backToDenial(it.ref())).orElseGet(texts::backToList),
                amendment ? discard.toAmendment() : discard.toDraft(),
                home + "/discard",
                texts.groupSubmit(),
                texts.taskCheck(),
                texts.taskCheckHint());
    }

    @Override
    protected TemplateInstance check(Draft draft, Read<Denial> now, Form form) {
        Denial one = now.one();
        Page page = draft.page();
        DenialForm.Readings said = DenialForm.reading(
                one.draft(), page, reference, draft.base(), DenialForm.changed(one, page, reference), true, true);
        return page.show(new Check(
                page, one.ref(), form, draft.base(), said.main(), said.side(), secondLook.at(one.id()), now.etag()));
    }
}
