package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.denials.consultation.content.ConsultedState;
import org.comity.denials.consultation.content.DraftConsultation;
import org.comity.denials.denial.DenialCitations;
import org.comity.denials.procedure.ConsultationProcedure;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.problem.KernelProblem;
import org.comity.kernel.time.Identifiers;
import org.comity.sharing.states.WorkingCalendar;
import org.comity.sharing.states.WorkingCalendars;

/** Opens a thread: with its clock, on the consulted state's calendar, and the denials that are cited in it alone. */
@Singleton
class ThreadOpening {

    private final EntityManager database;
    private final ConsultationStore store;
    private final DenialCitations citations;
    private final WorkingCalendars calendars;
    private final ConsultationConfig config;
    private final Identifiers identifiers;

    ThreadOpening(
            EntityManager database,
            ConsultationStore store,
            DenialCitations citations,
            WorkingCalendars calendars,
            ConsultationConfig config,
            Identifiers identifiers) {
        this.database = database;
        this.store = store;
        this.citations = citations;
        this.calendars = calendars;
        this.config = config;
        this.identifiers = identifiers;
    }

    /** The references that cannot be cited to the state that they stand by; all in the same words. */
    List<FieldError> notCitable(DraftConsultation content) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < content.consultedStates().size(); i++) {
            ConsultedState consulted = content.consultedStates().get(i);
            for (int j = 0; j < consulted.denialRefs().size(); j++) {
                Optional<DenialCitations.Citable> denial =
                        citations.find(consulted.denialRefs().get(j), consulted.state());
                String pointer = "/consultedStates/" + i + "/denialRefs/" + j;
                if (denial.isEmpty()) {
                    errors.add(new FieldError(pointer, "There is no denial of this reference to cite to this state."));
                } else if (!denial.get().inForce()) {
                    errors.add(new FieldError(pointer, "This denial is no longer in force."));
                }
            }
        }
        return errors;
    }

    /**
     * Opens a thread.
     *
     * @throws org.comity.kernel.problem.ProblemException 503 while the state's calendar is not known: a deadline on a
     *     wrong calendar would stand for good
     */
    void open(ConsultationEntity consultation, ConsultedState consulted, ConsultationProcedure procedure, Instant now) {
        WorkingCalendar calendar = calendars
                .of(consulted.state())
                .orElseThrow(() -> KernelProblem.UNAVAILABLE.because(
                        "The working calendar of " + consulted.state() + " has not arrived from the registry yet."));
        List<DenialCitations.Citable> denials = consulted.denialRefs().stream()
                .flatMap(ref -> citations.find(ref, consulted.state()).stream())
                .toList();
        Instant dueAt = calendar.dueAt(now, procedure.replyDays());
        ThreadEntity thread = new ThreadEntity(
                identifiers.next(),
                consultation,
                consulted.state(),
                !denials.isEmpty() && denials.stream().allMatch(DenialCitations.Citable::catchAll),
                calendar.zone(),
                dueAt,
                calendar.workingDaysBefore(dueAt, config.remindWorkingDays()),
                now);
        database.persist(thread);
        database.flush();
        store.cite(thread, denials);
    }
}
