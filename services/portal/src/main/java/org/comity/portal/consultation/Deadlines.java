package org.comity.portal.consultation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Optional;
import java.util.OptionalInt;
import org.comity.portal.api.Consultation;
import org.comity.portal.api.Reference;
import org.comity.portal.api.State;
import org.comity.portal.page.Page;

/**
 * Deadlines in words: the day as it is in the zone of the thread, and the working days that are left on the calendar of the
 * consulted state. The day and the instant are the service's; only what is left is counted here, on the calendar as the
 * registry has it today.
 */
@Singleton
class Deadlines {

    private final Reference reference;
    private final Clock clock;

    Deadlines(Reference reference, Clock clock) {
        this.reference = reference;
        this.clock = clock;
    }

    /** Working days after today until the last day, that one counted too; nothing while the calendar is not known. */
    static OptionalInt workingDaysLeft(Optional<State.Calendar> calendar, LocalDate today, LocalDate last) {
        return calendar.map(it -> OptionalInt.of(Math.toIntExact(today.plusDays(1)
                        .datesUntil(last.plusDays(1))
                        .filter(it::isWorkingDay)
                        .count())))
                .orElse(OptionalInt.empty());
    }

    /** In a line of a list; empty where none runs. */
    String inShort(Consultation.Summary line, Page page) {
        if (line.dueOn() == null || line.zone() == null || line.calendarState() == null || line.dueAt() == null) {
            return "";
        }
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        String day = page.shortDay(line.dueOn());
        return switch (stand(line.calendarState(), line.zone(), line.dueOn(), line.dueAt())) {
            case Stand.Passed passed -> texts.duePassed(day);
            case Stand.Ahead ahead -> "";
            case Stand.Today today -> texts.dueToday(day);
            case Stand.Left(var days) when days.isPresent() -> texts.dueSoon(day, days.getAsInt());
            case Stand.Left left -> texts.dueUncounted(day);
        };
    }

    /** On whose calendar the deadline of a line runs, and in which zone; empty where none runs. */
    String clock(Consultation.Summary line, Page page) {
        if (line.calendarState() == null || line.zone() == null) {
            return "";
        }
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        String zone = zone(line.zone(), page);
        return page.isOf(line.calendarState())
                ? texts.dueOwnClock(zone)
                : texts.dueTheirClock(page.country(line.calendarState()), zone);
    }

    private static String zone(String zone, Page page) {
        return ZoneId.of(zone).getDisplayName(TextStyle.FULL, page.locale());
    }

    /**
     * In a sentence on the page of a thread.
     *
     * @param thread one that nobody awaits an answer in has nothing left to count, and its deadline may be ahead
     */
    String inFull(Consultation.ThreadView thread, Page page) {
        Consultation.Due due = thread.clock();
        ConsultationTexts texts = page.texts(ConsultationTexts.class);
        String day = page.day(due.dueOn());
        String zone = zone(due.zone(), page);
        String state = page.country(due.calendarState());
        boolean own = page.isOf(due.calendarState());
        return switch (stand(thread)) {
            case Stand.Ahead ahead -> texts.deadlineAhead(day, zone);
            case Stand.Passed passed ->
                own ? texts.ownDeadlinePassed(day, zone) : texts.theirDeadlinePassed(state, day, zone);
            case Stand.Today today ->
                own ? texts.ownDeadlineToday(day, zone) : texts.theirDeadlineToday(state, day, zone);
            case Stand.Left(var days)
            when days.isPresent() ->
                own
                        ? texts.ownDeadline(day, zone, days.getAsInt())
                        : texts.theirDeadline(state, day, zone, days.getAsInt());
            case Stand.Left left ->
                own ? texts.ownDeadlineUncounted(day, zone) : texts.theirDeadlineUncounted(state, day, zone);
        };
    }

    private sealed interface Stand {
        record Passed() implements Stand {}

        /** Still to come, but no answer is awaited any more. */
        record Ahead() implements Stand {}

        record Today() implements Stand {}

        record Left(OptionalInt days) implements Stand {}
    }

    private Stand stand(Consultation.ThreadView thread) {
        Consultation.Due due = thread.clock();
        return thread.status().isOpen() || clock.instant().isAfter(due.dueAt())
                ? stand(due.calendarState(), due.zone(), due.dueOn(), due.dueAt())
                : new Stand.Ahead();
    }

    private Stand stand(String state, String zone, LocalDate last, Instant end) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(zone)));
        if (clock.instant().isAfter(end)) {
            return new Stand.Passed();
        }
        return today.equals(last)
                ? new Stand.Today()
                : new Stand.Left(workingDaysLeft(reference.calendar(state), today, last));
    }
}
