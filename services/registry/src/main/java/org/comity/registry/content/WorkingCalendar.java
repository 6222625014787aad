package org.comity.registry.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.comity.kernel.http.CheckedBody;
import org.comity.kernel.json.Lists;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.text.PlainText;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * When a state works; the clock of a consultation runs on the calendar of the consulted state.
 *
 * @param zone IANA time zone, in which a day begins and ends
 * @param weekend days of the week without work; may be empty
 */
public record WorkingCalendar(
        @NotNull(message = "This is missing.") @PlainText(max = 60)
        String zone,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @NotNull(message = "This is missing.")
        @Size(max = 3, message = "At most 3 entries.")
        @UniqueElements(message = "Name each once.")
        List<@NotNull(message = "This is missing.") DayOfWeek> weekend,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @NotNull(message = "This is missing.")
        @Size(max = 500, message = "At most 500 entries.")
        List<@Valid @NotNull(message = "This is missing.") Holiday> holidays)
        implements CheckedBody {

    /** What a state has before anybody says otherwise. Assumption: UTC, and Saturday and Sunday off. */
    public static final WorkingCalendar USUAL =
            new WorkingCalendar("Etc/UTC", List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of());

    /** Copies the lists. */
    public WorkingCalendar {
        weekend = Lists.copy(weekend);
        holidays = Lists.copy(holidays);
    }

    @Override
    public List<FieldError> wrong(LocalDate today) {
        return ContentRules.calendar(this);
    }
}
