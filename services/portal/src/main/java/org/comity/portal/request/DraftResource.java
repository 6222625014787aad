package org.comity.portal.request;

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
import org.comity.portal.api.InformationRequest;
import org.comity.portal.api.Json;
import org.comity.portal.api.Reference;
import org.comity.portal.api.RequestContent;
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

/** Drafting a request for information. */
@Path("/requests")
@Produces(MediaType.TEXT_HTML)
class DraftResource extends DraftPages<InformationRequest, RequestContent> {

    @CheckedTemplate(basePath = "request", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Check(Page page, String ref, Form form, String edit, List<Reading> reading, String etag)
            implements TemplateInstance {}

    private static final String FIRST = "/requests/new/what";

    private final Records<InformationRequest> requests;
    private final Reference reference;

    DraftResource(Records<InformationRequest> requests, Reference reference) {
        super(requests, RequestContent.class);
        this.requests = requests;
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
        return first(page, firstForm(page, Form.blank()), FIRST, "/requests/new");
    }

    @POST
    @Path("new/what")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> sent) {
        return create(open(), Form.of(sent), FIRST, "/requests/new", "/requests?direction=SENT");
    }

    @Override
    protected RequestContent beginning(Page page, Form form) {
        return Json.content(Json.object(), RequestContent.class);
    }

    @Override
    protected RequestContent content(InformationRequest one) {
        return one.draft();
    }

    @Override
    protected List<Part> parts(ObjectNode content, Page page) {
        return RequestForm.parts(page, reference);
    }

    @Override
    protected TaskWords words(Optional<InformationRequest> one, Page page) {
        RequestTexts texts = page.texts(RequestTexts.class);
        String home = one.map(it -> requests.home(it.id())).orElseGet(requests::list);
        return new TaskWords(
                texts.askStates(),
                texts.tasksLead(),
                texts.tasksSubmitted(),
                home,
                one.map(it -> texts.backTo(it.ref())).orElseGet(texts::backToList),
                page.texts(DiscardTexts.class).toDraft(),
                home + "/discard",
                texts.groupSubmit(),
                texts.taskCheck(),
                texts.taskCheckHint());
    }

    @Override
    protected TemplateInstance check(Draft draft, Read<InformationRequest> now, Form form) {
        Page page = draft.page();
        return page.show(new Check(
                page,
                now.one().ref(),
                form,
                draft.base(),
                RequestForm.reading(now.one(), page, reference, draft.base()),
                now.etag()));
    }
}
