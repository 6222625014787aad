package org.comity.denials.denial;

import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;

/** Why a denial is to end; readers of its narrative see it. */
public record RevokeDenialRequest(
        @NotNull(message = "This is missing.") @PlainText(max = 4000, multiline = true)
        String reason) {}
