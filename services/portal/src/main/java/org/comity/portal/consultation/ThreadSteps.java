package org.comity.portal.consultation;

import jakarta.ws.rs.NotFoundException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Consultation.ThreadView;
import org.comity.portal.api.ConsultationCodes.Answer;
import org.comity.portal.api.ConsultationCodes.Move;
import org.comity.portal.api.ConsultationCodes.Said;
import org.comity.portal.api.ConsultationSteps;
import org.comity.portal.api.HasSteps;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Value;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Read;
import org.comity.portal.step.Records;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepWords;
import org.jspecify.annotations.Nullable;

/** What the two parties of a thread say to each other. */
final class ThreadSteps {

    private static final StepWords<Thread, ConsultationTexts> WORDS = new StepWords<>(ConsultationTexts.class);

    private static final BigDecimal MOST_DAYS = BigDecimal.valueOf(9_999);

    private static final String TEXT = "text";
    private static final String DAYS = "workingDays";
    private static final String MOVE = "move";

    /** The steps in a thread; two pages send the moves of an extension. */
    static final List<Step<Thread>> ALL = List.of(
            Step.<Thread>of("acknowledge")
                    .secondary(WORDS.says(ConsultationTexts::toAcknowledge))
                    .done("acknowledged", WORDS.says(ConsultationTexts::doneAcknowledged)),
            Step.<Thread>of("reply")
                    .button((thread, page) -> toReply(thread, page.texts(ConsultationTexts.class)))
                    .asks(WORDS.asks(ThreadSteps::reply))
                    .sends((thread, form, page) ->
                            new ConsultationSteps.Reply(form.code("answer", Answer.class), form.text(TEXT)))
                    .done("replied", WORDS.says(ConsultationTexts::doneReplied)),
            Step.<Thread>of("ask")
                    .link(WORDS.says(ConsultationTexts::toAsk))
                    .asks(WORDS.asks(
                            (thread, texts, page) -> Asked.of(texts.askTitle(thread.asker(page)), texts.askSend())
                                    .text(texts.askIntro())
                                    .field(text(texts.askText(), 5))))
                    .sends((thread, form, page) -> new ConsultationSteps.Text(form.text(TEXT)))
                    .done("asked", WORDS.says(ConsultationTexts::doneAsked)),
            Step.<Thread>of("answer")
                    .button(WORDS.says(ConsultationTexts::toAnswerMore))
                    .asks(WORDS.asks(
                            (thread, texts, page) -> Asked.of(texts.answerTitle(thread.asked(page)), texts.answerSend())
                                    .text(texts.answerAsked(thread.asked(page)))
                                    .inset(lastQuestion(thread.one()))
                                    .field(text(texts.answerText(), 6).hint(texts.answerTextHint()))))
                    .sends((thread, form, page) -> new ConsultationSteps.Text(form.text(TEXT)))
                    .done("answered", WORDS.says(ConsultationTexts::doneAnswered)),
            Step.<Thread>of("extend", "propose")
                    .link(WORDS.says(ConsultationTexts::toExtend))
                    .asks(WORDS.asks((thread, texts, page) -> Asked.of(texts.extendTitle(), texts.extendSend())
                            .text(texts.extendIntro(thread.daysLeftToAdd()))
                            .field(Field.number(DAYS, texts.extendDays()).width(3))
                            .field(text(texts.extendText(), 4))))
                    .sends((thread, form, page) ->
                            new ConsultationSteps.Extend(Move.PROPOSE, days(form, page), form.text(TEXT)))
                    .done("proposed", WORDS.says(ConsultationTexts::doneProposed)),
            Step.<Thread>of("word", "agree")
                    .button(WORDS.says(ConsultationTexts::toExtensionWord))
                    .asks(WORDS.asks(ThreadSteps::word))
                    .sends((thread, form, page) -> new ConsultationSteps.Extend(
                            isDeclined(form) ? Move.DECLINE : Move.AGREE, null, form.text(TEXT)))
                    .to("extend")
                    .says("agreed", WORDS.says(ConsultationTexts::doneAgreed))
                    .says("declined", WORDS.says(ConsultationTexts::doneDeclined))
                    .done((before, answer, form) -> isDeclined(form) ? "declined" : "agreed"));

    private ThreadSteps() {}

    /** How the page of a consultation says that a step was taken in one of its threads; empty for an unknown word. */
    static String said(String word, Consultation whole, Page page) {
        return whole.threads().stream()
                .flatMap(one -> ALL.stream().flatMap(step -> step.said(word, new Thread(whole, one), page).stream()))
                .findFirst()
                .orElse("");
    }

    private static String toReply(Thread thread, ConsultationTexts texts) {
        return thread.one().status().isDeemed() ? texts.toReplyLate() : texts.toReply();
    }

    /** A thread, with the consultation that it is in. */
    record Thread(Consultation whole, ThreadView one) implements HasSteps {

        @Override
        public List<String> steps() {
            return one.steps();
        }

        String asker(Page page) {
            return page.country(whole.requestingState());
        }

        String asked(Page page) {
            return page.country(one.state());
        }

        /** The working days by which the deadline can still be extended. */
        int daysLeftToAdd() {
            Integer added = one.clock().extendedDays();
            return whole.procedure() == null ? 0 : whole.procedure().extensionDays() - (added == null ? 0 : added);
        }
    }

    /** The thread of that state. A thread of another state than the reader sees is no page. */
    static final class InThread extends PartSubject<Thread> {

        private final String state;

        InThread(Records<Consultation> consultations, UUID id, String state) {
            super(consultations, id, "/threads/" + state);
            this.state = state;
        }

        @Override
        Consultation whole(Thread one) {
            return one.whole();
        }

        @Override
        public Read<Thread> read() {
            Read<Consultation> whole = consultations().read(id());
            ThreadView thread = whole.one().thread(state).orElseThrow(NotFoundException::new);
            return new Read<>(new Thread(whole.one(), thread), whole.etag());
        }
    }

    private static Field text(String ask, int lines) {
        return Field.area(TEXT, ask, lines).most(4000);
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
        List<Choice> answers = thread.whole().type().answers().stream()
                .map(it -> new Choice(it.name(), texts.answer(it), texts.answerHint(it)))
                .toList();
        String ask = "/consultations/" + thread.whole().id() + "/threads/"
                + thread.one().state() + "/ask";
        return Asked.of(texts.replyTitle(thread.asker(page)), texts.replySend())
                .text(thread.one().status().isDeemed() ? texts.replyLate() : texts.replyIntro())
                .text(texts.neverBlocks())
                .paragraph(
                        Asked.Look.TEXT,
                        thread.offers("ask")
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
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
