package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.DenialsApi;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.State;
import org.comity.portal.api.Steps;
import org.comity.portal.api.Warnings;
import org.comity.portal.page.Form;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Keys;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Drafting a denial, or an amendment, step by step. Each step saves the draft through the service, with the version that
 * its page showed, so that nothing is lost with a session and nobody overwrites a colleague unawares.
 */
@Path("/denials")
@Produces(MediaType.TEXT_HTML)
class DraftResource {

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Tasks(
            Page page,
            String id,
            String ref,
            boolean amendment,
            boolean submitted,
            String returned,
            List<TaskList.Group> groups)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Several(
            Page page,
            UUID id,
            String ref,
            String title,
            boolean gone,
            List<SeveralLines.Line> lines,
            String next,
            String add,
            String addText)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Remove(Page page, String ref, String what, String action, String back, String etag)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Check(
            Page page,
            UUID id,
            String ref,
            Form form,
            DenialContent content,
            String edit,
            Set<String> changed,
            List<Warnings.Warning> warnings,
            String etag)
            implements TemplateInstance {}

    private static final String NEW = "new";

    private final Frames frames;
    private final DenialsApi denials;
    private final Desk desk;
    private final DraftSteps steps;
    private final Reference reference;
    private final SecondLook secondLook;

    DraftResource(
            Frames frames,
            @RestClient DenialsApi denials,
            Desk desk,
            DraftSteps steps,
            Reference reference,
            SecondLook secondLook) {
        this.frames = frames;
        this.denials = denials;
        this.desk = desk;
        this.steps = steps;
        this.reference = reference;
        this.secondLook = secondLook;
    }

    // Before there is a draft

    @GET
    @Path("new")
    @Blocking
    public TemplateInstance begin() {
        Page page = drafting();
        return page.show(new Tasks(
                page,
                "",
                "",
                false,
                false,
                "",
                TaskList.of(steps, Optional.empty(), DenialContent.empty(), new Words(page))));
    }

    @GET
    @Path("new/decision")
    @Blocking
    public TemplateInstance first() {
        Page page = drafting();
        Form form = steps.first()
                .show(DenialContent.empty(), 0)
                .put("key", UUID.randomUUID().toString())
                .put("validityPolicy", Codes.ValidityPolicy.REVIEW_REQUIRED);
        return firstPage(page, form);
    }

    @POST
    @Path("new/decision")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response create(MultivaluedMap<String, String> sent) {
        Page page = drafting();
        Form form = Form.of(sent);
        DenialContent content = steps.first().read(beginning(page), form, 0, new Words(page));
        if (!form.isFaulty()) {
            try {
                Denial made = denials.draft(form.key(), content).getEntity();
                return Desk.seeOther(afterSaving(made.id(), steps.first(), form));
            } catch (Refusal refusal) {
                if (!Desk.isFault(refusal)) {
                    throw refusal;
                }
                if (!Keys.isUsedUp(form, refusal, "/denials?status=DRAFT", page.texts(Texts.class))) {
                    Desk.faults(form, refusal, steps.first().path(), step -> "", new Words(page).denial);
                }
            }
        }
        return Response.status(422).entity(firstPage(page, form)).build();
    }

    private TemplateInstance firstPage(Page page, Form form) {
        Words words = new Words(page);
        StepFrame frame = new StepFrame(
                steps.first().title(words, DenialContent.empty(), 0),
                "",
                "/denials/new/decision",
                "/denials/new",
                "",
                words.denial.saveContinue(),
                true,
                false);
        return page.show(steps.first().page(page, frame, form, words));
    }

    /** What a draft starts with: labelled as the state set it in the registry, for licensing, of its own knowledge. */
    private DenialContent beginning(Page page) {
        DraftEditor draft = new DraftEditor(DenialContent.empty());
        reference.subscribingStates().stream()
                .filter(it ->
                        page.person().filter(person -> person.isOf(it.iso2())).isPresent())
                .map(State::defaults)
                .findFirst()
                .ifPresent(defaults -> draft.tlp = defaults.tlp());
        draft.permittedUse = List.of(Codes.PermittedUse.LICENSING);
        draft.provenance = Codes.Provenance.OWN;
        return draft.done();
    }

    // The list of steps

    @GET
    @Path("{id}/draft")
    @Blocking
    public Response tasks(@PathParam("id") UUID id) {
        Page page = drafting();
        Denial one = desk.read(id).denial();
        if (!isDraftOf(one, page)) {
            return Desk.seeOther("/denials/" + id);
        }
        return Response.ok(page.show(new Tasks(
                        page,
                        id.toString(),
                        one.ref(),
                        one.amendment() != null,
                        one.draftStatus() == Denial.Draft.NATIONAL_APPROVAL,
                        Objects.requireNonNullElse(one.returnedBecause(), ""),
                        TaskList.of(steps, Optional.of(base(id)), one.draft(), new Words(page)))))
                .build();
    }

