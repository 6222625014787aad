package org.comity.portal.consultation;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Consultation.ThreadView;
import org.comity.portal.api.ConsultationCodes.Answer;
import org.comity.portal.api.ConsultationCodes.Move;
import org.comity.portal.api.ConsultationCodes.Said;
import org.comity.portal.api.ConsultationSteps;
import org.comity.portal.api.ConsultationsApi;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What the two parties of a thread say to each other. */
@Path("/consultations")
@Produces(MediaType.TEXT_HTML)
class ThreadSteps {

    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(9_999);

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Reply(Page page, StepPage step, Form form, List<Choice> answers, boolean late, String ask)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Ask(Page page, StepPage step, Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Answering(Page page, StepPage step, Form form, String state, String asked) implements TemplateInstance {}

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Extend(Page page, StepPage step, Form form, int most) implements TemplateInstance {}

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Word(Page page, StepPage step, Form form, String state, int days) implements TemplateInstance {}

    private enum Verb {
        REPLY("replied", ThreadActions::reply),
        ASK("asked", ThreadActions::ask),
        ANSWER("answered", ThreadActions::answer),
        EXTEND("proposed", ThreadActions::extend),
        WORD("agreed", ThreadActions::word);

        private final String done;
        private final Predicate<ThreadActions> offered;

        Verb(String done, Predicate<ThreadActions> offered) {
            this.done = done;
            this.offered = offered;
        }

        String path() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Verb of(String path) {
            return Arrays.stream(values())
                    .filter(it -> it.path().equals(path))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        }
    }

    private final Desk desk;
    private final ConsultationsApi consultations;

    ThreadSteps(Desk desk, @RestClient ConsultationsApi consultations) {
        this.desk = desk;
        this.consultations = consultations;
    }

    @GET
    @Path("{id}/threads/{state}/{verb}")
    @Blocking
    public Response ask(@PathParam("id") UUID id, @PathParam("state") String state, @PathParam("verb") String path) {
        Page page = desk.openForDesk();
        Verb verb = Verb.of(path);
        Desk.Read now = desk.read(id);
        ThreadView thread = thread(now, state);
        return verb.offered.test(ThreadActions.of(now.one(), thread, page.person()))
                ? Response.ok(show(verb, page, now, thread, Form.blank(), false))
                        .build()
                : Desk.seeOther(Desk.home(id) + "?done=overtaken");
    }

    @POST
    @Path("{id}/threads/{state}/{verb}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Blocking
    public Response take(
            @PathParam("id") UUID id,
            @PathParam("state") String state,
            @PathParam("verb") String path,
            MultivaluedMap<String, String> sent) {
        Page page = desk.openForDesk();
        Verb verb = Verb.of(path);
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        Form form = Form.of(sent);
        Integer days = verb == Verb.EXTEND ? days(form, page, texts) : null;
        boolean declined = verb == Verb.WORD && form.value("move").equals(Move.DECLINE.name());
        return Taken.by(
                id,
                declined ? "declined" : verb.done,
                form,
                texts,
                field -> label(verb, field, texts),
                () -> send(id, state, verb, form, days, declined),
                overtaken -> {
                    Desk.Read now = desk.read(id);
                    return show(verb, page, now, thread(now, state), form, overtaken);
                });
    }

    private void send(UUID id, String state, Verb verb, Form form, @Nullable Integer days, boolean declined) {
        String etag = form.value("etag");
        String text = form.text("text");
        switch (verb) {
            case REPLY ->
                consultations.reply(
                        id, state, etag, new ConsultationSteps.Reply(form.code("answer", Answer.class), text));
            case ASK -> consultations.ask(id, state, etag, new ConsultationSteps.Text(text));
            case ANSWER -> consultations.answer(id, state, etag, new ConsultationSteps.Text(text));
            case EXTEND ->
                consultations.extend(id, state, etag, new ConsultationSteps.Extend(Move.PROPOSE, days, text));
            case WORD ->
                consultations.extend(
                        id,
                        state,
                        etag,
                        new ConsultationSteps.Extend(declined ? Move.DECLINE : Move.AGREE, null, text));
        }
    }

    private static @Nullable Integer days(Form form, Page page, ConsultationTexts texts) {
        BigDecimal days = form.wholeNumber("workingDays", page, texts.wholeNumber());
        if (days != null && days.compareTo(MOST_DAYS) > 0) {
            form.fault("workingDays", texts.wholeNumber());
            return null;
        }
        return days == null ? null : days.intValueExact();
    }

    private static String label(Verb verb, String field, ConsultationTexts texts) {
        return switch (field) {
            case "answer" -> texts.replyAsk();
            case "workingDays" -> texts.extendDays();
            case "text" ->
                switch (verb) {
                    case REPLY -> texts.replyText();
                    case ASK -> texts.askText();
                    case ANSWER -> texts.answerText();
                    case EXTEND -> texts.extendText();
                    case WORD -> texts.wordText();
                };
            default -> "";
        };
    }

    /** Another state's thread is none. */
    private static ThreadView thread(Desk.Read now, String state) {
        return now.one().thread(state).orElseThrow(NotFoundException::new);
    }

    private static TemplateInstance show(
            Verb verb, Page page, Desk.Read now, ThreadView thread, Form form, boolean overtaken) {
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        Consultation one = now.one();
        String home = Desk.home(one.id());
        String here = home + "/threads/" + thread.state() + "/";
        String asker = page.country(one.requestingState());
        String asked = page.country(thread.state());
        ThreadActions actions = ThreadActions.of(one, thread, page.person());
        return page.show(
                switch (verb) {
                    case REPLY ->
                        new Reply(
                                page,
                                step(texts.replyTitle(asker), texts.replySend(), here + "reply", now, overtaken),
                                form,
                                one.type().answers().stream()
                                        .map(it -> new Choice(it.name(), texts.answer(it), texts.answerHint(it)))
                                        .toList(),
                                actions.late(),
                                actions.ask() ? here + "ask" : "");
                    case ASK ->
                        new Ask(page, step(texts.askTitle(asker), texts.askSend(), here + "ask", now, overtaken), form);
                    case ANSWER ->
                        new Answering(
                                page,
                                step(texts.answerTitle(asked), texts.answerSend(), here + "answer", now, overtaken),
                                form,
                                asked,
                                lastQuestion(thread));
                    case EXTEND ->
                        new Extend(
                                page,
                                step(texts.extendTitle(), texts.extendSend(), here + "extend", now, overtaken),
                                form,
                                actions.most());
                    case WORD -> {
                        Consultation.Proposal proposal = thread.clock().proposal();
                        String by = proposal == null ? asked : page.country(proposal.by());
                        yield new Word(
                                page,
                                step(texts.wordTitle(by), texts.wordAgree(), here + "word", now, overtaken),
                                form,
                                by,
                                proposal == null ? 0 : proposal.workingDays());
                    }
                });
    }

    private static String lastQuestion(ThreadView thread) {
        return thread.exchanges().reversed().stream()
                .filter(it -> it.kind() == Said.MORE_ASKED)
                .map(Consultation.Exchange::text)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static StepPage step(String title, String send, String action, Desk.Read now, boolean overtaken) {
        return new StepPage(title, now.one().ref(), action, Desk.home(now.one().id()), now.etag(), send, overtaken);
    }
}
