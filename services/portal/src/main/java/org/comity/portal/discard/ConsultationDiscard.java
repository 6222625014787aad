package org.comity.portal.discard;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Role;
import org.comity.portal.api.ConsultationCodes.Status;
import org.comity.portal.api.Services;
import org.comity.portal.consultation.ConsultationSteps;
import org.comity.portal.step.Step;

/** Throws away the draft of a consultation. */
@Singleton
class ConsultationDiscard implements ConsultationSteps {
    private final Services services;

    ConsultationDiscard(Services services) {
        this.services = services;
    }

    @Override
    public List<Step<Consultation>> of(UUID id) {
        return List.of(
                Step.<Consultation>of("discard", (one, page) -> one.role() == Role.SENT && one.status() == Status.DRAFT)
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
                        .sends((etag, body) -> services.at("/denials/v1/consultations/{id}/discard", id)
                                .step(etag, body, Void.class))
                        .done((before, answer, form) -> "/discarded/" + before.ref()));
    }
}
