package org.comity.portal.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Services;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Read;

/** What the pages of consultations have in common. */
@ApplicationScoped
class Desk {

    private final Frames frames;
    private final Services services;

    Desk(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    /** The frame of a page for whoever reads consultations; for others there is no such page. */
    Page open() {
        return frames.open(Page.Section.CONSULTATIONS, Person::readsConsultations);
    }

    /** The frame of a page for the licensing desk; for others there is no such page. */
    Page openForDesk() {
        Page page = open();
        if (page.person().filter(Person::isOfficer).isEmpty()) {
            throw new NotFoundException();
        }
        return page;
    }

    Read<Consultation> read(UUID id) {
        return Read.of(services.at("/denials/v1/consultations/{id}", id).answer(Consultation.class));
    }

    static String home(UUID id) {
        return "/consultations/" + id;
    }
}
