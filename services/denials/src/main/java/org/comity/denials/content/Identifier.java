package org.comity.denials.content;

import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;

/** A number by which a party is known, such as a tax number. */
public record Identifier(
        @NotNull(message = "This is missing.") @PlainText(max = 40)
        String type,

        @NotNull(message = "This is missing.") @PlainText(max = 100)
        String value) {}
