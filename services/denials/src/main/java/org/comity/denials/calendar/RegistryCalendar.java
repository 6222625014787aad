package org.comity.denials.calendar;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/** Of the registry's record of a state, its working calendar. The registry may add fields, so others are passed over. */
@JsonIgnoreProperties(ignoreUnknown = true)
record RegistryCalendar(
        StateCode iso2, long version, @Nullable Calendar workingCalendar) {

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
