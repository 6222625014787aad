package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Steps;
import org.comity.portal.api.Warnings;
import org.comity.portal.draft.Reading;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepPage;
import org.comity.portal.step.StepWords;

/** Approve, return, change who may see it, open an amendment. */
@Singleton
class ApproverSteps implements RecordSteps<Denial> {

    private static final StepWords<Denial, DenialTexts> WORDS = new StepWords<>(DenialTexts.class);

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Approve(
            Page page,
            StepPage step,
            Form form,
            Denial one,
            String headline,
            boolean lookAgain,
            List<Reading> reading,
            List<Reading> side,
            List<Warnings.Warning> warnings)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChangeRelease(Page page, StepPage step, Form form, boolean lookAgain, List<Warnings.Warning> warnings)
            implements TemplateInstance {}

    private final Reference reference;
    private final SecondLook secondLook;

    ApproverSteps(Reference reference, SecondLook secondLook) {
        this.reference = reference;
        this.secondLook = secondLook;
    }

    @Override
    public List<Step<Denial>> all() {
        return List.of(
                approve(),
                Step.<Denial>ofReturn(ApproverSteps::returnWords)
                        .secondary(WORDS.says(DenialTexts::toReturn))
                        .done("returned", WORDS.says(DenialTexts::doneReturned)),
                release(),
                Step.<Denial>of("amend", (one, page) -> one.offersAmendment())
                        .secondary(WORDS.says(DenialTexts::toAmend))
                        .done((before, answer, form) -> "/denials/" + before.id() + "/draft"));
    }

    /** How the page says it of a record that reaches states, or of one that reaches none. */
    private static BiFunction<Denial, Page, String> says(
            Function<DenialTexts, String> told, Function<StandingTexts, String> toNobody) {
        return (one, page) -> one.isToldToNobody()
                ? toNobody.apply(page.texts(StandingTexts.class))
                : told.apply(page.texts(DenialTexts.class));
    }

    private static Step.ReturnWords returnWords(Page page) {
        DenialTexts texts = page.texts(DenialTexts.class);
        return new Step.ReturnWords(texts.returnTitle(), texts.returnIntro(), texts.returnAsk(), texts.returnNow());
    }

    private Step<Denial> approve() {
        return Step.<Denial>of("approve", (one, page) -> one.offersApproval())
                .button(WORDS.says(DenialTexts::toApprove))
                .begins((one, page) -> ReleaseForm.show(Form.blank(), one.draft()))
                .asks((one, form, page) -> approvePage(one, page, Optional.empty()))
                .looksAgain((one, form, page) -> Foreseen.of(
                                form,
                                secondLook.at(
                                        one.id(),
                                        false,
                                        release(one.draft(), form).releasability()))
                        .map(it -> approvePage(one, page, Optional.of(it))))
                .sends((one, form, page) -> release(one.draft(), form))
                .done("approved", says(DenialTexts::doneApproved, StandingTexts::doneApprovedForNobody));
    }

    private static Steps.Release release(DenialContent record, Form form) {
        return ReleaseForm.step(form, record);
    }

    /**
     * The page of an approval.
     *
     * @param foreseen warnings about the release that was chosen, which no page has shown yet
     */
    private Asked approvePage(Denial one, Page page, Optional<List<Warnings.Warning>> foreseen) {
        Words words = new Words(page);
        LookTexts look = words.look;
        DenialForm.Readings said = DenialForm.reading(
                one.draft(), page, reference, "", DenialForm.changed(one, page, reference), true, true);
        return Asked.of(
                        one.amendment() == null ? words.denial.approveTitle() : words.denial.approveAmendment(),
                        foreseen.isPresent() ? look.goOnApprove() : words.denial.approveAndNotify())
                .fields(ReleaseForm.fields(reference.subscribingStates(), words))
                .as(step -> new Approve(
                        page,
                        step,
                        step.form(),
                        one,
                        words.headline(one.draft()),
                        foreseen.isPresent(),
                        said.main(),
                        said.side(),
                        foreseen.orElseGet(() -> secondLook.at(one.id()))));
    }

    private Step<Denial> release() {
        return Step.<Denial>of("release")
                .link(WORDS.says(DenialTexts::toRelease))
                .begins((one, page) -> ReleaseForm.show(Form.blank(), one.content()))
                .asks((one, form, page) -> releasePage(one, page, Optional.empty()))
                .looksAgain((one, form, page) -> Foreseen.of(
                                form,
                                secondLook.at(
                                        one.id(),
                                        true,
                                        release(one.content(), form).releasability()))
                        .map(it -> releasePage(one, page, Optional.of(it))))
                .sends((one, form, page) -> release(one.content(), form))
                .explains("widening-needs-approver", ReleaseForm.MODE)
                .done("released", says(DenialTexts::doneReleased, StandingTexts::doneReleasedToNobody));
    }

    private Asked releasePage(Denial one, Page page, Optional<List<Warnings.Warning>> foreseen) {
        Words words = new Words(page);
        LookTexts look = words.look;
        return Asked.of(
                        words.denial.changeReleaseTitle(),
                        foreseen.isPresent() ? look.goOnRelease() : words.denial.changeReleaseNow())
                .fields(ReleaseForm.fields(reference.subscribingStates(), words))
                .as(step -> new ChangeRelease(
                        page,
                        step,
                        step.form(),
                        foreseen.isPresent(),
                        foreseen.orElseGet(() -> secondLook.inForce(one.id()))));
    }
}
