package org.comity.portal.step;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.comity.portal.api.Refusal;
import org.comity.portal.page.Form;
import org.comity.portal.page.Keys;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The steps of a record. One frame asks, takes, and shows again what was typed. Where somebody else was quicker, it shows
 * what they saved beside what was typed, with the version as it is now, so that sending again means it; and it leads back to
 * the record, where the step is no longer on offer and nothing would be lost by that.
 */
public final class StepFrame<R> {

    /** What a record's page is told where a step is not on offer. */
    public static final String GONE = "overtaken";

    /** What a record's page is told where a step without a page was not taken, because something changed meanwhile. */
    public static final String CHANGED = "changed";

    private final Subject<R> subject;
    private final List<Step<R>> steps;

    private StepFrame(Subject<R> subject, List<Step<R>> steps) {
        this.subject = subject;
        this.steps = steps;
    }

    /** The steps of that record. */
    public static <R> StepFrame<R> of(Subject<R> subject, List<Step<R>> steps) {
        return new StepFrame<>(subject, steps);
    }

    /** Leads on to another page of ours. */
    public static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    private Step<R> at(String verb) {
        return steps.stream().filter(it -> it.verb().equals(verb)).findFirst().orElseThrow(NotFoundException::new);
    }

    /** The page of a step; one that is not on offer, or has no page, leads to the record. */
    public Response ask(String verb) {
        Page page = subject.open();
        Step<R> step = at(verb);
        Read<R> now = subject.read();
        if (!step.isOffered(now.one(), page)) {
            return gone(step);
        }
        return step.asks()
                .map(asks -> {
                    Form form = step.begin(now.one(), page);
                    return Response.ok(show(step, asks.of(now.one(), form, page), now, form, page, false))
                            .build();
                })
                .orElseGet(() -> seeOther(subject.home()));
    }

    private Response gone(Step<R> step) {
        return seeOther(step.asks().isPresent() ? telling(subject.home(), GONE) : subject.home());
    }

    private static String telling(String home, String what) {
        return what.isEmpty() ? home : home + "?done=" + what;
    }

    /** Takes a step. */
    public Response take(String verb, MultivaluedMap<String, String> sent) {
        Page page = subject.open();
        Step<R> step = at(verb);
        Form form = Form.of(sent);
        Read<R> now = subject.read();
        Supplier<RestResponse<JsonNode>> ready = step.prepare(subject, now.one(), form, page);
        if (form.isFaulty()) {
            return again(step, now.as(form.value("etag")), form, page, false, 422);
        }
        if (step.isOffered(now.one(), page)) {
            var look = step.looksAgain(now.one(), form, page);
            if (look.isPresent()) {
                // what a page showed is sent, and nothing that came in between
                return Response.ok(show(step, look.get(), now.as(form.value("etag")), form, page, false))
                        .build();
            }
        }
        try {
            RestResponse<JsonNode> answer = ready.get();
            var shown = step.shown(now.one(), answer.getEntity(), page);
            if (shown.isPresent()) {
                return Response.ok(page.show(shown.get())).build();
            }
            String goesOn = step.goesOn(now.one(), answer, form);
            return seeOther(goesOn.startsWith("/") ? goesOn : telling(subject.home(), goesOn));
        } catch (Refusal refusal) {
            return refused(step, now, form, page, refusal);
        }
    }

    private Response refused(Step<R> step, Read<R> before, Form form, Page page, Refusal refusal) {
        var explained = step.explained(refusal.problem().slug());
        boolean overtaken = Faults.isOvertaken(refusal);
        if (explained.isPresent()) {
            explain(explained.get(), form, page, refusal);
        } else if (step.usedUp(before.one())
                .filter(list -> Keys.isUsedUp(form, refusal, list, page.texts(Texts.class)))
                .isPresent()) {
            return again(step, before.as(form.value("etag")), form, page, false, refusal.status());
        } else if (overtaken
                || refusal.status() == 409 && refusal.problem().errors().isEmpty()) {
            return moved(step, form, page, refusal);
        } else if (Faults.isFault(refusal)) {
            Faults.put(form, refusal, step.fields(before.one(), form, page), step.places(before.one(), page), page);
        } else {
            throw refusal;
        }
        boolean hasPage = step.asks().isPresent();
        Read<R> shown = hasPage ? before.as(form.value("etag")) : subject.read();
        return again(step, shown, form, page, false, hasPage || refusal.status() == 422 ? refusal.status() : 409);
    }

    private static void explain(Step.Explained explained, Form form, Page page, Refusal refusal) {
        if (explained.text() != null) {
            form.faultAt("", explained.text().apply(page));
        } else {
            form.refused(explained.field(), Faults.detail(refusal));
        }
    }

    /** Somebody else was quicker. */
    private Response moved(Step<R> step, Form form, Page page, Refusal refusal) {
        Read<R> now = subject.read();
        boolean offered = step.isOffered(now.one(), page);
        boolean alone = step.asks().isEmpty() && subject.page(page, now, form).isEmpty();
        if (alone && offered) {
            return seeOther(telling(subject.home(), CHANGED));
        }
        if (alone || step.asks().isPresent() && !offered && !form.isWritten()) {
            return seeOther(telling(subject.home(), GONE));
        }
        Texts texts = page.texts(Texts.class);
        if (!Faults.isOvertaken(refusal)) {
            String detail = Faults.detail(refusal);
            form.refusedAt("", detail, texts.stepImpossible(detail));
        } else if (step.asks().isEmpty()) {
            form.faultAt("", subject.overtaken(now.one(), page).heading());
        } else if (!offered) {
            form.faultAt("", texts.stepGone());
        } else {
            form.beside(step.begin(now.one(), page));
        }
        return again(step, now, form, page, Faults.isOvertaken(refusal), refusal.status());
    }

    private Response again(Step<R> step, Read<R> now, Form form, Page page, boolean overtaken, int status) {
        Object shown = step.asks()
                .<Object>map(asks -> show(step, asks.of(now.one(), form, page), now, form, page, overtaken))
                .or(() -> subject.page(page, now, form))
                .orElseThrow(NotFoundException::new);
        return Response.status(status).entity(shown).build();
    }

    private Object show(Step<R> step, Asked asked, Read<R> now, Form form, Page page, boolean overtaken) {
        return new StepPage(
                        page,
                        asked,
                        subject.called(now.one(), page),
                        subject.address(step.verb()),
                        subject.back(),
                        subject.backText(now.one(), page),
                        now.etag(),
                        overtaken ? subject.overtaken(now.one(), page) : null,
                        asked.isKeyed() ? form.keyed() : form)
                .show();
    }
}
