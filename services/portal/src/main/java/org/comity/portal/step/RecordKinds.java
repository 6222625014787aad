package org.comity.portal.step;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Predicate;
import org.comity.portal.api.Bulletin;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Denial;
import org.comity.portal.api.Imports;
import org.comity.portal.api.InformationRequest;
import org.comity.portal.api.Onward;
import org.comity.portal.api.Returns;
import org.comity.portal.api.Services;
import org.comity.portal.api.Statistics;
import org.comity.portal.page.Frames;
import org.comity.portal.session.Person;

/** The kinds of records that have pages: the address in the contract, the address here, who reads, who takes steps. */
@Singleton
class RecordKinds {

    private final Frames frames;
    private final Services services;

    RecordKinds(Frames frames, Services services) {
        this.frames = frames;
        this.services = services;
    }

    /** Denials. The service says who reads one. */
    @Produces
    @Singleton
    Records<Denial> denials() {
        return of(Denial.class, "/denials/v1/denials/{id}", "/denials", "/denials", anybody -> true, Person::isOfficer);
    }

    /** Consultations. */
    @Produces
    @Singleton
    Records<Consultation> consultations() {
        return of(
                Consultation.class,
                "/denials/v1/consultations/{id}",
                "/consultations",
                "/consultations",
                Person::readsConsultations,
                Person::isOfficer);
    }

    /** Bulletins. */
    @Produces
    @Singleton
    Records<Bulletin> bulletins() {
        return of(
                Bulletin.class,
                "/bulletins/v1/bulletins/{id}",
                "/bulletins",
                "/bulletins",
                Person::readsBulletins,
                Person::writesBulletins);
    }

    /** Requests for information. */
    @Produces
    @Singleton
    Records<InformationRequest> requests() {
        return of(
                InformationRequest.class,
                "/bulletins/v1/requests/{id}",
                "/requests",
                "/bulletins",
                Person::readsBulletins,
                Person::writesBulletins);
    }

    /** Half-yearly returns. */
    @Produces
    @Singleton
    Records<Returns.Return> returns() {
        return of(
                Returns.Return.class,
                "/denials/v1/returns/{id}",
                "/returns",
                "/denials",
                Person::readsDenials,
                Person::isOfficer);
    }

    /** Files of denials. */
    @Produces
    @Singleton
    Records<Imports.Import> imports() {
        return ofDesk(Imports.Import.class, "/denials/v1/imports/{id}", "/imports");
    }

    /** Requests for onward release. */
    @Produces
    @Singleton
    Records<Onward.Request> onward() {
        return ofDesk(Onward.Request.class, "/denials/v1/onward-requests/{id}", "/onward");
    }

    /** Figures of a year. */
    @Produces
    @Singleton
    Records<Statistics.Figures> figures() {
        return ofDesk(Statistics.Figures.class, "/denials/v1/figures/{year}", "/figures");
    }

    /** Records under "Denials" that nobody but the desk reads. */
    private <R> Records<R> ofDesk(Class<R> type, String api, String path) {
        return of(type, api, path, "/denials", Person::isOfficer, Person::isOfficer);
    }

    private <R> Records<R> of(
            Class<R> type, String api, String path, String section, Predicate<Person> readers, Predicate<Person> desk) {
        return new Records<>(frames, services, new Records.Kind<>(type, api, path, section, readers, desk));
    }
}
