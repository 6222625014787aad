package org.comity.portal.consultation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Consultation.ThreadView;
import org.comity.portal.api.ConsultationCodes.Answer;
import org.comity.portal.api.ConsultationCodes.Move;
import org.comity.portal.api.ConsultationCodes.Said;
import org.comity.portal.api.ConsultationSteps;
import org.comity.portal.api.Services;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Step;
import org.jspecify.annotations.Nullable;

/** What the two parties of a thread say to each other. */
final class ThreadSteps {

    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(9_999);

    private static final String TEXT = "text";
    private static final String DAYS = "workingDays";
    private static final String MOVE = "move";

    private ThreadSteps() {}

    /** A thread, with the consultation that it is in. */
    record Thread(Consultation whole, ThreadView one) {

        ThreadActions actions(Page page) {
            return ThreadActions.of(whole, one, page.person());
        }

        String asker(Page page) {
            return page.country(whole.requestingState());
        }

        String asked(Page page) {
            return page.country(one.state());
        }
    }

    private interface Offered {
        boolean in(ThreadActions actions);
    }

    private static Step<Thread> step(String verb, Offered offered) {
        return Step.of(verb, (thread, page) -> offered.in(thread.actions(page)));
    }

    private interface Says {
        Asked asked(Thread thread, ConsultationTexts texts, Page page);
    }

    private static Step.Asks<Thread> asks(Says says) {
        return (thread, form, page) -> says.asked(thread, page.texts(ConsultationTexts.class), page);
    }

    private static Field text(String ask, int lines) {
        return Field.area(TEXT, ask, lines).most(4000);
    }

    static List<Step<Thread>> of(UUID id, String state, Services services) {
        return List.of(
                step("reply", ThreadActions::reply)
                        .asks(asks(ThreadSteps::reply))
                        .sends(
                                (thread, form, page) ->
                                        new ConsultationSteps.Reply(form.code("answer", Answer.class), form.text(TEXT)),
                                (etag, body) -> services.at(
                                                "/denials/v1/consultations/{id}/threads/{state}/reply", id, state)
                                        .step(etag, body, Consultation.class))
                        .done("replied"),
                step("ask", ThreadActions::ask)
                        .asks(asks(
                                (thread, texts, page) -> Asked.of(texts.askTitle(thread.asker(page)), texts.askSend())
                                        .text(texts.askIntro())
                                        .field(text(texts.askText(), 5))))
                        .sends(
                                (thread, form, page) -> new ConsultationSteps.Text(form.text(TEXT)),
                                (etag, body) -> services.at(
                                                "/denials/v1/consultations/{id}/threads/{state}/ask", id, state)
                                        .step(etag, body, Consultation.class))
                        .done("asked"),
                step("answer", ThreadActions::answer)
                        .asks(asks((thread, texts, page) -> Asked.of(
                                        texts.answerTitle(thread.asked(page)), texts.answerSend())
                                .text(texts.answerAsked(thread.asked(page)))
                                .inset(lastQuestion(thread.one()))
                                .field(text(texts.answerText(), 6).hint(texts.answerTextHint()))))
                        .sends(
                                (thread, form, page) -> new ConsultationSteps.Text(form.text(TEXT)),
                                (etag, body) -> services.at(
                                                "/denials/v1/consultations/{id}/threads/{state}/answer", id, state)
                                        .step(etag, body, Consultation.class))
                        .done("answered"),
                step("extend", ThreadActions::extend)
                        .asks(asks((thread, texts, page) -> Asked.of(texts.extendTitle(), texts.extendSend())
                                .text(texts.extendIntro(thread.actions(page).most()))
                                .field(Field.number(DAYS, texts.extendDays()).width(3))
                                .field(text(texts.extendText(), 4))))
                        .sends(
                                (thread, form, page) ->
                                        new ConsultationSteps.Extend(Move.PROPOSE, days(form, page), form.text(TEXT)),
                                (etag, body) -> services.at(
                                                "/denials/v1/consultations/{id}/threads/{state}/extend", id, state)
                                        .step(etag, body, Consultation.class))
                        .done("proposed"),
                step("word", ThreadActions::word)
                        .asks(asks(ThreadSteps::word))
                        .sends(
                                (thread, form, page) -> new ConsultationSteps.Extend(
                                        isDeclined(form) ? Move.DECLINE : Move.AGREE, null, form.text(TEXT)),
                                (etag, body) -> services.at(
                                                "/denials/v1/consultations/{id}/threads/{state}/extend", id, state)
                                        .step(etag, body, Consultation.class))
                        .done((before, answer, form) -> isDeclined(form) ? "declined" : "agreed"));
    }

    private static boolean isDeclined(Form form) {
        return form.has(MOVE, Move.DECLINE.name());
    }

    private static @Nullable Integer days(Form form, Page page) {
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        BigDecimal days = form.wholeNumber(DAYS, page, texts.wholeNumber());
        if (days != null && days.compareTo(MOST_DAYS) > 0) {
            form.fault(DAYS, texts.wholeNumber());
            return null;
        }
        return days == null ? null : days.intValueExact();
    }

    private static Asked reply(Thread thread, ConsultationTexts texts, Page page) {
        ThreadActions actions = thread.actions(page);
        List<Choice> answers = thread.whole().type().answers().stream()
                .map(it -> new Choice(it.name(), texts.answer(it), texts.answerHint(it)))
                .toList();
        String ask = Desk.home(thread.whole().id()) + "/threads/" + thread.one().state() + "/ask";
        return Asked.of(texts.replyTitle(thread.asker(page)), texts.replySend())
                .text(actions.late() ? texts.replyLate() : texts.replyIntro())
                .text(texts.neverBlocks())
                .paragraph(
                        Asked.Look.TEXT,
                        actions.ask()
                                ? Value.of(texts.replyNeedMore()).link(texts.replyNeedMoreLink(), ask)
                                : Value.empty())
                .field(Field.radio("answer", texts.replyAsk(), answers).large())
                .field(text(texts.replyText(), 6).hint(texts.replyTextHint()));
    }

    private static Asked word(Thread thread, ConsultationTexts texts, Page page) {
        Consultation.Proposal proposal = thread.one().clock().proposal();
        String by = proposal == null ? thread.asked(page) : page.country(proposal.by());
        return Asked.of(texts.wordTitle(by))
                .text(texts.wordIntro(by, proposal == null ? 0 : proposal.workingDays()))
                .field(text(texts.wordText(), 4))
                .button(texts.wordAgree(), MOVE, Move.AGREE.name())
                .button(texts.wordDecline(), MOVE, Move.DECLINE.name());
    }

    private static String lastQuestion(ThreadView thread) {
        return thread.exchanges().reversed().stream()
                .filter(it -> it.kind() == Said.MORE_ASKED)
                .map(Consultation.Exchange::text)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
