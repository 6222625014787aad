package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Role;
import org.comity.portal.api.ConsultationCodes.Status;
import org.comity.portal.api.ConsultationContent;
import org.comity.portal.api.ConsultationsApi;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialsApi;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.DenialTexts;
import org.comity.portal.denial.ItemPages;
import org.comity.portal.denial.StepFrame;
import org.comity.portal.page.Form;
import org.comity.portal.page.Keys;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Drafting a consultation, step by step. Each step saves the draft through the service, with the version that its page
 * showed, so that nothing is lost with a session and nobody overwrites a colleague unawares.
 */
@Path("/consultations")
@Produces(MediaType.TEXT_HTML)
class DraftResource {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Tasks(Page page, Consultation one, boolean submitted, List<DraftTasks.Group> groups)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Check(Page page, Consultation one, String headline, String edit, Form form, String etag)
            implements TemplateInstance {}

    private static final String NEW = "new";
    private static final String STATES = "states/";

    private final Desk desk;
    private final ConsultationsApi consultations;
    private final DenialsApi denials;
    private final Reference reference;
    private final ItemPages items;

    DraftResource(
            Desk desk,
            @RestClient ConsultationsApi consultations,
            @RestClient DenialsApi denials,
            Reference reference) {
        this.desk = desk;
        this.consultations = consultations;
        this.denials = denials;
        this.reference = reference;
        this.items = new ItemPages(reference);
    }

    // Before there is a draft

