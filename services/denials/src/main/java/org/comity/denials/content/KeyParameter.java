package org.comity.denials.content;

import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A technical parameter of an item.
 *
 * @param unit the unit of the value, where it has one
 */
public record KeyParameter(
        @NotNull(message = "This is missing.") @PlainText(max = 100)
        String name,

        @NotNull(message = "This is missing.") @PlainText(max = 200)
        String value,

        @PlainText(max = 40) @Nullable String unit) {}
