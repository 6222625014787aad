package org.comity.portal.consultation;

import jakarta.inject.Singleton;
import org.comity.portal.api.Alone;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Links;
import org.comity.portal.api.Services;
import org.comity.portal.denial.Citing;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;

/** Asks for the consultations in which this person sees a denial cited. */
@Singleton
class CitingConsultations implements Citing {

    private static final int ROWS = 10;
    private final Services services;
    private final ConsultationWork work;

    CitingConsultations(Services services, ConsultationWork work) {
        this.services = services;
        this.work = work;
    }

    @Override
    public Shown of(Denial one, Page page) {
        if (one.version() == 0 || !page.is(Person::readsConsultations)) {
            return Shown.NOTHING;
        }
        return Alone.ask("Consultations that cite a denial", () -> services.at("/denials/v1/consultations")
                        .with("denial", one.ref())
                        .with("order", "newest")
                        .with("limit", ROWS)
                        .answer(Consultation.Page.class))
                .map(answer -> new Shown(
                        true,
                        false,
                        Links.cursor(answer.getHeaderString("Link"), "next").isPresent(),
                        answer.getEntity().items().stream()
                                .map(it -> row(it, work.line(it, page)))
                                .toList()))
                .orElse(Shown.FAILED);
    }

    private static Row row(Consultation.Summary one, ConsultationWork.Line line) {
        return new Row(one.ref(), "/consultations/" + one.id(), line.status(), line.colour(), line.what(), line.note());
    }
}
