package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Outcome;
import org.comity.portal.api.NoticeKind;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.api.Steps;
import org.comity.portal.draft.Reading;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepPage;
import org.jspecify.annotations.Nullable;

/** What the requesting state does with a consultation as a whole: send it, decide, withdraw, notify, close. */
@Singleton
class WholeSteps implements ConsultationSteps {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Approve(Page page, StepPage step, Form form, Consultation one, String headline, List<Reading> reading)
            implements TemplateInstance {}

    private final Services services;
    private final Reference reference;

    WholeSteps(Services services, Reference reference) {
        this.services = services;
        this.reference = reference;
    }

    private interface Offered {
        boolean in(ConsultationActions actions);
    }

    private static Step<Consultation> step(String verb, Offered offered) {
        return Step.of(verb, (one, page) -> offered.in(ConsultationActions.of(one, page.person())));
    }

    private interface Says {
        Asked asked(Consultation one, ConsultationTexts texts, Page page);
    }

    private static Step.Asks<Consultation> asks(Says says) {
        return (one, form, page) -> says.asked(one, page.texts(ConsultationTexts.class), page);
    }

    @Override
    public List<Step<Consultation>> of(UUID id) {
        return List.of(
                step("approve", ConsultationActions::approve)
                        .asks(asks((one, texts, page) -> Asked.of(texts.approveTitle(), texts.approveSend())
                                .as(step -> new Approve(
                                        page,
                                        step,
                                        step.form(),
                                        one,
                                        new Words(page).headline(one),
                                        ConsultationForm.reading(one, page, services, reference, "")))))
                        .sends((etag, body) -> services.at("/denials/v1/consultations/{id}/approve", id)
                                .step(etag, body, Consultation.class))
                        .done("approved"),
                step("return", ConsultationActions::giveBack)
                        .asks(asks((one, texts, page) -> Asked.of(texts.returnTitle(), texts.returnSend())
                                .text(texts.returnIntro())
                                .field(Field.area("reason", texts.returnAsk(), 5)
                                        .most(2000))))
                        .sends(
                                (one, form, page) ->
                                        new Steps.Return(Objects.requireNonNullElse(form.text("reason"), "")),
                                (etag, body) -> services.at("/denials/v1/consultations/{id}/return", id)
                                        .step(etag, body, Consultation.class))
                        .done("returned"),
                step("decide", ConsultationActions::decide)
                        .asks(asks(WholeSteps::decide))
                        .sends(
                                (one, form, page) -> new org.comity.portal.api.ConsultationSteps.Decide(
                                        form.code("outcome", Outcome.class), form.text("explanation")),
                                (etag, body) -> services.at("/denials/v1/consultations/{id}/decide", id)
                                        .step(etag, body, Consultation.class))
                        .done("decided"),
                step("withdraw", ConsultationActions::decide)
                        .asks(asks((one, texts, page) -> Asked.of(texts.withdrawTitle(), texts.withdrawSend())
                                .text(texts.withdrawIntro())))
                        .sends((etag, body) -> services.at("/denials/v1/consultations/{id}/withdraw", id)
                                .step(etag, body, Consultation.class))
                        .done("withdrawn"),
                step("notice", ConsultationActions::sendNotice)
                        .asks(asks(WholeSteps::notice))
                        .sends(
                                (one, form, page) -> new Kinded(one, form.text("reasons")),
                                (etag, body) -> switch (body.kind()) {
                                    case UNDERCUT ->
                                        services.at("/denials/v1/consultations/{id}/undercut-notice", id)
                                                .step(etag, body.notice(), Consultation.class);
                                    case INTEREST ->
                                        services.at("/denials/v1/consultations/{id}/essential-interest-notice", id)
                                                .step(etag, body.notice(), Consultation.class);
                                })
                        .done("notified"),
                step("close", ConsultationActions::close)
                        .asks(asks((one, texts, page) ->
                                Asked.of(texts.closeTitle(), texts.closeSend()).text(texts.closeIntro())))
                        .sends((etag, body) -> services.at("/denials/v1/consultations/{id}/close", id)
                                .step(etag, body, Consultation.class))
                        .done("closed"),
                note(id));
    }

    /** Notes are written on the page of the consultation, each once, however often the button is pressed. */
    private Step<Consultation> note(UUID id) {
        String notes = Desk.home(id) + "#notes";
        return Step.<Consultation>of(
                        "notes",
                        (one, page) -> page.person().filter(Person::isOfficer).isPresent())
                .typed((one, page) -> List.of(
                        Field.area("text", page.texts(ConsultationTexts.class).noteAsk(), 3)))
                .sends(
                        (one, form, page) -> new org.comity.portal.api.ConsultationSteps.Text(form.text("text")),
                        (key, body) -> services.at("/denials/v1/consultations/{id}/notes", id)
                                .create(key, body, Consultation.Note.class))
                .keyed(notes)
                .done((before, answer, form) -> Desk.home(id) + "?done=noted#notes");
    }

    /** A notice, and which of the two it is. */
    private record Kinded(NoticeKind kind, org.comity.portal.api.ConsultationSteps.Notice notice) {
        Kinded(Consultation one, @Nullable String reasons) {
            this(one.noticeKind(), new org.comity.portal.api.ConsultationSteps.Notice(reasons));
        }
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
                .noDuty()
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
                .noDuty()
                .field(Field.area("reasons", texts.noticeAsk(), 6)
                        .hint(notice.hint(one.noticeKind()))
                        .most(4000));
    }
}
