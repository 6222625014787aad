package org.comity.denials.returns;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.comity.denials.content.Criterion;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What was denied to one destination of one entry: the fields of Wassenaar's aggregated notification.
 *
 * @param licencesDenied how many licences
 * @param units how many units, all licences together
 */
public record ReturnLine(
        @Nullable StateCode destinationState,
        @PlainText(max = 20) @Nullable String controlCode,
        @PlainText(max = 500) @Nullable String description,

        @Min(value = 1, message = "At least one.")
        @Max(value = 1_000_000, message = "This number is too large.")
        @Nullable
        Integer licencesDenied,

        @Min(value = 0, message = "This must not be negative.")
        @Max(value = 1_000_000_000_000L, message = "This number is too large.")
        @Nullable
        Long units,

        @Nullable Criterion reason) {}
