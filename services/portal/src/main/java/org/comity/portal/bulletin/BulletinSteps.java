package org.comity.portal.bulletin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.comity.portal.api.Bulletin;
import org.comity.portal.api.BulletinCodes;
import org.comity.portal.api.BulletinContent;
import org.comity.portal.api.Codes;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.ReleaseForm;
import org.comity.portal.denial.Words;
import org.comity.portal.draft.Reading;
import org.comity.portal.form.Field;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepPage;
import org.comity.portal.step.StepWords;
import org.jspecify.annotations.Nullable;

/** What an originator does with a bulletin, and what the states that read it say of it. */
@Singleton
class BulletinSteps implements RecordSteps<Bulletin> {

    private static final StepWords<Bulletin, BulletinTexts> WORDS = new StepWords<>(BulletinTexts.class);

    @CheckedTemplate(basePath = "bulletin", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Approve(Page page, StepPage step, Form form, Bulletin one, List<Reading> reading)
            implements TemplateInstance {}

    private final Reference reference;

    BulletinSteps(Reference reference) {
        this.reference = reference;
    }

    @Override
    public List<Step<Bulletin>> all() {
        return List.of(
                Step.<Bulletin>of("approve")
                        .button(WORDS.says(BulletinTexts::toApprove))
                        .asks(WORDS.asks((one, texts, page) -> Asked.of(texts.approveTitle(), texts.approveSend())
                                .as(step -> new Approve(page, step, step.form(), one, drafted(one, page)))))
                        .done("approved", WORDS.says(BulletinTexts::doneApproved)),
                Step.<Bulletin>ofReturn(BulletinSteps::returnWords)
                        .secondary(WORDS.says(BulletinTexts::toReturn))
                        .done("returned", WORDS.says(BulletinTexts::doneReturned)),
                Step.<Bulletin>of("amend")
                        .secondary(WORDS.says(BulletinTexts::toAmend))
                        .done((before, answer, form) -> "/bulletins/" + before.id() + "/draft"),
                Step.<Bulletin>of("cosign")
                        .button(WORDS.says(BulletinTexts::cosign))
                        .done("signed", WORDS.says(BulletinTexts::doneSigned)),
                Step.<Bulletin>of("publish")
                        .button(WORDS.says(BulletinTexts::publish))
                        .done("published", WORDS.says(BulletinTexts::donePublished)),
                release(),
                Step.<Bulletin>of("withdraw")
                        .link(WORDS.says(BulletinTexts::toWithdraw))
                        .asks(WORDS.asks(
                                (one, texts, page) -> Asked.warning(texts.withdrawTitle(), texts.withdrawSend())
                                        .text(texts.withdrawIntro())
                                        .field(reason(texts))))
                        .sends(BulletinSteps::reason)
                        .done("withdrawn", WORDS.says(BulletinTexts::doneWithdrawn)),
                Step.<Bulletin>of("recall")
                        .link(WORDS.says(BulletinTexts::toRecall))
                        .asks(WORDS.asks((one, texts, page) -> Asked.warning(texts.recallTitle(), texts.recallSend())
                                .text(texts.recallIntro())
                                .field(reason(texts))))
                        .sends(BulletinSteps::reason)
                        .done("recalled", WORDS.says(BulletinTexts::doneRecalled)),
                Step.<Bulletin>of("comment")
                        .secondary(WORDS.says(BulletinTexts::toComment))
                        .asks(WORDS.asks((one, texts, page) -> Asked.of(texts.commentTitle(), texts.commentSend())
                                .text(texts.commentIntro())
                                .field(Field.radio(
                                        "kind",
                                        texts.commentAsk(),
                                        Choice.all(BulletinCodes.Comment.class, texts::comment, texts::commentHint)))
                                .field(Field.area("text", texts.commentText(), 5)
                                        .most(4000))))
                        .sends((one, form, page) -> new Bulletin.SaidComment(
                                form.code("kind", BulletinCodes.Comment.class), form.text("text")))
                        .done("commented", WORDS.says(BulletinTexts::doneCommented)),
                Step.<Bulletin>of("sighting")
                        .secondary(WORDS.says(BulletinTexts::toSighting))
                        .asks(WORDS.asks((one, texts, page) -> Asked.of(texts.sightingTitle(), texts.sightingSend())
                                .text(texts.sightingIntro())
                                .field(Field.area("actionTaken", texts.sightingAsk(), 4)
                                        .most(2000))
                                .carryingKey()))
                        .sends((one, form, page) -> new Bulletin.SaidSighting(form.text("actionTaken")))
                        .keyed(one -> "/bulletins/" + one.id())
                        .done("sighted", WORDS.says(BulletinTexts::doneSighted)),
                Step.<Bulletin>of("acknowledge")
                        .button(WORDS.says(BulletinTexts::acknowledge))
                        .done("acknowledged", WORDS.says(BulletinTexts::doneAcknowledged)));
    }

    private List<Reading> drafted(Bulletin one, Page page) {
        return BulletinForm.reading(one, one.draft(), page, reference, "", BulletinForm.changed(one, page, reference));
    }

    private Step<Bulletin> release() {
        return Step.<Bulletin>of("release")
                .link(WORDS.says(BulletinTexts::toRelease))
                .begins((one, page) -> shown(one.content()))
                .asks(WORDS.asks((one, texts, page) -> Asked.of(texts.releaseTitle(), texts.releaseSend())
                        .text(texts.releaseBites())
                        .fields(ReleaseForm.fields(reference.subscribingStates(), new Words(page)))))
                .sends((one, form, page) -> ReleaseForm.step(form, derivedFrom(one.content())))
                .explains("widening-needs-approver", ReleaseForm.MODE)
                .done("released", WORDS.says(BulletinTexts::doneReleased));
    }

    private static Form shown(BulletinContent content) {
        return ReleaseForm.show(Form.blank(), content.releasability(), content.tlp(), content.permittedUse());
    }

    private static Codes.@Nullable Regime derivedFrom(BulletinContent content) {
        return content.provenance() == Codes.Provenance.REGIME_DERIVED && content.releasability() != null
                ? content.releasability().regime()
                : null;
    }

    private static Field reason(BulletinTexts texts) {
        return Field.area("reason", texts.reasonAsk(), 5).most(2000);
    }

    private static Steps.Return reason(Bulletin one, Form form, Page page) {
        return new Steps.Return(Objects.requireNonNullElse(form.text("reason"), ""));
    }

    private static Step.ReturnWords returnWords(Page page) {
        BulletinTexts texts = page.texts(BulletinTexts.class);
        return new Step.ReturnWords(texts.returnTitle(), texts.returnIntro(), texts.returnAsk(), texts.returnSend());
    }
}
