package org.comity.denials.content;

import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;

/**
 * A number by which a party is known, such as a tax number.
 *
 * @param type what kind of number it is; the reference of a regime has one spelling, however it was typed, because it is
 *     kept apart from the others and shown as it was kept
 */
public record Identifier(
        @NotNull(message = "This is missing.") @PlainText(max = 40)
        String type,

        @NotNull(message = "This is missing.") @PlainText(max = 100)
        String value) {

    /** Gives the reference of a regime its one spelling. */
    public Identifier {
        type = type != null && Party.REGIME_REFERENCE.equalsIgnoreCase(type.strip()) ? Party.REGIME_REFERENCE : type;
    }
}
