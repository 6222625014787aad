package org.comity.denials.content;

import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;

/** The same case in another system; shown to members of that system only. */
public record ExternalRef(
        @NotNull(message = "This is missing.") ExternalSystem system,

        @NotNull(message = "This is missing.") @PlainText(max = 100)
        String ref) {}
