package org.comity.bulletins.response;

import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;

/** A state says how it acted on a bulletin. */
public record SightingRequest(
        @NotNull(message = "This is missing.") @PlainText(max = 2000, multiline = true)
        String actionTaken) {}
