package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Role;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.draft.Reading;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.comity.portal.step.Offer;
import org.comity.portal.step.Read;
import org.comity.portal.step.RecordPages;
import org.comity.portal.step.RecordSteps;
import org.comity.portal.step.Records;
import org.comity.portal.step.Subject;

/** One consultation: the page that shows it, and the steps with it as a whole. */
@Path("/consultations")
@Produces(MediaType.TEXT_HTML)
class ConsultationResource extends RecordPages<Consultation> {

    /** @param noticeByOther a notice is outstanding, and another person sends it */
    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneConsultation(
            Page page,
            Consultation one,
            String etag,
            String headline,
            List<Offer> offers,
            List<ThreadPanel> threads,
            boolean sent,
            boolean desk,
            boolean noticeByOther,
            String openStates,
            String noticeDue,
            List<Consultation.Note> notes,
            Form noteForm,
            String back,
            String done,
            List<Reading> reading)
            implements TemplateInstance {}

    private final Services services;
    private final Deadlines deadlines;
    private final Reference reference;

    ConsultationResource(
            Records<Consultation> consultations,
            Instance<RecordSteps<Consultation>> described,
            Services services,
            Deadlines deadlines,
            Reference reference) {
        super(consultations, described);
        this.services = services;
        this.deadlines = deadlines;
        this.reference = reference;
    }

    @Override
    protected Subject<Consultation> subject(String id) {
        return new OneRecord(id) {
            @Override
            public String called(Consultation one, Page page) {
                return one.ref();
            }

            @Override
            public String backText(Consultation one, Page page) {
                return page.texts(ConsultationTexts.class).back(one.ref());
            }

            @Override
            public Overtaken overtaken(Consultation one, Page page) {
                return overtakenBy(one, page, home());
            }
        };
    }

    /** Tells that somebody else changed the consultation, and how it stands. */
    static Subject.Overtaken overtakenBy(Consultation one, Page page, String home) {
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        return new Subject.Overtaken(
                texts.overtaken(), texts.statusOf(one.status()), texts.overtakenText(), texts.overtakenLook(), home);
    }

    @Override
    protected String done(String word, Consultation one, Page page) {
        return word.equals("submitted")
                ? page.texts(ConsultationTexts.class).doneSubmitted()
                : ThreadSteps.said(word, one, page);
    }

    @Override
    protected TemplateInstance show(Page page, Read<Consultation> now, String from, String done, Form form) {
        Consultation one = now.one();
        boolean sent = one.role() == Role.SENT;
        boolean desk = one.role() != Role.NOTIFIED && !one.status().isDraft() && page.is(Person::isOfficer);
        return page.show(new OneConsultation(
                page,
                one,
                now.etag(),
                new Words(page).headline(one),
                Offer.of(subject(one.id().toString()), steps(), one, page),
                one.threads().stream()
                        .map(it -> ThreadPanel.of(one, it, page, deadlines, offers(one, it, page)))
                        .toList(),
                sent,
                desk,
                sent && desk && one.isNoticeOutstanding() && !one.offersNotice(),
                String.join(", ", page.countries(one.openThreads())),
                noticeDue(one, page),
                desk
                        ? services.at("/denials/v1/consultations/{id}/notes", one.id())
                                .read(Consultation.Notes.class)
                                .items()
                        : List.of(),
                form.keyed(),
                back(from, one),
                done,
                ConsultationForm.reading(one, page, services, reference, "")));
    }

    private List<Offer> offers(Consultation one, Consultation.ThreadView thread, Page page) {
        return Offer.of(
                new ThreadSteps.InThread(records(), one.id(), thread.state()),
                ThreadSteps.ALL,
                new ThreadSteps.Thread(one, thread),
                page);
    }

    private static String noticeDue(Consultation one, Page page) {
        Consultation.Notice notice = one.noticeOfGrant();
        if (notice == null || !one.isNoticeOutstanding()) {
            return "";
        }
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        long days = page.utcDaysUntil(notice.latestBy());
        return days < 0
                ? texts.noticePast(page.day(notice.latestBy()), -days)
                : texts.noticeBy(page.day(notice.preferredBy()), page.day(notice.latestBy()), days);
    }

    /**
     * Back to the same row of the list that one came from, or of the one that it is on: only ever a query of our own list,
     * never another address.
     */
    private static String back(String from, Consultation one) {
        String query = from.matches("view=[A-Za-z0-9%&=._~+*-]{1,6000}") ? from : "view=" + on(one).path();
        return "/consultations?" + query + "#c-" + one.id();
    }

    private static ListView on(Consultation one) {
        return switch (one.status()) {
            case CLOSED -> ListView.CLOSED;
            case DRAFT, NATIONAL_APPROVAL -> ListView.SENT;
            case REQUESTED -> one.role() == Role.SENT ? ListView.SENT : ListView.ANSWER;
            case DECISION_PENDING, DENIED, GRANTED, TRANSIT_ALLOWED, WITHDRAWN ->
                switch (one.role()) {
                    case SENT -> ListView.SENT;
                    case RECEIVED -> ListView.ANSWERED;
                    case NOTIFIED -> ListView.NOTICES;
                };
        };
    }
}
