package org.comity.portal.denial;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.portal.api.Denial;
import org.comity.portal.api.DenialContent;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.api.Steps;
import org.comity.portal.api.Warnings;
import org.comity.portal.draft.Reading;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Step;
import org.comity.portal.step.StepPage;

/** Approve, return, change who may see it, open an amendment. */
@Singleton
class ApproverSteps implements DenialSteps {

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record Approve(
            Page page,
            StepPage step,
            Form form,
            Denial one,
            DenialContent content,
            String headline,
            boolean lookAgain,
            Set<String> changed,
            List<Reading> reading,
            List<Warnings.Warning> warnings)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "denial", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChangeRelease(Page page, StepPage step, Form form, boolean lookAgain, List<Warnings.Warning> warnings)
            implements TemplateInstance {}

    private final Services services;
    private final Reference reference;
    private final SecondLook secondLook;

    ApproverSteps(Services services, Reference reference, SecondLook secondLook) {
        this.services = services;
        this.reference = reference;
        this.secondLook = secondLook;
    }

    @Override
    public List<Step<Denial>> of(UUID id) {
        return List.of(approve(id), giveBack(id), release(id), amend(id));
    }

    private Step<Denial> approve(UUID id) {
        return Step.<Denial>of("approve", (one, page) -> DenialActions.of(one, page.person())
                        .approve())
                .begins((one, page) -> ReleaseForm.show(Form.blank(), one.draft()))
                .asks((one, form, page) -> approvePage(one, page, Optional.empty()))
                .looksAgain((one, form, page) -> Foreseen.of(
                                form,
                                secondLook.at(
                                        id, false, release(one.draft(), form).releasability()))
                        .map(it -> approvePage(one, page, Optional.of(it))))
                .sends((one, form, page) -> release(one.draft(), form), (etag, body) -> services.at(
                                "/denials/v1/denials/{id}/approve", id)
                        .step(etag, body, Denial.class))
                .done("approved");
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
        Set<String> changed = Desk.changed(one, page, reference);
        return Asked.of(
                        one.amendment() == null ? words.denial.approveTitle() : words.denial.approveAmendment(),
                        foreseen.isPresent() ? look.goOnApprove() : words.denial.approveAndNotify())
                .fields(ReleaseForm.fields(reference.subscribingStates(), words))
                .as(step -> new Approve(
                        page,
                        step,
                        step.form(),
                        one,
                        one.draft(),
                        words.headline(one.draft()),
                        foreseen.isPresent(),
                        changed,
                        DenialForm.reading(one.draft(), page, reference, "", changed, true, true),
                        foreseen.orElseGet(() -> secondLook.at(one.id()))));
    }

    private Step<Denial> giveBack(UUID id) {
        return Step.<Denial>of("return", (one, page) -> DenialActions.of(one, page.person())
                        .giveBack())
                .asks((one, form, page) -> {
                    DenialTexts texts = page.texts(DenialTexts.class);
                    return Asked.of(texts.returnTitle(), texts.returnNow())
                            .text(texts.returnIntro())
                            .field(org.comity.portal.form.Field.area("reason", texts.returnAsk(), 5)
                                    .most(2000));
                })
                .sends(
                        (one, form, page) -> new Steps.Return(Objects.requireNonNullElse(form.text("reason"), "")),
                        (etag, body) -> services.at("/denials/v1/denials/{id}/return", id)
                                .step(etag, body, Denial.class))
                .done("returned");
    }

    private Step<Denial> release(UUID id) {
        return Step.<Denial>of("release", (one, page) -> DenialActions.of(one, page.person())
                        .release())
                .begins((one, page) -> ReleaseForm.show(Form.blank(), one.content()))
                .asks((one, form, page) -> releasePage(one, page, Optional.empty()))
                .looksAgain((one, form, page) -> Foreseen.of(
                                form,
                                secondLook.at(
                                        id, true, release(one.content(), form).releasability()))
                        .map(it -> releasePage(one, page, Optional.of(it))))
                .sends((one, form, page) -> release(one.content(), form), (etag, body) -> services.at(
                                "/denials/v1/denials/{id}/release", id)
                        .step(etag, body, Denial.class))
                .explains("widening-needs-approver", ReleaseForm.MODE)
                .done("released");
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

    private Step<Denial> amend(UUID id) {
        return Step.<Denial>of("amend", (one, page) -> DenialActions.of(one, page.person())
                        .amend())
                .sends((etag, body) ->
                        services.at("/denials/v1/denials/{id}/amend", id).step(etag, body, Denial.class))
                .done((before, answer, form) -> "/denials/" + id + "/draft");
    }
}