    // A step that there is once, and a list of those that there are several of

    @GET
    @Path("{id}/draft/{step}")
    @Blocking
    public Response step(@PathParam("id") UUID id, @PathParam("step") String path, @QueryParam("gone") boolean gone) {
        Page page = drafting();
        Step step = steps.at(path);
        Desk.Read now = desk.read(id);
        if (!isDraftOf(now.denial(), page)) {
            return Desk.seeOther("/denials/" + id);
        }
        if (!step.isSeveral()) {
            return Response.ok(show(page, now, step, 0)).build();
        }
        if (step.count(now.denial().draft()) == 0) {
            return Desk.seeOther(base(id) + "/" + path + "/" + NEW);
        }
        Words words = new Words(page);
        String here = base(id) + "/" + path;
        return Response.ok(page.show(new Several(
                        page,
                        id,
                        now.denial().ref(),
                        SeveralLines.title(step, words),
                        gone,
                        SeveralLines.of(step, now.denial().draft(), here, words, page),
                        base(id) + "/" + steps.after(step),
                        here + "/" + NEW,
                        SeveralLines.add(step, words))))
                .build();
    }

    @POST
    @Path("{id}/draft/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response save(
            @PathParam("id") UUID id, @PathParam("step") String path, MultivaluedMap<String, String> sent) {
        Step step = steps.at(path);
        if (step.isSeveral()) {
            throw new NotFoundException();
        }
        return save(id, step, 0, false, Form.of(sent));
    }

    // One of several

    @GET
    @Path("{id}/draft/{step}/{index}")
    @Blocking
    public Response element(
            @PathParam("id") UUID id, @PathParam("step") String path, @PathParam("index") String index) {
        Page page = drafting();
        Step step = several(path);
        Desk.Read now = desk.read(id);
        if (!isDraftOf(now.denial(), page)) {
            return Desk.seeOther("/denials/" + id);
        }
        int count = step.count(now.denial().draft());
        int at = index(index, count);
        return at > count
                ? Desk.seeOther(base(id) + "/" + path + "?gone=true")
                : Response.ok(show(page, now, step, at)).build();
    }

    @POST
    @Path("{id}/draft/{step}/{index}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response saveElement(
            @PathParam("id") UUID id,
            @PathParam("step") String path,
            @PathParam("index") String index,
            MultivaluedMap<String, String> sent) {
        Step step = several(path);
        DenialContent draft = desk.read(id).denial().draft();
        int at = index(index, step.count(draft));
        return save(id, step, at, index.equals(NEW), Form.of(sent));
    }

