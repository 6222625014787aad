package org.comity.portal.request;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.comity.portal.api.InformationRequest;
import org.comity.portal.api.Steps;
import org.comity.portal.form.Field;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepWords;

/** The steps with a request for information, and what a state that is asked answers. */
@Singleton
class RequestSteps implements RecordSteps<InformationRequest> {

    private static final StepWords<InformationRequest, RequestTexts> WORDS = new StepWords<>(RequestTexts.class);

    @Override
    public List<Step<InformationRequest>> all() {
        return List.of(
                Step.<InformationRequest>of("approve")
                        .button(WORDS.says(RequestTexts::approve))
                        .done("approved", WORDS.says(RequestTexts::doneApproved)),
                Step.<InformationRequest>ofReturn(page -> {
                            RequestTexts texts = page.texts(RequestTexts.class);
                            return new Step.ReturnWords(
                                    texts.returnTitle(), texts.returnIntro(), texts.returnAsk(), texts.returnSend());
                        })
                        .secondary(WORDS.says(RequestTexts::returnSend))
                        .done("returned", WORDS.says(RequestTexts::doneReturned)),
                Step.<InformationRequest>of("withdraw")
                        .link(WORDS.says(RequestTexts::withdrawSend))
                        .asks(WORDS.asks(
                                (one, texts, page) -> Asked.warning(texts.withdrawTitle(), texts.withdrawSend())
                                        .text(texts.withdrawIntro())
                                        .field(Field.area("reason", texts.reasonAsk(), 5)
                                                .most(2000))))
                        .sends((one, form, page) ->
                                new Steps.Return(Objects.requireNonNullElse(form.text("reason"), "")))
                        .done("withdrawn", WORDS.says(RequestTexts::doneWithdrawn)),
                Step.<InformationRequest>of("answer")
                        .button(WORDS.says(RequestTexts::toAnswer))
                        .asks(WORDS.asks((one, texts, page) -> Asked.of(texts.answerTitle(), texts.answerSend())
                                .text(texts.answerIntro())
                                .field(Field.area("text", texts.answerText(), 8).most(10_000))
                                .field(Field.input("bulletin", texts.answerBulletin())
                                        .hint(texts.answerBulletinHint())
                                        .width(20))))
                        .sends((one, form, page) ->
                                new InformationRequest.Answer(form.text("text"), form.text("bulletin")))
                        .done("answered", WORDS.says(RequestTexts::doneAnswered)));
    }
}
