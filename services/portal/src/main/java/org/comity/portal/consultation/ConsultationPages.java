package org.comity.portal.consultation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Role;
import org.comity.portal.api.Reference;
import org.comity.portal.api.Services;
import org.comity.portal.draft.Reading;
import org.comity.portal.page.Form;
import org.comity.portal.page.Page;
import org.comity.portal.page.Texts;
import org.comity.portal.session.Person;
import org.comity.portal.step.Read;

/** Makes the page of one consultation, which several steps come back to. */
@Singleton
class ConsultationPages {

    @CheckedTemplate(basePath = "consultation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record OneConsultation(
            Page page,
            Consultation one,
            String etag,
            String headline,
            ConsultationActions actions,
            List<ThreadPanel> threads,
            boolean sent,
            boolean desk,
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

    ConsultationPages(Services services, Deadlines deadlines, Reference reference) {
        this.services = services;
        this.deadlines = deadlines;
        this.reference = reference;
    }

    TemplateInstance page(Page page, Read<Consultation> now, String from, String done) {
        return page(page, now, from, done, noteForm());
    }

    /** Where a step is not on offer: somebody was quicker, or it is another's to take. */
    TemplateInstance overtaken(Page page, Read<Consultation> now, String from) {
        Form form = noteForm().faultAt("", page.texts(Texts.class).stepGone());
        return page(page, now, from, "", form);
    }

    TemplateInstance page(Page page, Read<Consultation> now, String from, String done, Form noteForm) {
        Consultation one = now.one();
        boolean party = one.role() != Role.NOTIFIED && !one.status().isDraft();
        boolean desk = party && page.person().filter(Person::isOfficer).isPresent();
        return page.show(new OneConsultation(
                page,
                one,
                now.etag(),
                new Words(page).headline(one),
                ConsultationActions.of(one, page.person()),
                one.threads().stream()
                        .map(it -> ThreadPanel.of(one, it, page, deadlines))
                        .toList(),
                one.role() == Role.SENT,
                desk,
                String.join(", ", page.countries(one.openThreads())),
                noticeDue(one, page),
                desk
                        ? services.at("/denials/v1/consultations/{id}/notes", one.id())
                                .read(Consultation.Notes.class)
                                .items()
                        : List.of(),
                noteForm,
                back(from, one),
                done,
                ConsultationForm.reading(one, page, services, reference, "")));
    }

    /** Notes are written once, however often the button is pressed. */
    static Form noteForm() {
        return Form.blank().put("key", UUID.randomUUID().toString());
    }

    private static String noticeDue(Consultation one, Page page) {
        Consultation.Notice notice = one.noticeOfGrant();
        if (notice == null || notice.sentAt() != null) {
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
    static String back(String from, Consultation one) {
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
