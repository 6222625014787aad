package org.comity.denials.denial;

import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;

/** Why a submission goes back. */
public record ReturnDenialRequest(
        @NotNull(message = "This is missing.") @PlainText(max = 2000, multiline = true)
        String reason) {}
