package org.comity.portal.api;

import java.time.LocalDate;

/** What a state can tell beside the fields that the contract gives it. */
public final class StateMethods {

    private StateMethods() {}

    /** Of a state. */
    public interface OfState {

        /** Is a member of that regime; an adherent is not. */
        default boolean isMemberOf(Codes.Regime regime) {
            return ((State) this)
                    .regimeMemberships().stream()
                            .anyMatch(
                                    it -> it.regime() == regime && it.standing().equals("MEMBER"));
        }
    }

    /** Of when a state works. */
    public interface OfCalendar {

        /** Whether the state works on this day. */
        default boolean isWorkingDay(LocalDate day) {
            State.Calendar self = (State.Calendar) this;
            return !self.weekend().contains(day.getDayOfWeek())
                    && self.holidays().stream().noneMatch(it -> it.date().equals(day));
        }
    }
}
