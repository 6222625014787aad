package org.comity.registry.content;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.comity.kernel.text.PlainText;

/** A day on which a state does not work. */
public record Holiday(
        @NotNull(message = "This is missing.") LocalDate date,

        @NotNull(message = "This is missing.") @PlainText(max = 200)
        String name) {}
