package org.comity.portal.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import java.util.stream.IntStream;
import org.comity.portal.api.Refusal;
import org.comity.portal.form.Field;
import org.comity.portal.form.Json;
import org.comity.portal.page.Form;
import org.comity.portal.page.Keys;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Faults;
import org.comity.portal.step.Read;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.StepPage;
import org.comity.portal.step.Subject;

/**
 * The pages of drafting a record, part by part. Each part saves the draft through the service, with the version that its
 * page showed, so that nothing is lost with a session and nobody overwrites a colleague unawares. What a record of its own
 * adds is the description of its parts, and its words.
 *
 * @param <R> the record
 * @param <C> what is drafted of it
 */
public abstract class DraftPages<R, C> {

    /** @param returned why it was sent back; empty where it was not */
    @CheckedTemplate(basePath = "draft", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Tasks(Page page, String ref, TaskWords words, boolean submitted, String returned, List<Draft.Group> groups)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "draft", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Several(
            Page page,
            String ref,
            String title,
            boolean gone,
            List<Line> lines,
            String back,
            String next,
            String add,
            String addText)
            implements TemplateInstance {}

    /** One of several, in short. */
    public record Line(String title, String href, List<Field.Answer> answers) {}

    /**
     * The words of a list of tasks.
     *
     * @param lead what becomes of what is typed
     * @param warning what a change does to what waits for approval
     * @param discard the words that lead to throwing it away
     */
    public record TaskWords(
            String title,
            String lead,
            String warning,
            String back,
            String backText,
            String discard,
            String discardHref,
            String checkGroup,
            String check,
            String checkHint) {}

    private static final String NEW = "new";

    // What a record adds

    /** The page of this request; for those who draft no such record there is none. */
    protected abstract Page open();

    /** The record as it is now. */
    protected abstract Read<R> read(UUID id);

    /** Whether it is this person's to draft. */
    protected abstract boolean isDraft(R one, Page page);

    /** Whether it waits for an approver. */
    protected abstract boolean isSubmitted(R one);

    /** Why it was sent back; empty where it was not. */
    protected abstract String returned(R one);

    protected abstract String ref(R one);

    /** The address of its own page; that of all records where there is none yet. */
    protected abstract String home(Optional<UUID> id);

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

    protected abstract TaskWords words(Optional<R> one, Page page);

    /** The page that checks all of it. */
    protected abstract TemplateInstance check(Draft draft, Read<R> now, Form form);

    protected abstract Class<C> type();

    protected abstract UUID create(String key, C content);

    protected abstract void edit(UUID id, String etag, C content);

    protected abstract void submit(UUID id, String etag);

    // Before there is a draft

    /** The first part, with a key: sending it twice makes one draft. */
    protected TemplateInstance first(Page page, Form form, String action, String back) {
        Draft draft = draft("", Json.tree(beginning(page, form)), page);
        Part part = begins(draft.parts().getFirst(), page, form);
        Asked asked = part.asked(part.title(), page.texts(Texts.class).saveContinue(), "")
                .keyed();
        return new StepPage(page, asked, "", action, back, "", "", null, form.keyed()).show();
    }

    /** The form of the first part as a draft begins. */
    protected Form firstForm(Page page, Form given) {
        Draft draft = draft("", Json.tree(beginning(page, given)), page);
        return draft.parts().getFirst().show(draft.content(), 0);
    }

    /** Makes the draft; shows the first part again where something is wrong with it. */
    protected Response create(Page page, Form form, String action, String back, String list) {
        Draft draft = draft("", Json.tree(beginning(page, form)), page);
        Part part = draft.parts().getFirst();
        ObjectNode content = part.read(draft.content(), 0, form, page);
        if (!form.isFaulty()) {
            try {
                UUID id = create(form.key(), Json.content(content, type()));
                return StepFrame.seeOther(
                        afterCreating(id, draft(base(id), content, page).after(part)));
            } catch (Refusal refusal) {
                if (!Faults.isFault(refusal)) {
                    throw refusal;
                }
                if (!Keys.isUsedUp(form, refusal, list, page.texts(Texts.class))) {
                    faults(new Draft("", draft.parts(), content, page), new Draft.Place(part, 0), form, refusal);
                }
            }
        }
        return Response.status(422).entity(first(page, form, action, back)).build();
    }

    /** The list of tasks before there is a draft. */
    protected TemplateInstance begin(Page page, String first) {
        Draft draft = draft("", Json.tree(beginning(page, Form.blank())), page);
        return tasks(draft, "", first, words(Optional.empty(), page), false, "");
    }

    // The list of parts

    @GET
    @Path("{id}/draft")
    @Blocking
    public Response tasks(@PathParam("id") UUID id) {
        Page page = open();
        R one = read(id).one();
        if (!isDraft(one, page)) {
            return StepFrame.seeOther(home(Optional.of(id)));
        }
        TaskWords words = words(Optional.of(one), page);
        return Response.ok(tasks(draft(id, one, page), ref(one), "", words, isSubmitted(one), returned(one)))
                .build();
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

    // A part that there is once, and the list of those that there are several of

    @GET
    @Path("{id}/draft/{part}")
    @Blocking
    public Response part(@PathParam("id") UUID id, @PathParam("part") String path, @QueryParam("gone") boolean gone) {
        Page page = open();
        Read<R> now = read(id);
        if (!isDraft(now.one(), page)) {
            return StepFrame.seeOther(home(Optional.of(id)));
        }
        Draft draft = draft(id, now.one(), page);
        Part part = draft.part(path).orElseThrow(NotFoundException::new);
        if (!part.isSeveral()) {
            return show(draft, now, new Draft.Place(part, 0));
        }
        int count = part.count(draft.content());
        String here = base(id) + "/" + path;
        if (count == 0) {
            return StepFrame.seeOther(here + "/" + NEW);
        }
        List<Line> lines = IntStream.range(0, count)
                .mapToObj(it -> new Line(
                        part.called(draft.content(), it), here + "/" + it, part.answers(draft.content(), it, page)))
                .toList();
        return Response.ok(page.show(new Several(
                        page,
                        ref(now.one()),
                        part.title(),
                        gone,
                        lines,
                        base(id),
                        draft.afterAll(part),
                        here + "/" + NEW,
                        part.add())))
                .build();
    }

    @POST
    @Path("{id}/draft/{part}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response save(
            @PathParam("id") UUID id, @PathParam("part") String path, MultivaluedMap<String, String> sent) {
        return save(id, path, "", Form.of(sent));
    }

    // One of several

    @GET
    @Path("{id}/draft/{part}/{which}")
    @Blocking
    public Response element(
            @PathParam("id") UUID id, @PathParam("part") String path, @PathParam("which") String which) {
        Page page = open();
        Read<R> now = read(id);
        if (!isDraft(now.one(), page)) {
            return StepFrame.seeOther(home(Optional.of(id)));
        }
        Draft draft = draft(id, now.one(), page);
        return place(draft, path, which).map(it -> show(draft, now, it)).orElseGet(() -> gone(draft, path));
    }

    /** To what is left of several; to the list of parts where it was not one of several. */
    private static Response gone(Draft draft, String path) {
        boolean several = draft.part(path).filter(Part::isSeveral).isPresent();
        return StepFrame.seeOther(several ? draft.base() + "/" + path + "?gone=true" : draft.base());
    }

    @POST
    @Path("{id}/draft/{part}/{which}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response saveElement(
            @PathParam("id") UUID id,
            @PathParam("part") String path,
            @PathParam("which") String which,
            MultivaluedMap<String, String> sent) {
        return save(id, path, which, Form.of(sent));
    }

    @GET
    @Path("{id}/draft/{part}/{which}/remove")
    @Blocking
    public Response askToRemove(
            @PathParam("id") UUID id, @PathParam("part") String path, @PathParam("which") String which) {
        Page page = open();
        Read<R> now = read(id);
        Draft draft = draft(id, now.one(), page);
        Optional<Draft.Place> place = there(draft, path, which);
        if (!isDraft(now.one(), page) || place.isEmpty()) {
            return gone(draft, path);
        }
        Texts texts = page.texts(Texts.class);
        String what = place.get().part().called(draft.content(), place.get().at());
        Asked asked = Asked.warning(texts.removeAsk(what), texts.removeYes());
        String here = base(id) + "/" + path;
        return Response.ok(new StepPage(
                                page,
                                asked,
                                ref(now.one()),
                                here + "/" + which + "/remove",
                                here,
                                "",
                                now.etag(),
                                null,
                                Form.blank())
                        .show())
                .build();
    }

    @POST
    @Path("{id}/draft/{part}/{which}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response remove(
            @PathParam("id") UUID id,
            @PathParam("part") String path,
            @PathParam("which") String which,
            MultivaluedMap<String, String> sent) {
        Page page = open();
        Draft draft = draft(id, read(id).one(), page);
        Optional<Draft.Place> place = there(draft, path, which);
        if (place.isEmpty()) {
            return gone(draft, path);
        }
        String here = base(id) + "/" + path;
        try {
            ObjectNode rest =
                    place.get().part().without(draft.content(), place.get().at());
            edit(id, Form.of(sent).value("etag"), Json.content(rest, type()));
        } catch (Refusal refusal) {
            if (!Faults.isOvertaken(refusal)) {
                throw refusal;
            }
            return StepFrame.seeOther(here + "/" + which + "/remove");
        }
        return StepFrame.seeOther(here);
    }

    // Check and submit

    @GET
    @Path("{id}/draft/" + Draft.CHECK)
    @Blocking
    public Response check(@PathParam("id") UUID id) {
        Page page = open();
        Read<R> now = read(id);
        return isDraft(now.one(), page)
                ? Response.ok(check(draft(id, now.one(), page), now, Form.blank()))
                        .build()
                : StepFrame.seeOther(home(Optional.of(id)));
    }

    @POST
    @Path("{id}/draft/" + Draft.CHECK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response submit(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        Page page = open();
        Form form = Form.of(sent);
        try {
            submit(id, form.value("etag"));
            return StepFrame.seeOther(home(Optional.of(id)) + "?done=submitted");
        } catch (Refusal refusal) {
            Read<R> now = read(id);
            Draft draft = draft(id, now.one(), page);
            Texts texts = page.texts(Texts.class);
            if (Faults.isOvertaken(refusal)) {
                form.faultAt("", texts.overtaken() + ". " + texts.overtakenSubmit());
            } else if (Faults.isFault(refusal)) {
                Faults.put(form, refusal, List.of(), it -> Optional.of(draft.elsewhere(it)), page);
            } else {
                throw refusal;
            }
            return Response.status(refusal.status())
                    .entity(check(draft, now, form))
                    .build();
        }
    }

    // What they share

    private String base(UUID id) {
        return home(Optional.of(id)) + "/draft";
    }

    private Draft draft(String base, ObjectNode content, Page page) {
        return new Draft(base, parts(content, page), content, page);
    }

    private Draft draft(UUID id, R one, Page page) {
        return draft(base(id), Json.tree(content(one)), page);
    }

    /** The place that an address names, one more among them; nothing where it is not there any more. */
    private static Optional<Draft.Place> place(Draft draft, String path, String which) {
        if (which.isEmpty()) {
            return draft.part(path).filter(it -> !it.isSeveral()).map(it -> new Draft.Place(it, 0));
        }
        Optional<Part> named = draft.part(path + "/" + which);
        if (named.isPresent()) {
            return named.map(it -> new Draft.Place(it, 0));
        }
        Part part = draft.part(path).orElseThrow(NotFoundException::new);
        if (!part.isSeveral()) {
            return Optional.empty();
        }
        int count = part.count(draft.content());
        if (which.equals(NEW)) {
            return Optional.of(new Draft.Place(part, count));
        }
        return there(draft, path, which);
    }

    /** One of several that is there. */
    private static Optional<Draft.Place> there(Draft draft, String path, String which) {
        Part part = draft.part(path).filter(Part::isSeveral).orElseThrow(NotFoundException::new);
        if (!which.matches("\\d{1,2}")) {
            throw new NotFoundException();
        }
        int at = Integer.parseInt(which);
        return at < part.count(draft.content()) ? Optional.of(new Draft.Place(part, at)) : Optional.empty();
    }

    private Response show(Draft draft, Read<R> now, Draft.Place place) {
        Form form = place.part().show(draft.content(), place.at());
        return Response.ok(page(draft, now, place, form, false)).build();
    }

    private TemplateInstance page(Draft draft, Read<R> now, Draft.Place place, Form form, boolean overtaken) {
        Page page = draft.page();
        Texts texts = page.texts(Texts.class);
        Part part = place.part();
        String address = draft.address(place);
        boolean listed = part.isSeveral() && part.count(draft.content()) > 0;
        return new StepPage(
                        page,
                        part.asked(part.title(draft.content(), place.at()), texts.saveContinue(), texts.saveLater()),
                        ref(now.one()),
                        address,
                        listed ? draft.base() + "/" + part.path() : draft.base(),
                        "",
                        now.etag(),
                        overtaken
                                ? new Subject.Overtaken(
                                        texts.overtaken(), "", texts.overtakenText(), texts.overtakenReload(), address)
                                : null,
                        form)
                .show();
    }

    private Response save(UUID id, String path, String which, Form form) {
        Page page = open();
        Read<R> now = read(id);
        Draft draft = draft(id, now.one(), page);
        Optional<Draft.Place> found = place(draft, path, which);
        if (found.isEmpty()) {
            if (which.isEmpty()) {
                throw new NotFoundException();
            }
            return isDraft(now.one(), page) ? moved(draft, now, path, form) : StepFrame.seeOther(home(Optional.of(id)));
        }
        Draft.Place place = found.get();
        ObjectNode changed = place.part().read(draft.content(), place.at(), form, page);
        if (!form.isFaulty()) {
            try {
                edit(id, form.value("etag"), Json.content(changed, type()));
                Draft saved = draft(base(id), changed, page);
                Part part = saved.part(place.part().path()).orElse(place.part());
                return StepFrame.seeOther(form.value("then").equals("tasks") ? base(id) : saved.after(part));
            } catch (Refusal refusal) {
                if (Faults.isOvertaken(refusal)) {
                    return overtaken(page, id, path, which, form, refusal);
                }
                if (!Faults.isFault(refusal)) {
                    throw refusal;
                }
                faults(new Draft(draft.base(), draft.parts(), changed, page), place, form, refusal);
            }
        }
        // a page with a fault keeps its own version
        return Response.status(422)
                .entity(page(draft, now.as(form.value("etag")), place, form, false))
                .build();
    }

    private static void faults(Draft draft, Draft.Place here, Form form, Refusal refusal) {
        Faults.put(
                form,
                refusal,
                here.part().fields(),
                pointer -> draft.within(pointer, here),
                pointer -> Optional.of(draft.elsewhere(pointer)),
                draft.page());
    }

    /** Shows both texts, with the version just read, so that saving again means it; no draft any more is a refusal. */
    private Response overtaken(Page page, UUID id, String path, String which, Form form, Refusal refusal) {
        Read<R> now = read(id);
        if (!isDraft(now.one(), page)) {
            throw refusal;
        }
        Draft draft = draft(id, now.one(), page);
        return place(draft, path, which)
                .map(it -> {
                    Form both = which.equals(NEW) ? form : form.beside(it.part().show(draft.content(), it.at()));
                    return Response.status(412)
                            .entity(page(draft, now, it, both, true))
                            .build();
                })
                .orElseGet(() -> moved(draft, now, path, form));
    }

    /** What was edited is gone, or stands elsewhere in its list: what was typed is kept, to be saved as one more. */
    private Response moved(Draft draft, Read<R> now, String path, Form form) {
        return draft.part(path)
                .filter(Part::isSeveral)
                .map(part -> {
                    form.faultAt("", draft.page().texts(Texts.class).movedMeanwhile());
                    Draft.Place added = new Draft.Place(part, part.count(draft.content()));
                    return Response.status(409)
                            .entity(page(draft, now, added, form, false))
                            .build();
                })
                .orElseGet(() -> StepFrame.seeOther(draft.base()));
    }
}
