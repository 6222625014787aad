package org.comity.denials.content;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What only the originator's own licensing desk sees: exporter, value, a note.
 *
 * @param currency ISO 4217, for the value
 */
public record NationalAnnex(
        @PlainText(max = 500) @Nullable String exporter,
        @PlainText(max = 1000, multiline = true) @Nullable String exporterAddress,

        @PositiveOrZero(message = "This must not be negative.")
        @Digits(integer = 15, fraction = 6, message = "This number is too long.")
        @Nullable
        BigDecimal value,

        @Pattern(regexp = "[A-Z]{3}", message = "A currency has three letters, such as EUR.") @Nullable
        String currency,

        @PlainText(max = 4000, multiline = true) @Nullable String note) {

    /** The value is plain. */
    public NationalAnnex {
        value = Numbers.plain(value);
    }
}