    @GET
    @Path("{id}/draft/{step}/{index}/remove")
    @Blocking
    public Response askToRemove(
            @PathParam("id") UUID id, @PathParam("step") String path, @PathParam("index") int index) {
        Page page = drafting();
        Step step = several(path);
        Desk.Read now = desk.read(id);
        String here = base(id) + "/" + path;
        if (!isDraftOf(now.denial(), page)
                || index < 0
                || index >= step.count(now.denial().draft())) {
            return Desk.seeOther(here + "?gone=true");
        }
        Words words = new Words(page);
        String what = SeveralLines.of(step, now.denial().draft(), here, words, page)
                .get(index)
                .title();
        return Response.ok(page.show(
                        new Remove(page, now.denial().ref(), what, here + "/" + index + "/remove", here, now.etag())))
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
        drafting();
        Step step = several(path);
        DenialContent draft = desk.read(id).denial().draft();
        String here = base(id) + "/" + path;
        if (index < 0 || index >= step.count(draft)) {
            return Desk.seeOther(here + "?gone=true");
        }
        try {
            denials.edit(id, Form.of(sent).value("etag"), step.remove(draft, index));
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
        Page page = drafting();
        Desk.Read now = desk.read(id);
        return isDraftOf(now.denial(), page)
                ? Response.ok(checkPage(page, now, Form.blank())).build()
                : Desk.seeOther("/denials/" + id);
    }

    @POST
    @Path("{id}/draft/check")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response submit(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = drafting();
        Form form = Form.of(sent);
        try {
            denials.submit(id, form.value("etag"), new Steps.Empty());
            return Desk.seeOther("/denials/" + id + "?done=submitted");
        } catch (Refusal refusal) {
            Words words = new Words(page);
            if (Desk.isOvertaken(refusal)) {
                form.faultAt("", words.denial.overtaken() + ". " + words.denial.overtakenSubmit());
            } else if (Desk.isFault(refusal)) {
                Desk.faults(form, refusal, "", step -> base(id) + (step.isEmpty() ? "" : "/" + step), words.denial);
            } else {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(checkPage(page, desk.read(id), form))
                    .build();
        }
    }

    private TemplateInstance checkPage(Page page, Desk.Read now, Form form) {
        Denial one = now.denial();
        return page.show(new Check(
                page,
                one.id(),
                one.ref(),
                form,
                one.draft(),
                base(one.id()),
                Desk.changed(one),
                secondLook.at(one.id()),
                now.etag()));
    }

    // What they share

    private Page drafting() {
        return frames.open(Page.Section.DENIALS, Person::isOfficer);
    }

    private static boolean isDraftOf(Denial one, Page page) {
        return one.draftStatus() != null
                && page.person().filter(it -> it.isOf(one.originatorState())).isPresent();
    }

    private Step several(String path) {
        Step step = steps.at(path);
        if (!step.isSeveral()) {
            throw new NotFoundException();
        }
        return step;
    }

    /** The place in the list that an address names; one more is behind the last. */
    private static int index(String index, int count) {
        if (index.equals(NEW)) {
            return count;
        }
        if (!index.matches("\\d{1,2}")) {
            throw new NotFoundException();
        }
        int at = Integer.parseInt(index);
        return at < count ? at : count + 1;
    }

    private static String base(UUID id) {
        return "/denials/" + id + "/draft";
    }

    private TemplateInstance show(Page page, Desk.Read now, Step step, int index) {
        return stepPage(page, now, step, index, step.show(now.denial().draft(), index), false);
    }

    private TemplateInstance stepPage(Page page, Desk.Read now, Step step, int index, Form form, boolean overtaken) {
        Words words = new Words(page);
        DenialContent draft = now.denial().draft();
        UUID id = now.denial().id();
        int count = step.count(draft);
        String here = base(id) + "/" + step.path();
        String action = step.isSeveral() ? here + "/" + (index < count ? String.valueOf(index) : NEW) : here;
        StepFrame frame = new StepFrame(
                step.title(words, draft, index),
                now.denial().ref(),
                action,
                step.isSeveral() && count > 0 ? here : base(id),
                now.etag(),
                words.denial.saveContinue(),
                true,
                overtaken);
        return page.show(step.page(page, frame, form, words));
    }

    private Response save(UUID id, Step step, int index, boolean added, Form form) {
        Page page = drafting();
        Desk.Read now = desk.read(id);
        if (index > step.count(now.denial().draft()) && isDraftOf(now.denial(), page)) {
            return moved(page, now, step, form);
        }
        String here = step.isSeveral() ? step.path() + "/" + index : step.path();
        int at = Math.min(index, step.count(now.denial().draft()));
        DenialContent changed = step.read(now.denial().draft(), form, at, new Words(page));
        if (!form.isFaulty()) {
            try {
                denials.edit(id, form.value("etag"), changed);
                return Desk.seeOther(afterSaving(id, step, form));
            } catch (Refusal refusal) {
                if (Desk.isOvertaken(refusal)) {
                    return overtaken(page, id, step, added ? Integer.MAX_VALUE : index, form, refusal);
                }
                if (!Desk.isFault(refusal)) {
                    throw refusal;
                }
                Desk.faults(
                        form,
                        refusal,
                        here,
                        other -> base(id) + (other.isEmpty() ? "" : "/" + other),
                        new Words(page).denial);
            }
        }
        // a page with a fault keeps its own version
        Desk.Read shown = new Desk.Read(now.denial(), form.value("etag"));
        return Response.status(422)
                .entity(stepPage(page, shown, step, at, form, false))
                .build();
    }

    /**
     * Shows both texts, with the version just read, so that saving again means it; no draft any more is a refusal.
     *
     * @param index beyond every list for one that is added
     */
    private Response overtaken(Page page, UUID id, Step step, int index, Form form, Refusal refusal) {
        Desk.Read now = desk.read(id);
        if (!isDraftOf(now.denial(), page)) {
            throw refusal;
        }
        DenialContent draft = now.denial().draft();
        boolean added = index == Integer.MAX_VALUE;
        if (step.isSeveral() && !added && index >= step.count(draft)) {
            return moved(page, now, step, form);
        }
        int at = added ? step.count(draft) : index;
        Form both = added ? form : form.beside(step.show(draft, at));
        return Response.status(412)
                .entity(stepPage(page, now, step, at, both, true))
                .build();
    }

    /** What was edited is gone, or stands elsewhere in its list: what was typed is kept, to be saved as one more. */
    private Response moved(Page page, Desk.Read now, Step step, Form form) {
        form.faultAt("", page.texts(DenialTexts.class).movedMeanwhile());
        return Response.status(409)
                .entity(stepPage(page, now, step, step.count(now.denial().draft()), form, false))
                .build();
    }

    private String afterSaving(UUID id, Step step, Form form) {
        if (form.value("then").equals("tasks")) {
            return base(id);
        }
        String next = step.isSeveral() ? step.path() : steps.after(step);
        return next.isEmpty() ? base(id) : base(id) + "/" + next;
    }
}
