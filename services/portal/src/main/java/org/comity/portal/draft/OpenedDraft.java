package org.comity.portal.draft;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.comity.portal.api.Drafted;
import org.comity.portal.api.Refusal;
import org.comity.portal.form.Field;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Faults;
import org.comity.portal.step.Read;
import org.comity.portal.step.Records;
import org.comity.portal.step.StepFrame;
import org.comity.portal.step.StepPage;
import org.comity.portal.step.Subject;

/**
 * A draft as one request finds it: its parts are shown, saved and removed here.
 *
 * @param now the record as it is now
 * @param drafting the draft with another content
 * @param content the content that a tree is
 * @param again the draft as the service has it a moment later
 */
record OpenedDraft<R extends Drafted>(
        Records<R> records,
        UUID id,
        Read<R> now,
        Draft draft,
        Function<ObjectNode, Draft> drafting,
        Function<ObjectNode, Object> content,
        Supplier<OpenedDraft<R>> again) {

    private static final String NEW = "new";

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

    private boolean isOpen() {
        return now.one().offers("edit");
    }

    private Response toRecord() {
        return StepFrame.seeOther(records.home(id));
    }

    /** The page of what the person may edit; the record's own page where that is over. */
    Response ifOpen(BiFunction<Draft, Read<R>, Response> page) {
        return isOpen() ? page.apply(draft, now) : toRecord();
    }

    /** Shows a part that there is once, or the list of those that there are several of. */
    Response part(String path, boolean gone) {
        if (!isOpen()) {
            return toRecord();
        }
        Part part = draft.part(path).orElseThrow(NotFoundException::new);
        if (!part.isSeveral()) {
            return show(new Draft.Place(part, 0));
        }
        int count = part.count(draft.content());
        String here = draft.base() + "/" + path;
        if (count == 0) {
            return StepFrame.seeOther(here + "/" + NEW);
        }
        List<Line> lines = IntStream.range(0, count)
                .mapToObj(it -> new Line(
                        part.called(draft.content(), it),
                        here + "/" + it,
                        part.answers(draft.content(), it, draft.page())))
                .toList();
        return Response.ok(draft.page()
                        .show(new Several(
                                draft.page(),
                                now.one().ref(),
                                part.title(),
                                gone,
                                lines,
                                draft.base(),
                                draft.afterAll(part),
                                here + "/" + NEW,
                                part.add())))
                .build();
    }

    /** Shows one of several. */
    Response element(String path, String which) {
        return isOpen() ? place(path, which).map(this::show).orElseGet(() -> gone(path)) : toRecord();
    }

    /** To what is left of several; to the list of parts where it was not one of several. */
    private Response gone(String path) {
        boolean several = draft.part(path).filter(Part::isSeveral).isPresent();
        return StepFrame.seeOther(several ? draft.base() + "/" + path + "?gone=true" : draft.base());
    }

    /** Asks whether one of several is really to be removed. */
    Response askToRemove(String path, String which) {
        Optional<Draft.Place> place = there(path, which);
        if (!isOpen() || place.isEmpty()) {
            return gone(path);
        }
        Texts texts = draft.page().texts(Texts.class);
        String what = place.get().part().called(draft.content(), place.get().at());
        Asked asked = Asked.warning(texts.removeAsk(what), texts.removeYes());
        String here = draft.base() + "/" + path;
        return Response.ok(new StepPage(
                                draft.page(),
                                asked,
                                now.one().ref(),
                                here + "/" + which + "/remove",
                                here,
                                "",
                                now.etag(),
                                null,
                                Form.blank())
                        .show())
                .build();
    }

    /** Removes one of several. */
    Response remove(String path, String which, Form form) {
        Optional<Draft.Place> place = there(path, which);
        if (place.isEmpty()) {
            return gone(path);
        }
        String here = draft.base() + "/" + path;
        try {
            edit(form, place.get().part().without(draft.content(), place.get().at()));
        } catch (Refusal refusal) {
            if (!Faults.isOvertaken(refusal)) {
                throw refusal;
            }
            return StepFrame.seeOther(here + "/" + which + "/remove");
        }
        return StepFrame.seeOther(here);
    }

    private void edit(Form form, ObjectNode changed) {
        records.edit(id, form.value("etag"), content.apply(changed));
    }

    /** The place that an address names, one more among them; nothing where it is not there any more. */
    private Optional<Draft.Place> place(String path, String which) {
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
        return which.equals(NEW) ? Optional.of(new Draft.Place(part, part.count(draft.content()))) : there(path, which);
    }

    /** One of several that is there. */
    private Optional<Draft.Place> there(String path, String which) {
        Part part = draft.part(path).filter(Part::isSeveral).orElseThrow(NotFoundException::new);
        if (!which.matches("\\d{1,2}")) {
            throw new NotFoundException();
        }
        int at = Integer.parseInt(which);
        return at < part.count(draft.content()) ? Optional.of(new Draft.Place(part, at)) : Optional.empty();
    }

    private Response show(Draft.Place place) {
        Form form = place.part().show(draft.content(), place.at());
        return Response.ok(page(now, place, form, false)).build();
    }

    private TemplateInstance page(Read<R> shown, Draft.Place place, Form form, boolean overtaken) {
        Texts texts = draft.page().texts(Texts.class);
        Part part = place.part();
        String address = draft.address(place);
        boolean listed = part.isSeveral() && part.count(draft.content()) > 0;
        return new StepPage(
                        draft.page(),
                        part.asked(part.title(draft.content(), place.at()), texts.saveContinue(), texts.saveLater()),
                        now.one().ref(),
                        address,
                        listed ? draft.base() + "/" + part.path() : draft.base(),
                        "",
                        shown.etag(),
                        overtaken
                                ? new Subject.Overtaken(
                                        texts.overtaken(), "", texts.overtakenText(), texts.overtakenReload(), address)
                                : null,
                        form)
                .show();
    }

    /** Saves a part, or one of several. */
    Response save(String path, String which, Form form) {
        Optional<Draft.Place> found = place(path, which);
        if (found.isEmpty()) {
            if (which.isEmpty()) {
                throw new NotFoundException();
            }
            return isOpen() ? moved(path, form) : toRecord();
        }
        Draft.Place place = found.get();
        ObjectNode changed = place.part().read(draft.content(), place.at(), form, draft.page());
        if (!form.isFaulty()) {
            try {
                edit(form, changed);
                Draft saved = drafting.apply(changed);
                Part part = saved.part(place.part().path()).orElse(place.part());
                return StepFrame.seeOther(form.value("then").equals("tasks") ? draft.base() : saved.after(part));
            } catch (Refusal refusal) {
                if (Faults.isOvertaken(refusal)) {
                    return again.get().overtaken(path, which, form, refusal);
                }
                if (!Faults.isFault(refusal)) {
                    throw refusal;
                }
                new Draft(draft.base(), draft.parts(), changed, draft.page()).put(place, form, refusal);
            }
        }
        // a page with a fault keeps its own version
        return Response.status(422)
                .entity(page(now.as(form.value("etag")), place, form, false))
                .build();
    }

    /** Shows both texts, with the version just read, so that saving again means it; no draft any more is a refusal. */
    private Response overtaken(String path, String which, Form form, Refusal refusal) {
        if (!isOpen()) {
            throw refusal;
        }
        return place(path, which)
                .map(it -> {
                    Form both = which.equals(NEW) ? form : form.beside(it.part().show(draft.content(), it.at()));
                    return Response.status(412)
                            .entity(page(now, it, both, true))
                            .build();
                })
                .orElseGet(() -> moved(path, form));
    }

    /** What was edited is gone, or stands elsewhere in its list: what was typed is kept, to be saved as one more. */
    private Response moved(String path, Form form) {
        return draft.part(path)
                .filter(Part::isSeveral)
                .map(part -> {
                    form.faultAt("", draft.page().texts(Texts.class).movedMeanwhile());
                    Draft.Place added = new Draft.Place(part, part.count(draft.content()));
                    return Response.status(409)
                            .entity(page(now, added, form, false))
                            .build();
                })
                .orElseGet(() -> StepFrame.seeOther(draft.base()));
    }
}
