package org.comity.portal.consultation;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.ConsultationCodes.Awaits;
import org.comity.portal.api.ConsultationCodes.Status;
import org.comity.portal.api.ConsultationMethods;
import org.comity.portal.api.Services;
import org.comity.portal.page.Colours;
import org.comity.portal.page.Page;
import org.comity.portal.session.Person;
import org.jspecify.annotations.Nullable;

/** What of consultations is work for this person. */
@Singleton
public class ConsultationWork {

    private static final int ENOUGH = 25;
    private final Services services;
    private final Deadlines deadlines;

    ConsultationWork(Services services, Deadlines deadlines) {
        this.services = services;
        this.deadlines = deadlines;
    }

    /** What other states wait for, the nearest deadline first. */
    public Stream<Consultation.Summary> toAnswer() {
        return list(List.of(Status.REQUESTED), "received");
    }

    /** What the own state asked and where it is its turn, as far as it is this person's: approvers approve. */
    public Stream<Consultation.Summary> own(Person person) {
        return list(List.of(Status.NATIONAL_APPROVAL, Status.REQUESTED, Status.DECISION_PENDING), "sent")
                .filter(it -> isWork(it, person));
    }

    /** Grants, and transits that are allowed, of which other states are to be told, and were not. */
    public Stream<Consultation.Summary> noticesDue() {
        return list(ConsultationMethods.OfStatus.letting(), "sent")
                .filter(it -> it.awaits().contains(Awaits.NOTICE));
    }

    /** The notice of a consultation: by when it is to be sent; null where none is. */
    public Consultation.@Nullable Notice notice(UUID id) {
        return services.at("/denials/v1/consultations/{id}", id)
                .read(Consultation.class)
                .noticeOfGrant();
    }

    private static boolean isWork(Consultation.Summary line, Person person) {
        Set<Awaits> work = EnumSet.of(Awaits.MORE, Awaits.EXTENSION, Awaits.DECISION);
        boolean submittedIt =
                line.submittedBy() != null && line.submittedBy().id().equals(person.id());
        if (person.isApprover() && !submittedIt) {
            work.add(Awaits.APPROVAL);
        }
        return line.awaits().stream().anyMatch(work::contains);
    }

    private Stream<Consultation.Summary> list(List<Status> statuses, String role) {
        return services
                .at("/denials/v1/consultations")
                .with("status", statuses)
                .with("role", role)
                .with("order", "deadline")
                .with("limit", ENOUGH)
                .read(Consultation.Page.class)
                .items()
                .stream();
    }

    /** A consultation in a panel. */
    public record Line(String status, String colour, String what, String note) {

        /** The same with another note. */
        public Line with(String other) {
            return new Line(status, colour, what, other);
        }
    }

    /** How a panel tells a consultation: what it waits for, and until when. */
    public Line line(Consultation.Summary one, Page page) {
        Words words = new Words(page);
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        return new Line(
                texts.statusOf(one.status()),
                Colours.colour(one.status()),
                words.others(one) + ". " + words.headline(one),
                note(one, page, words, texts));
    }

    private String note(Consultation.Summary line, Page page, Words words, ConsultationTexts texts) {
        String due = deadlines.inShort(line, page);
        String awaits = words.awaits(line);
        return Stream.of(awaits, due.isEmpty() ? "" : texts.deadlineIs(due, deadlines.clock(line, page)))
                .filter(it -> !it.isEmpty())
                .collect(java.util.stream.Collectors.joining(". "));
    }
}
