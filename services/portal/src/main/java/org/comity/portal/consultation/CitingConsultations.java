package org.comity.portal.consultation;

import jakarta.inject.Singleton;
import java.util.function.Function;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Links;
import org.comity.portal.api.Refusal;
import org.comity.portal.api.Services;
import org.comity.portal.denial.Citing;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/** Asks for the consultations in which this person sees a denial cited. */
@Singleton
class CitingConsultations implements Citing {

    private static final Logger LOG = Logger.getLogger(CitingConsultations.class);
    private static final int ROWS = 10;
    private final Services services;
    private final ConsultationWork work;

    CitingConsultations(Services services, ConsultationWork work) {
        this.services = services;
        this.work = work;
    }

    @Override
    public Shown of(Denial one, Page page) {
        if (one.version() == 0
                || page.person().filter(Person::readsConsultations).isEmpty()) {
            return Shown.NOTHING;
        }
        try {
            RestResponse<Consultation.Page> answer = services.at("/denials/v1/consultations")
                    .with("denial", one.ref())
                    .with("order", "newest")
                    .with("limit", ROWS)
                    .answer(Consultation.Page.class);
            Function<Consultation.Summary, ConsultationWork.Line> lines = work.lines(page);
            return new Shown(
                    true,
                    false,
                    Links.cursor(answer.getHeaderString("Link"), "next").isPresent(),
                    answer.getEntity().items().stream()
                            .map(it -> row(it, lines.apply(it)))
                            .toList());
        } catch (Refusal refusal) {
            if (refusal.status() == 401) {
                throw refusal;
            }
            LOG.warnf("Consultations that cite a denial were refused: %s", refusal.getMessage());
        } catch (RuntimeException unreachable) {
            LOG.warnf("Consultations that cite a denial failed: %s", unreachable.getMessage());
        }
        return Shown.FAILED;
    }

    private static Row row(Consultation.Summary one, ConsultationWork.Line line) {
        return new Row(one.ref(), "/consultations/" + one.id(), line.status(), line.colour(), line.what(), line.note());
    }
}
