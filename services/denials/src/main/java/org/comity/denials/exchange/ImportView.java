package org.comity.denials.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.Person;
import org.comity.kernel.http.NotInTag;
import org.comity.kernel.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * An import, as its state's licensing desk sees it.
 *
 * @param createdBy who sent the file
 * @param rows the rows below the headings
 * @param denials how many there are in the file
 * @param faults what is wrong with the file, 1,000 of its faults at the most; on a list none of them
 * @param faultCount how many faults there are in all
 * @param passedOver how many the last step left out, since somebody had taken a step with them by themselves
 * @param interrupted whether its step was broken off (a restart): nothing of the step took effect, and it can be taken again
 * @param failure why the last step was undone
 * @param returnedBecause why an approver sent back what was submitted with it
 * @param notice that a denial creates no duty to deny
 * @param steps what the reader may do next, in the order of ImportStep
 */
public record ImportView(
        UUID id,
        ImportStatus status,
        String fileName,
        Instant createdAt,
        Person createdBy,
        int rows,
        int denials,
        Counts changes,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<Fault> faults,
        int faultCount,
        Progress progress,
        int passedOver,
        boolean interrupted,
        List<FieldError> failure,
        @Nullable String returnedBecause,
        ImportSettings settings,
        String notice,
        @NotInTag @JsonInclude(JsonInclude.Include.ALWAYS) List<String> steps) {

    /** Copies the lists. */
    public ImportView {
        faults = List.copyOf(faults);
        failure = List.copyOf(failure);
    }

    /**
     * How many denials of the file are new, changed, unchanged.
     *
     * @param created is written {@code new}
     */
    public record Counts(
            @com.fasterxml.jackson.annotation.JsonProperty("new")
            int created,

            int changed,
            int unchanged) {}

    /** How far the running or last step is. */
    public record Progress(int done, int total) {}
}
