package org.comity.bulletins.request;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Lists;
import org.comity.kernel.problem.FieldError;
import org.comity.kernel.text.PlainText;
import org.comity.sharing.release.Releasability;
import org.comity.sharing.release.ReleaseMode;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * What a request for information asks, of whom and until when: {@code RequestDraft} in openapi/bulletins.yaml.
 *
 * @param relatedBulletin the reference of a bulletin that the asking state reads
 * @param dueOn the last day on which each addressee may answer, on its own calendar
 * @param dueInWorkingDays the same as a number of each addressee's working days; 10 where neither is said
 */
public record RequestDraft(
        @PlainText(max = 200) @Nullable String subject,
        @PlainText(max = 4000, multiline = true) @Nullable String text,

        @UniqueElements(message = "Name each once.") @Size(max = 60, message = "At most 60 entries.")
        List<@NotNull(message = "This is missing.") StateCode> addressees,

        @PlainText(max = 40) @Nullable String relatedBulletin,
        @Nullable LocalDate dueOn,

        @Min(value = 1, message = "This is 1 to 60.") @Max(value = 60, message = "This is 1 to 60.") @Nullable
        Integer dueInWorkingDays) {

    /** Working days where nothing is said. */
    static final int USUAL_WORKING_DAYS = 10;

    private static final int FARTHEST_YEARS = 1;

    /** No list is an empty list. */
    public RequestDraft {
        addressees = Lists.orEmpty(addressees);
    }

    /** To whom it goes. */
    Releasability release() {
        return new Releasability(ReleaseMode.LIST, addressees, List.of(), null);
    }

    /**
     * What is wrong, so that not even a draft may hold it.
     *
     * @param own the state that asks
     * @param today in UTC
     */
    List<FieldError> wrong(StateCode own, LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < addressees.size(); i++) {
            if (addressees.get(i).equals(own)) {
                errors.add(new FieldError("/addressees/" + i, "Name other states than your own."));
            }
        }
        if (dueOn != null && dueInWorkingDays != null) {
            errors.add(new FieldError("/dueOn", "Give a day or a number of working days, not both."));
        } else if (dueOn != null && !dueOn.isAfter(today)) {
            errors.add(new FieldError("/dueOn", "This day must be after today."));
        } else if (dueOn != null && dueOn.isAfter(today.plusYears(FARTHEST_YEARS))) {
            errors.add(new FieldError("/dueOn", "This day is more than a year ahead."));
        }
        return errors;
    }

    /** What is missing before it can be submitted, all of it. */
    List<FieldError> missing() {
        List<FieldError> errors = new ArrayList<>();
        if (subject == null) {
            errors.add(new FieldError("/subject", "This is missing."));
        }
        if (text == null) {
            errors.add(new FieldError("/text", "This is missing."));
        }
        if (addressees.isEmpty()) {
            errors.add(new FieldError("/addressees", "This is missing."));
        }
        return errors;
    }
}
