package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Outcome;
import org.comity.portal.api.ConsultationSteps;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.draft.Reading;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepPage;
import org.comity.portal.step.StepWords;

/** What the requesting state does with a consultation as a whole: send it, decide, withdraw, notify, close. */
@Singleton
class WholeSteps implements RecordSteps<Consultation> {

    private static final StepWords<Consultation, ConsultationTexts> WORDS = new StepWords<>(ConsultationTexts.class);

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Approve(Page page, StepPage step, Form form, Consultation one, String headline, List<Reading> reading)
            implements TemplateInstance {}

    private final Services services;
    private final Reference reference;

    WholeSteps(Services services, Reference reference) {
        this.services = services;
        this.reference = reference;
    }

    @Override
    public List<Step<Consultation>> all() {
        return List.of(
                Step.<Consultation>of("approve")
                        .button(WORDS.says(ConsultationTexts::toApprove))
                        .asks(WORDS.asks((one, texts, page) -> Asked.of(texts.approveTitle(), texts.approveSend())
                                .as(step -> new Approve(
                                        page,
                                        step,
                                        step.form(),
                                        one,
                                        new Words(page).headline(one),
                                        ConsultationForm.reading(one, page, services, reference, "")))))
                        .done("approved", WORDS.says(ConsultationTexts::doneApproved)),
                Step.<Consultation>ofReturn(WholeSteps::returnWords)
                        .secondary(WORDS.says(ConsultationTexts::toReturn))
                        .done("returned", WORDS.says(ConsultationTexts::doneReturned)),
                Step.<Consultation>of("decide")
                        .button(WORDS.says(ConsultationTexts::toDecide))
                        .asks(WORDS.asks(WholeSteps::decide))
                        .sends((one, form, page) -> new ConsultationSteps.Decide(
                                form.code("outcome", Outcome.class), form.text("explanation")))
                        .done("decided", WORDS.says(ConsultationTexts::doneDecided)),
                Step.<Consultation>of("withdraw")
                        .link(WORDS.says(ConsultationTexts::toWithdraw))
                        .asks(WORDS.asks((one, texts, page) -> Asked.of(texts.withdrawTitle(), texts.withdrawSend())
                                .text(texts.withdrawIntro())))
                        .done("withdrawn", WORDS.says(ConsultationTexts::doneWithdrawn)),
                Step.<Consultation>of("notice", (one, page) -> one.offersNotice())
                        .button((one, page) -> page.texts(NoticeTexts.class).toSend(one.noticeKind()))
                        .asks(WORDS.asks(WholeSteps::notice))
                        .sends((one, form, page) -> new ConsultationSteps.Notice(form.text("reasons")))
                        .to(one -> one.noticeKind().verb())
                        .done("notified", WORDS.says(ConsultationTexts::doneNotified)),
                Step.<Consultation>of("close")
                        .secondary(WORDS.says(ConsultationTexts::toClose))
                        .asks(WORDS.asks((one, texts, page) ->
                                Asked.of(texts.closeTitle(), texts.closeSend()).text(texts.closeIntro())))
                        .done("closed", WORDS.says(ConsultationTexts::doneClosed)),
                note());
    }

    private static Step.ReturnWords returnWords(Page page) {
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        return new Step.ReturnWords(texts.returnTitle(), texts.returnIntro(), texts.returnAsk(), texts.returnSend());
    }

    /** Notes are written on the page of the consultation, each once, however often the button is pressed. */
    private static Step<Consultation> note() {
        return Step.<Consultation>of("notes", (one, page) -> page.is(Person::isOfficer))
                .typed((one, page) -> List.of(
                        Field.area("text", page.texts(ConsultationTexts.class).noteAsk(), 3)))
                .sends((one, form, page) -> new ConsultationSteps.Text(form.text("text")))
                .keyed(one -> "/consultations/" + one.id() + "#notes")
                .says("noted", WORDS.says(ConsultationTexts::doneNoted))
                .done((before, answer, form) -> "/consultations/" + before.id() + "?done=noted#notes");
    }

    private static Asked decide(Consultation one, ConsultationTexts texts, Page page) {
        List<Choice> outcomes = Choice.all(Outcome.class, texts::outcome).stream()
                .filter(it -> !it.value().equals(Outcome.WITHDRAWN.name()))
                .toList();
        String open = String.join(", ", page.countries(one.openThreads()));
        return Asked.of(texts.decideTitle(), texts.decideSend())
                .text(texts.decideIntro())
                .text(open.isEmpty() ? "" : texts.decideOpen(open))
                .text(noticeDays(one, page.texts(NoticeTexts.class)))
                .sayingNoDuty()
                .field(Field.radio("outcome", texts.decideAsk(), outcomes).large())
                .field(Field.area("explanation", texts.decideExplain(), 6)
                        .hint(texts.decideExplainHint())
                        .most(4000));
    }

    /** By when a grant is to be notified; empty where none is. */
    private static String noticeDays(Consultation one, NoticeTexts texts) {
        Consultation.Procedure procedure = one.procedure();
        if (!one.type().hasNotice() || procedure == null) {
            return "";
        }
        return switch (one.noticeKind()) {
            case INTEREST -> texts.decideInterest(procedure.notifyPreferredDays(), procedure.notifyLatestDays());
            case UNDERCUT -> texts.decideUndercut(procedure.notifyPreferredDays(), procedure.notifyLatestDays());
        };
    }

    private static Asked notice(Consultation one, ConsultationTexts texts, Page page) {
        NoticeTexts notice = page.texts(NoticeTexts.class);
        return Asked.of(notice.title(one.noticeKind()), texts.noticeSend())
                .text(
                        switch (one.noticeKind()) {
                            case INTEREST -> notice.introInterest(one.isTransit());
                            case UNDERCUT -> notice.introUndercut(one.isTransit());
                        })
                .sayingNoDuty()
                .field(Field.area("reasons", texts.noticeAsk(), 6)
                        .hint(notice.hint(one.noticeKind()))
                        .most(4000));
    }
}
