package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import org.comity.denials.consultation.thread.ThreadState.Proposal;
import org.comity.denials.procedure.ConsultationProcedure;
import org.comity.denials.procedure.Procedures;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.states.WorkingCalendar;
import org.comity.sharing.states.WorkingCalendars;

/** The clock of a thread that is open: how far its deadline may be moved, and when its reminder comes. */
@Singleton
class ThreadClock {

    private final WorkingCalendars calendars;
    private final Procedures procedures;
    private final ConsultationConfig config;

    ThreadClock(WorkingCalendars calendars, Procedures procedures, ConsultationConfig config) {
        this.calendars = calendars;
        this.procedures = procedures;
        this.config = config;
    }

    /** The working days by which the deadline may be extended in all, by the procedure that the consultation follows. */
    int mostExtensionDays(ConsultationEntity consultation) {
        ConsultationProcedure procedure =
                procedures.consultation(Objects.requireNonNull(consultation.procedureVersion()));
        return config.extensionReading().most(procedure.replyDays(), procedure.extensionDays());
    }

    /** The deadline after an extension. */
    Instant extended(ThreadEntity thread, Proposal proposal) {
        return calendar(thread).extended(thread.dueAt(), proposal.workingDays());
    }

    /** When the consulted state is reminded of a deadline. */
    Instant reminder(ThreadEntity thread, Instant dueAt) {
        return calendar(thread).workingDaysBefore(dueAt, config.remindWorkingDays());
    }

    /** The consulted state's calendar as it is now; the zone stays that of the request. */
    private WorkingCalendar calendar(ThreadEntity thread) {
        WorkingCalendar calendar = calendars
                .of(thread.consultedState())
                .orElseThrow(() -> KernelProblem.UNAVAILABLE.because("The working calendar is not known."));
        return new WorkingCalendar(ZoneId.of(thread.zone()), calendar.weekend(), calendar.holidays());
    }
}
