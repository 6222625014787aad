package org.comity.portal.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.portal.api.Drafted;
import org.comity.portal.api.Json;
import org.comity.portal.api.Refusal;
import org.comity.portal.page.Form;
import org.comity.portal.page.Keys;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Faults;
import org.comity.portal.step.Read;
import org.comity.portal.step.Records;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.StepPage;

/**
 * The pages of drafting a record, part by part. Each part saves the draft through the service, with the version that its
 * page showed, so that nothing is lost with a session and nobody overwrites a colleague unawares. What a record of its own
 * adds is the description of its parts, and its words.
 *
 * @param <R> the record
 * @param <C> what is drafted of it
 */
public abstract class DraftPages<R extends Drafted, C> {

    /** @param returned why it was sent back; empty where it was not */
    @CheckedTemplate(basePath = "draft", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Tasks(Page page, String ref, TaskWords words, boolean submitted, String returned, List<Draft.Group> groups)
            implements TemplateInstance {}

    private final Records<R> records;
    private final Class<C> type;

    /** Drafting records of that kind. */
    protected DraftPages(Records<R> records, Class<C> type) {
        this.records = records;
        this.type = type;
    }

    // What a record adds

    /** What is drafted. */
    protected abstract C content(R one);

    /** What a draft begins with. */
    protected abstract C beginning(Page page, Form form);

    /** The parts in which that content is typed. */
    protected abstract List<Part> parts(ObjectNode content, Page page);

    /** The first part as it is shown before there is a draft. */
    protected Part begins(Part first, Page page, Form form) {
        return first;
    }

    /** Where one goes on to once the draft is made. */
    protected String afterCreating(UUID id, String next) {
        return next;
    }

    /** The words of the tasks; of no record before there is a draft. */
    protected abstract TaskWords words(Optional<R> one, Page page);

    /** The page that checks all of it. */
    protected abstract TemplateInstance check(Draft draft, Read<R> now, Form form);

    // Before there is a draft

    /** The page of this request, for the desk. */
    protected Page open() {
        return records.openForDesk();
    }

    /** The first part, with a key: sending it twice makes one draft. */
    protected TemplateInstance first(Page page, Form form, String action, String back) {
        Draft draft = beginningDraft(page, form);
        Part part = begins(draft.parts().getFirst(), page, form);
        Asked asked = part.asked(part.title(), page.texts(Texts.class).saveContinue(), "")
                .carryingKey();
        return new StepPage(page, asked, "", action, back, "", "", null, form.keyed()).show();
    }

    /** The form of the first part as a draft begins. */
    protected Form firstForm(Page page, Form given) {
        Draft draft = beginningDraft(page, given);
        return draft.parts().getFirst().show(draft.content(), 0);
    }

    /** Makes the draft; shows the first part again where something is wrong with it. */
    protected Response create(Page page, Form form, String action, String back, String list) {
        Draft draft = beginningDraft(page, form);
        Part part = draft.parts().getFirst();
        ObjectNode content = part.read(draft.content(), 0, form, page);
        if (!form.isFaulty()) {
            try {
                UUID id =
                        records.create(form.key(), Json.content(content, type)).id();
                return StepFrame.seeOther(
                        afterCreating(id, draft(base(id), content, page).after(part)));
            } catch (Refusal refusal) {
                if (!Faults.isFault(refusal)) {
                    throw refusal;
                }
                if (!Keys.isUsedUp(form, refusal, list, page.texts(Texts.class))) {
                    new Draft("", draft.parts(), content, page).put(new Draft.Place(part, 0), form, refusal);
                }
            }
        }
        return Response.status(422).entity(first(page, form, action, back)).build();
    }

    /** The list of tasks before there is a draft. */
    protected TemplateInstance begin(Page page, String first) {
        Draft draft = beginningDraft(page, Form.blank());
        return tasks(draft, "", first, words(Optional.empty(), page), false, "");
    }

    private Draft beginningDraft(Page page, Form form) {
        return draft("", Json.tree(beginning(page, form)), page);
    }

    // Once there is one

    /** The list of parts. */
    @GET
    @Path("{id}/draft")
    public Response tasks(@PathParam("id") UUID id) {
        return opened(id).ifOpen((draft, now) -> {
            R one = now.one();
            String returned = one.returnedBecause() == null ? "" : one.returnedBecause();
            return Response.ok(tasks(
                            draft, one.ref(), "", words(Optional.of(one), draft.page()), one.isSubmitted(), returned))
                    .build();
        });
    }

    private TemplateInstance tasks(
            Draft draft, String ref, String first, TaskWords words, boolean submitted, String returned) {
        Texts texts = draft.page().texts(Texts.class);
        boolean later = draft.base().isEmpty();
        Draft.Task check = new Draft.Task(
                Draft.CHECK,
                words.check(),
                words.checkHint(),
                later ? "" : draft.base() + "/" + Draft.CHECK,
                later ? texts.taskLater() : texts.taskToDo(),
                !later);
        return draft.page()
                .show(new Tasks(
                        draft.page(), ref, words, submitted, returned, draft.tasks(first, check, words.checkGroup())));
    }

    /** A part that there is once, or the list of those that there are several of. */
    @GET
    @Path("{id}/draft/{part}")
    public Response part(@PathParam("id") UUID id, @PathParam("part") String path, @QueryParam("gone") boolean gone) {
        return opened(id).part(path, gone);
    }

    @POST
    @Path("{id}/draft/{part}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(
            @PathParam("id") UUID id, @PathParam("part") String path, MultivaluedMap<String, String> sent) {
        return opened(id).save(path, "", Form.of(sent));
    }

    /** One of several. */
    @GET
    @Path("{id}/draft/{part}/{which}")
    public Response element(
            @PathParam("id") UUID id, @PathParam("part") String path, @PathParam("which") String which) {
        return opened(id).element(path, which);
    }

    @POST
    @Path("{id}/draft/{part}/{which}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response saveElement(
            @PathParam("id") UUID id,
            @PathParam("part") String path,
            @PathParam("which") String which,
            MultivaluedMap<String, String> sent) {
        return opened(id).save(path, which, Form.of(sent));
    }

    @GET
    @Path("{id}/draft/{part}/{which}/remove")
    public Response askToRemove(
            @PathParam("id") UUID id, @PathParam("part") String path, @PathParam("which") String which) {
        return opened(id).askToRemove(path, which);
    }

    @POST
    @Path("{id}/draft/{part}/{which}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("part") String path,
            @PathParam("which") String which,
            MultivaluedMap<String, String> sent) {
        return opened(id).remove(path, which, Form.of(sent));
    }

    @GET
    @Path("{id}/draft/" + Draft.CHECK)
    public Response check(@PathParam("id") UUID id) {
        return opened(id).ifOpen((draft, now) -> Response.ok(check(draft, now, Form.blank()))
                .build());
    }

    @POST
    @Path("{id}/draft/" + Draft.CHECK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = open();
        Form form = Form.of(sent);
        try {
            records.step(id, "submit", form.value("etag"));
            return StepFrame.seeOther(records.home(id) + "?done=submitted");
        } catch (Refusal refusal) {
            OpenedDraft<R> opened = opened(id, page);
            Texts texts = page.texts(Texts.class);
            if (Faults.isOvertaken(refusal)) {
                form.faultAt("", texts.overtaken() + ". " + texts.overtakenSubmit());
            } else if (Faults.isFault(refusal)) {
                Faults.put(
                        form,
                        refusal,
                        List.of(),
                        it -> Optional.of(opened.draft().elsewhere(it)),
                        page);
            } else {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(check(opened.draft(), opened.now(), form))
                    .build();
        }
    }

    private String base(UUID id) {
        return records.home(id) + "/draft";
    }

    private Draft draft(String base, ObjectNode content, Page page) {
        return new Draft(base, parts(content, page), content, page);
    }

    private OpenedDraft<R> opened(UUID id) {
        return opened(id, open());
    }

    private OpenedDraft<R> opened(UUID id, Page page) {
        Read<R> now = records.read(id);
        return new OpenedDraft<>(
                records,
                id,
                now,
                draft(base(id), Json.tree(content(now.one())), page),
                content -> draft(base(id), content, page),
                content -> Json.content(content, type),
                () -> opened(id, page));
    }
}
