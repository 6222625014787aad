package org.comity.portal.returns;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Returns;
import org.comity.portal.api.Services;
import org.comity.portal.api.Steps;
import org.comity.portal.denial.ReleaseForm;
import org.comity.portal.denial.Words;
import org.comity.portal.form.Field;
import org.comity.portal.page.Form;
import org.comity.portal.step.Asked;
import org.comity.portal.step.Step;

/** Approve a return, send it back, change who may see it once it is released. */
@Singleton
class ApproverSteps implements ReturnSteps {
    private final Services services;
    private final Reference reference;

    ApproverSteps(Services services, Reference reference) {
        this.services = services;
        this.reference = reference;
    }

    @Override
    public List<Step<Returns.Return>> of(UUID id) {
        return List.of(
                Step.of("approve", ReturnPages::decides)
                        .sends((etag, body) -> services.at("/denials/v1/returns/{id}/approve", id)
                                .step(etag, body, Returns.Return.class))
                        .explains("denials-in-period", page -> page.texts(ReturnTexts.class)
                                .denialsNow())
                        .done("released"),
                Step.of("return", ReturnPages::decides)
                        .asks((one, form, page) -> {
                            ReturnTexts texts = page.texts(ReturnTexts.class);
                            return Asked.of(texts.sendBackTitle(), texts.sendBackNow())
                                    .text(texts.sendBackText())
                                    .field(Field.area("reason", texts.sendBackAsk(), 5)
                                            .most(2000));
                        })
                        .sends(
                                (one, form, page) ->
                                        new Steps.Return(Objects.requireNonNullElse(form.text("reason"), "")),
                                (etag, body) -> services.at("/denials/v1/returns/{id}/return", id)
                                        .step(etag, body, Returns.Return.class))
                        .done("sent-back"),
                Step.<Returns.Return>of(
                                "release",
                                (one, page) -> ReturnPages.isOwn(one, page) && one.status() == Returns.Status.RELEASED)
                        .begins((one, page) ->
                                ReleaseForm.show(Form.blank(), one.releasability(), one.tlp(), one.permittedUse()))
                        .asks((one, form, page) -> {
                            ReturnTexts texts = page.texts(ReturnTexts.class);
                            return Asked.of(texts.changeRelease(), texts.changeReleaseNow())
                                    .text(texts.changeReleaseText())
                                    .noDuty()
                                    .fields(ReleaseForm.fields(reference.subscribingStates(), new Words(page)));
                        })
                        .sends((one, form, page) -> ReleaseForm.step(form, null), (etag, body) -> services.at(
                                        "/denials/v1/returns/{id}/release", id)
                                .step(etag, body, Returns.Return.class))
                        .explains("widening-needs-approver", ReleaseForm.MODE)
                        .done("release"));
    }
}
