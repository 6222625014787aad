package org.comity.portal.returns;

import jakarta.inject.Singleton;
import java.util.List;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Returns;
import org.comity.portal.denial.ReleaseForm;
import org.comity.portal.denial.Words;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;

/** Approve a return, send it back, change who may see it once it is released. */
@Singleton
class ApproverSteps implements RecordSteps<Returns.Return> {

    private final Reference reference;

    ApproverSteps(Reference reference) {
        this.reference = reference;
    }

    @Override
    public List<Step<Returns.Return>> all() {
        return List.of(
                Step.<Returns.Return>of("approve")
                        .explains("denials-in-period", page -> page.texts(ReturnTexts.class)
                                .denialsNow())
                        .done("released", (one, page) -> released(one, page.texts(ReturnTexts.class))),
                Step.<Returns.Return>ofReturn(ApproverSteps::returnWords)
                        .done("sent-back", (one, page) -> page.texts(ReturnTexts.class)
                                .doneSentBack()),
                Step.<Returns.Return>of("release")
                        .begins((one, page) ->
                                ReleaseForm.show(Form.blank(), one.releasability(), one.tlp(), one.permittedUse()))
                        .asks((one, form, page) -> {
                            ReturnTexts texts = page.texts(ReturnTexts.class);
                            return Asked.of(texts.changeRelease(), texts.changeReleaseNow())
                                    .text(texts.changeReleaseText())
                                    .sayingNoDuty()
                                    .fields(ReleaseForm.fields(reference.subscribingStates(), new Words(page)));
                        })
                        .sends((one, form, page) -> ReleaseForm.step(form, null))
                        .explains("widening-needs-approver", ReleaseForm.MODE)
                        .done("release", (one, page) -> page.texts(ReturnTexts.class)
                                .doneRelease()));
    }

    private static String released(Returns.Return one, ReturnTexts texts) {
        boolean toNobody = one.statesReached() != null && one.statesReached() == 0;
        return toNobody ? texts.doneReleasedToNobody() : texts.doneReleased();
    }

    private static Step.ReturnWords returnWords(Page page) {
        ReturnTexts texts = page.texts(ReturnTexts.class);
        return new Step.ReturnWords(
                texts.sendBackTitle(), texts.sendBackText(), texts.sendBackAsk(), texts.sendBackNow());
    }
}
