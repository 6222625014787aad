package org.comity.portal.consultation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
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

/** Drafting a consultation. */
@Path("/consultations")
@Produces(MediaType.TEXT_HTML)
class DraftResource extends DraftPages<Consultation, ConsultationContent> {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Check(
            Page page, Consultation one, String headline, String edit, Form form, String etag, List<Reading> reading)
            implements TemplateInstance {}

    private static final String FIRST = "/consultations/new";
    private static final String SENT = "/consultations?view=sent";
    /** The denial that a draft begins with. */
    private static final String FROM = "denial";

    private final Records<Consultation> consultations;
    private final Services services;
    private final Reference reference;

    DraftResource(Records<Consultation> consultations, Services services, Reference reference) {
        super(consultations, ConsultationContent.class);
        this.consultations = consultations;
        this.services = services;
        this.reference = reference;
    }

    // Before there is a draft

    @GET
    @Path("new")
    public TemplateInstance begin(@QueryParam(FROM) @DefaultValue("") String from) {
        Page page = open();
        Form given = Form.blank().put(FROM, from);
        return first(page, firstForm(page, given).put(FROM, from), FIRST, back(from));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> sent) {
        Form form = Form.of(sent);
        return create(open(), form, FIRST, back(form.value(FROM)), SENT);
    }

    private static String back(String from) {
        return from.isEmpty() ? SENT : "/denials/" + from;
    }

    private Optional<Denial> denial(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    services.at("/denials/v1/denials/{id}", UUID.fromString(id)).read(Denial.class));
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException(noId);
        }
    }

    @Override
    protected ConsultationContent beginning(Page page, Form form) {
        return denial(form.value(FROM)).map(it -> Beginnings.from(it, page)).orElseGet(Beginnings::blank);
    }

    /** Says at the head of the first part what was copied from a denial, and carries which it was. */
    @Override
    protected Part begins(Part first, Page page, Form form) {
        DraftTexts texts = page.texts(DraftTexts.class);
        denial(form.value(FROM))
                .ifPresent(it -> first.inset(texts.startFrom(it.ref(), page.country(it.originatorState()))));
        return first.called(texts.title()).intro(texts.startIntro()).carrying(FROM);
    }

    @Override
    protected String afterCreating(UUID id, String next) {
        return consultations.home(id) + "/draft";
    }

    // What a consultation adds

    @Override
    protected ConsultationContent content(Consultation one) {
        return one.content();
    }

    @Override
    protected List<Part> parts(ObjectNode content, Page page) {
        return ConsultationForm.parts(content, page, services, reference);
    }

    @Override
    protected TaskWords words(Optional<Consultation> one, Page page) {
        DraftTexts texts = page.texts(DraftTexts.class);
        String home = one.map(it -> consultations.home(it.id())).orElseGet(consultations::list);
        return new TaskWords(
                texts.draftTitle(),
                texts.tasksSaved(),
                texts.tasksSubmitted(),
                home,
                one.map(it -> page.texts(ConsultationTexts.class).back(it.ref()))
                        .orElse(""),
                page.texts(DiscardTexts.class).toDraft(),
                home + "/discard",
                texts.groupSend(),
                texts.taskCheck(),
                texts.taskCheckHint());
    }

    @Override
    protected TemplateInstance check(Draft draft, Read<Consultation> now, Form form) {
        Consultation one = now.one();
        Page page = draft.page();
        return page.show(new Check(
                page,
                one,
                new Words(page).headline(one),
                draft.base(),
                form,
                now.etag(),
                ConsultationForm.reading(one, page, services, reference, draft.base())));
    }
}
