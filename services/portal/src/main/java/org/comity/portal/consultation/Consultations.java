package org.comity.portal.consultation;

import jakarta.inject.Singleton;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Services;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Records;

/** Consultations. */
@Singleton
class Consultations extends Records<Consultation> {

    Consultations(Frames frames, Services services) {
        super(
                frames,
                services,
                new Kind<>(
                        Consultation.class,
                        "/denials/v1/consultations/{id}",
                        "/consultations",
                        Page.Section.CONSULTATIONS,
                        Person::readsConsultations,
                        Person::isOfficer));
    }
}
