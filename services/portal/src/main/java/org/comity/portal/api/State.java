package org.comity.portal.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A state of the registry, as far as the portal shows it. */
public record State(
        String iso2,
        String name,
        Codes.StateStatus status,
        @Nullable LocalDate subscribedOn,
        List<Membership> regimeMemberships,
        Calendar workingCalendar,
        Defaults defaults) {

    public State {
        regimeMemberships = DenialContent.orNone(regimeMemberships);
    }

    /** Takes part in a regime. */
    public record Membership(Codes.Regime regime, String standing) {}

    /** When the state works. */
    public record Calendar(String zone, List<DayOfWeek> weekend, List<Holiday> holidays) {

        public Calendar {
            weekend = DenialContent.orNone(weekend);
            holidays = DenialContent.orNone(holidays);
        }

        /** Whether the state works on this day. */
        public boolean isWorkingDay(LocalDate day) {
            return !weekend.contains(day.getDayOfWeek())
                    && holidays.stream().noneMatch(it -> it.date().equals(day));
        }
    }

    /** A day without work. */
    public record Holiday(LocalDate date, String name) {}

    /** What a new record of this state starts with. */
    public record Defaults(Codes.ReleaseMode release, Codes.Tlp tlp) {}

    /** Is a member of that regime; an adherent is not. */
    public boolean isMemberOf(Codes.Regime regime) {
        return regimeMemberships.stream()
                .anyMatch(it -> it.regime() == regime && it.standing().equals("MEMBER"));
    }

    /** A page of states. */
    public record Page(List<State> items) {}
}
