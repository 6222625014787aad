package org.comity.portal.consultation;

import java.util.UUID;
import org.comity.portal.api.Call;
import org.comity.portal.api.Consultation;
import org.comity.portal.page.Page;
import org.comity.portal.step.Records;
import org.comity.portal.step.Subject;

/**
 * A part of a consultation that steps are taken with: a thread, or a note. Its pages speak of the consultation.
 *
 * @param <P> the part
 */
abstract class PartSubject<P> implements Subject<P> {

    private final Records<Consultation> consultations;
    private final UUID id;
    private final String part;

    /** @param part the address of the part within the consultation, in the portal as in the service */
    PartSubject(Records<Consultation> consultations, UUID id, String part) {
        this.consultations = consultations;
        this.id = id;
        this.part = part;
    }

    /** The consultation that the part is in. */
    abstract Consultation whole(P one);

    Records<Consultation> consultations() {
        return consultations;
    }

    UUID id() {
        return id;
    }

    @Override
    public final Page open() {
        return consultations.openForDesk();
    }

    @Override
    public final Call call(String step) {
        return consultations.call(id, part + step);
    }

    @Override
    public final String home() {
        return consultations.home(id);
    }

    @Override
    public String address(String verb) {
        return home() + part + "/" + verb;
    }

    @Override
    public final String called(P one, Page page) {
        return whole(one).ref();
    }

    @Override
    public final String backText(P one, Page page) {
        return page.texts(ConsultationTexts.class).back(whole(one).ref());
    }

    @Override
    public Overtaken overtaken(P one, Page page) {
        return ConsultationResource.overtakenBy(whole(one), page, home());
    }
}
