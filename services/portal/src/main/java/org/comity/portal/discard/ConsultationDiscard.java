package org.comity.portal.discard;

import jakarta.inject.Singleton;
import java.util.List;
import org.comity.portal.api.Consultation;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Step;

/** Throws away the draft of a consultation. */
@Singleton
class ConsultationDiscard implements RecordSteps<Consultation> {

    @Override
    public List<Step<Consultation>> all() {
        return List.of(Step.<Consultation>of("discard")
                .asks((one, form, page) -> {
                    DiscardTexts texts = page.texts(DiscardTexts.class);
                    return Sure.page(
                            texts.draftTitle(),
                            List.of(
                                    texts.consultationContent(),
                                    texts.draftPersons(),
                                    texts.consultationNotes(),
                                    texts.reference(one.ref())),
                            texts.draftStays(),
                            texts.draftYes(),
                            texts);
                })
                .done((before, answer, form) -> "/discarded/" + before.ref()));
    }
}
