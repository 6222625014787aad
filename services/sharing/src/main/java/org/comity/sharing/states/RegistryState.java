package org.comity.sharing.states;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/** Of the registry's record of a state, what is kept here. The registry may add fields, so others are passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RegistryState(
        StateCode iso2,
        String name,
        String status,
        long version,
        List<Membership> regimeMemberships,
        @Nullable Calendar workingCalendar) {

    RegistryState {
        regimeMemberships = regimeMemberships == null ? List.of() : List.copyOf(regimeMemberships);
    }

    /** Whether it says what every record of a state says. */
    boolean isWhole() {
        return iso2 != null && name != null && status != null && version > 0;
    }

    /** A membership; {@code standing} is MEMBER or ADHERENT. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Membership(
            Regime regime, String standing, @Nullable LocalDate from) {}

    /** When the state works. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Calendar(String zone, List<DayOfWeek> weekend, List<Holiday> holidays) {

        Calendar {
            weekend = weekend == null ? List.of() : List.copyOf(weekend);
            holidays = holidays == null ? List.of() : List.copyOf(holidays);
        }
    }

    /** A day without work. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Holiday(LocalDate date) {}
}