    @GET
    @Path("new")
    @Blocking
    public TemplateInstance begin(@QueryParam("denial") @DefaultValue("") String from) {
        Page page = desk.openForDesk();
        Optional<Denial> denial = denial(from);
        ConsultationContent content = beginning(denial, page);
        Form form = new TypeStep()
                .show(content)
                .put("key", UUID.randomUUID().toString())
                .put("denial", from);
        return firstPage(page, form, denial);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response create(MultivaluedMap<String, String> sent) {
        Page page = desk.openForDesk();
        Form form = Form.of(sent);
        Optional<Denial> denial = denial(form.value("denial"));
        ConsultationContent content = new TypeStep().read(beginning(denial, page), form, page);
        try {
            Consultation made = consultations.draft(form.key(), content).getEntity();
            return Desk.seeOther(base(made.id()));
        } catch (Refusal refusal) {
            if (!Desk.isFault(refusal)) {
                throw refusal;
            }
            if (!Keys.isUsedUp(form, refusal, "/consultations?view=sent", page.texts(Texts.class))) {
                DraftPlaces.faults(form, refusal, "type", "", content, page);
            }
            return Response.status(422).entity(firstPage(page, form, denial)).build();
        }
    }

    private Optional<Denial> denial(String id) {
        if (id.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(denials.read(UUID.fromString(id)).getEntity());
        } catch (IllegalArgumentException noId) {
            throw new NotFoundException(noId);
        }
    }

    private static ConsultationContent beginning(Optional<Denial> denial, Page page) {
        return denial.map(it -> Beginnings.from(it, page)).orElseGet(Beginnings::blank);
    }

    private static TemplateInstance firstPage(Page page, Form form, Optional<Denial> denial) {
        DraftTexts texts = page.texts(DraftTexts.class);
        String back = denial.map(it -> "/denials/" + it.id()).orElse("/consultations?view=sent");
        StepFrame frame = new StepFrame(texts.title(), "", "/consultations/new", back, "", texts.start(), false, false);
        return page.show(TypeStep.page(
                page,
                frame,
                form,
                denial.map(Denial::ref).orElse(""),
                denial.map(it -> page.country(it.originatorState())).orElse("")));
    }

    // The list of steps

    @GET
    @Path("{id}/draft")
    @Blocking
    public Response tasks(@PathParam("id") UUID id) {
        Page page = desk.openForDesk();
        Consultation one = desk.read(id).one();
        return isDraft(one)
                ? Response.ok(page.show(new Tasks(
                                page,
                                one,
                                one.status() == Status.NATIONAL_APPROVAL,
                                DraftTasks.of(one.content(), base(id), page))))
                        .build()
                : Desk.seeOther(Desk.home(id));
    }

    // A step

    @GET
    @Path("{id}/draft/{step}")
    @Blocking
    public Response step(@PathParam("id") UUID id, @PathParam("step") String path) {
        return path.equals("items") || path.equals("parties") ? list(id, path) : show(id, path);
    }

    @POST
    @Path("{id}/draft/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response save(
            @PathParam("id") UUID id, @PathParam("step") String path, MultivaluedMap<String, String> sent) {
        return save(id, path, Form.of(sent));
    }

    // One of several items or parties, or what is cited to one of the states

    @GET
    @Path("{id}/draft/{step}/{which}")
    @Blocking
    public Response element(
            @PathParam("id") UUID id, @PathParam("step") String path, @PathParam("which") String which) {
        return show(id, path + "/" + which);
    }

    @POST
    @Path("{id}/draft/{step}/{which}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response saveElement(
            @PathParam("id") UUID id,
            @PathParam("step") String path,
            @PathParam("which") String which,
            MultivaluedMap<String, String> sent) {
        return save(id, path + "/" + which, Form.of(sent));
    }

    private Response show(UUID id, String path) {
        Page page = desk.openForDesk();
        Desk.Read now = desk.read(id);
        if (!isDraft(now.one())) {
            return Desk.seeOther(Desk.home(id));
        }
        ConsultationContent draft = now.one().content();
        Optional<DraftStep> step = at(path, draft);
        return step.map(it -> Response.ok(stepPage(page, now, it, path, it.show(draft), false))
                        .build())
                .orElseGet(() -> Desk.seeOther(base(id)));
    }

    private Response save(UUID id, String path, Form form) {
        Page page = desk.openForDesk();
        Desk.Read now = desk.read(id);
        Optional<DraftStep> found = at(path, now.one().content());
        if (found.isEmpty()) {
            return isDraft(now.one()) ? moved(page, now, path, form) : Desk.seeOther(Desk.home(id));
        }
        DraftStep step = found.get();
        ConsultationContent changed = step.read(now.one().content(), form, page);
        if (!form.isFaulty()) {
            try {
                consultations.edit(id, form.value("etag"), changed);
                return Desk.seeOther(form.value("then").equals("tasks") ? base(id) : after(id, step, changed));
            } catch (Refusal refusal) {
                if (Desk.isOvertaken(refusal)) {
                    return overtaken(page, id, path, form, refusal);
                }
                if (!Desk.isFault(refusal)) {
                    throw refusal;
                }
                DraftPlaces.faults(form, refusal, here(path, step), base(id), changed, page);
            }
        }
        // a page with a fault keeps its own version
        Desk.Read shown = new Desk.Read(now.one(), form.value("etag"));
        return Response.status(422)
                .entity(stepPage(page, shown, step, path, form, false))
                .build();
    }

    /** Shows both texts, with the version just read, so that saving again means it; no draft any more is a refusal. */
    private Response overtaken(Page page, UUID id, String path, Form form, Refusal refusal) {
        Desk.Read now = desk.read(id);
        if (!isDraft(now.one())) {
            throw refusal;
        }
        ConsultationContent draft = now.one().content();
        return at(path, draft)
                .map(step -> {
                    Form both = path.endsWith("/" + NEW) ? form : form.beside(step.show(draft));
                    return Response.status(412)
                            .entity(stepPage(page, now, step, path, both, true))
                            .build();
                })
                .orElseGet(() -> moved(page, now, path, form));
    }

    /** What was edited is gone, or stands elsewhere in its list: what was typed is kept, to be saved as one more. */
    private Response moved(Page page, Desk.Read now, String path, Form form) {
        String added = path.substring(0, path.indexOf('/') + 1) + NEW;
        if (path.startsWith(STATES)) {
            return Desk.seeOther(base(now.one().id()));
        }
        form.faultAt("", page.texts(DenialTexts.class).movedMeanwhile());
        DraftStep step = at(added, now.one().content()).orElseThrow();
        return Response.status(409)
                .entity(stepPage(page, now, step, added, form, false))
                .build();
    }

    private static String here(String path, DraftStep step) {
        return switch (step) {
            case ItemsStep(var pages, int index) -> "items/" + index;
            case PartiesStep(int index) -> "parties/" + index;
            case TypeStep type -> path;
            case QuestionStep question -> path;
            case TransactionStep transaction -> path;
            case StatesStep states -> path;
            case CiteStep cite -> path;
            case OwnStep own -> path;
        };
    }

    private TemplateInstance stepPage(
            Page page, Desk.Read now, DraftStep step, String path, Form form, boolean overtaken) {
        Consultation one = now.one();
        UUID id = one.id();
        boolean listed = step instanceof ItemsStep && !one.transaction().items().isEmpty()
                || step instanceof PartiesStep && !one.transaction().parties().isEmpty();
        StepFrame frame = new StepFrame(
                step.title(page, one.content()),
                one.ref(),
                base(id) + "/" + path,
                listed ? base(id) + "/" + path.substring(0, path.indexOf('/')) : base(id),
                now.etag(),
                page.texts(DenialTexts.class).saveContinue(),
                true,
                overtaken);
        return page.show(step.page(page, frame, form, one.content()));
    }

    /** The step at that address; nothing where the draft has no such item, party or state any more. */
    private Optional<DraftStep> at(String path, ConsultationContent draft) {
        if (path.startsWith(STATES)) {
            String state = path.substring(STATES.length());
            return draft.consulted(state).map(it -> new CiteStep(denials, state));
        }
        int slash = path.indexOf('/');
        if (slash > 0) {
            return switch (path.substring(0, slash)) {
                case "items" ->
                    index(path.substring(slash + 1), draft.transaction().items().size())
                            .map(it -> new ItemsStep(items, it));
                case "parties" ->
                    index(
                                    path.substring(slash + 1),
                                    draft.transaction().parties().size())
                            .map(PartiesStep::new);
                default -> throw new NotFoundException();
            };
        }
        return Optional.of(
                switch (path) {
                    case "type" -> new TypeStep();
                    case "question" -> new QuestionStep();
                    case "transaction" -> new TransactionStep();
                    case "states" -> new StatesStep(reference);
                    case "own" -> new OwnStep();
                    default -> throw new NotFoundException();
                });
    }

    private static Optional<Integer> index(String which, int count) {
        if (which.equals(NEW)) {
            return Optional.of(count);
        }
        if (!which.matches("\\d{1,2}")) {
            throw new NotFoundException();
        }
        return Optional.of(Integer.valueOf(which)).filter(it -> it < count);
    }

    /** Where one goes on to after a step. */
    private static String after(UUID id, DraftStep step, ConsultationContent draft) {
        return base(id)
                + switch (step) {
                    case TypeStep type -> "/question";
                    case QuestionStep question -> "/items";
                    case ItemsStep item -> "/items";
                    case PartiesStep party -> "/parties";
                    case TransactionStep transaction -> "/states";
                    case StatesStep states -> next(draft, "");
                    case CiteStep cite -> next(draft, cite.state());
                    case OwnStep own -> "";
                };
    }

    /** The next state to cite denials to; after the last one, the check. */
    private static String next(ConsultationContent draft, String after) {
        List<String> states = draft.consultedStates().stream()
                .map(ConsultationContent.Consulted::state)
                .toList();
        int at = states.indexOf(after) + 1;
        return at < states.size() ? "/" + STATES + states.get(at) : states.isEmpty() ? "" : "/check";
    }

    // The lists of items and parties

    private Response list(UUID id, String path) {
        Page page = desk.openForDesk();
        Consultation one = desk.read(id).one();
        if (!isDraft(one)) {
            return Desk.seeOther(Desk.home(id));
        }
        SeveralPage several = path.equals("items")
                ? SeveralPage.items(one, base(id), page)
                : SeveralPage.parties(one, base(id), page);
        return several.lines().isEmpty()
                ? Desk.seeOther(base(id) + "/" + path + "/" + NEW)
                : Response.ok(page.show(several.show())).build();
    }

    @GET
    @Path("{id}/draft/{step}/{index}/remove")
    @Blocking
    public Response askToRemove(
            @PathParam("id") UUID id, @PathParam("step") String path, @PathParam("index") int index) {
        Page page = desk.openForDesk();
        Desk.Read now = desk.read(id);
        List<SeveralPage.Line> lines = path.equals("items")
                ? SeveralPage.items(now.one(), base(id), page).lines()
                : SeveralPage.parties(now.one(), base(id), page).lines();
        String here = base(id) + "/" + path;
        return !isDraft(now.one()) || index < 0 || index >= lines.size()
                ? Desk.seeOther(base(id))
                : Response.ok(page.show(new SeveralPage.RemoveOne(
                                page,
                                now.one().ref(),
                                lines.get(index).title(),
                                here + "/" + index + "/remove",
                                here,
                                now.etag())))
                        .build();
    }

    @POST
    @Path("{id}/draft/{step}/{index}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("step") String path,
            @PathParam("index") int index,
            MultivaluedMap<String, String> sent) {
        desk.openForDesk();
        ConsultationContent draft = desk.read(id).one().content();
        String here = base(id) + "/" + path;
        try {
            consultations.edit(id, Form.of(sent).value("etag"), SeveralPage.without(draft, path, index));
        } catch (Refusal refusal) {
            if (!Desk.isOvertaken(refusal)) {
                throw refusal;
            }
            return Desk.seeOther(here + "/" + index + "/remove");
        }
        return Desk.seeOther(here);
    }

    // Check and submit

    @GET
    @Path("{id}/draft/check")
    @Blocking
    public Response check(@PathParam("id") UUID id) {
        Page page = desk.openForDesk();
        Desk.Read now = desk.read(id);
        return isDraft(now.one())
                ? Response.ok(checkPage(page, now, Form.blank())).build()
                : Desk.seeOther(Desk.home(id));
    }

    @POST
    @Path("{id}/draft/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response submit(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = desk.openForDesk();
        Form form = Form.of(sent);
        try {
            consultations.submit(id, form.value("etag"), new Steps.Empty());
            return Desk.seeOther(Desk.home(id) + "?done=submitted");
        } catch (Refusal refusal) {
            Desk.Read now = desk.read(id);
            if (Desk.isOvertaken(refusal)) {
                DenialTexts texts = page.texts(DenialTexts.class);
                form.faultAt("", texts.overtaken() + ". " + texts.overtakenSubmit());
            } else if (Desk.isFault(refusal)) {
                DraftPlaces.faults(form, refusal, "check", base(id), now.one().content(), page);
            } else {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(checkPage(page, now, form))
                    .build();
        }
    }

    private static TemplateInstance checkPage(Page page, Desk.Read now, Form form) {
        Consultation one = now.one();
        return page.show(new Check(page, one, new Words(page).headline(one), base(one.id()), form, now.etag()));
    }

    private static boolean isDraft(Consultation one) {
        return one.role() == Role.SENT && one.status().isDraft();
    }

    private static String base(UUID id) {
        return Desk.home(id) + "/draft";
    }
}
