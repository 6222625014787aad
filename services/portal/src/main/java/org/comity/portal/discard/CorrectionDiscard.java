package org.comity.portal.discard;

import jakarta.inject.Singleton;
import java.util.List;
import org.comity.portal.api.Returns;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;

/** Drops the correction of a return that was sent back. */
@Singleton
class CorrectionDiscard implements RecordSteps<Returns.Return> {

    @Override
    public List<Step<Returns.Return>> all() {
        return List.of(Step.<Returns.Return>of("discard")
                .asks((one, form, page) -> {
                    DiscardTexts texts = page.texts(DiscardTexts.class);
                    return Sure.page(
                            texts.correctionTitle(),
                            List.of(texts.correctionContent()),
                            texts.releasedStays(),
                            texts.correctionYes(),
                            texts);
                })
                .done("dropped"));
    }
}
