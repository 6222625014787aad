package org.comity.portal.discard;

import jakarta.inject.Singleton;
import java.util.List;
import org.comity.portal.api.InformationRequest;
import org.comity.portal.page.Page;
import org.comity.portal.step.Asked;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;

/** Throws away the draft of a request for information. */
@Singleton
class RequestDiscard implements RecordSteps<InformationRequest> {

    @Override
    public List<Step<InformationRequest>> all() {
        return List.of(Step.<InformationRequest>of("discard")
                .asks((one, form, page) -> sure(one, page))
                .done((before, answer, form) -> "/discarded/" + before.ref()));
    }

    private static Asked sure(InformationRequest one, Page page) {
        DiscardTexts texts = page.texts(DiscardTexts.class);
        return Sure.page(
                texts.draftTitle(),
                List.of(texts.requestContent(), texts.reference(one.ref())),
                texts.draftStays(),
                texts.draftYes(),
                texts);
    }
}
