package org.comity.portal.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationsApi;
import org.comity.portal.api.Refusal;
import org.comity.portal.page.Frames;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** What the pages of consultations have in common. */
@ApplicationScoped
class Desk {

    private final Frames frames;
    private final ConsultationsApi consultations;

    Desk(Frames frames, @RestClient ConsultationsApi consultations) {
        this.frames = frames;
        this.consultations = consultations;
    }

    /** A consultation, and the version that was read. */
    record Read(Consultation one, String etag) {}

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

    Read read(UUID id) {
        return read(consultations.read(id));
    }

    static Read read(RestResponse<Consultation> answer) {
        return new Read(answer.getEntity(), Objects.requireNonNullElse(answer.getHeaderString("ETag"), ""));
    }

    static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    static String home(UUID id) {
        return "/consultations/" + id;
    }

    static boolean isOvertaken(Refusal refusal) {
        return refusal.status() == 412;
    }

    /** Whether the service found fault with what was sent, so that the form is the place to say so. */
    static boolean isFault(Refusal refusal) {
        return refusal.status() == 422
                || refusal.status() == 400
                || !isOvertaken(refusal) && !refusal.problem().errors().isEmpty();
    }

    /** What the service said of a refusal. */
    static String detail(Refusal refusal) {
        String detail = refusal.problem().detail();
        return detail == null || detail.isBlank()
                ? Objects.requireNonNullElse(refusal.problem().title(), "")
                : detail;
    }
}
