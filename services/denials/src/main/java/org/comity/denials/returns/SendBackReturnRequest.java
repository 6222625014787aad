package org.comity.denials.returns;

import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;

/** Why a return goes back to who gave it. */
public record SendBackReturnRequest(
        @NotNull(message = "This is missing.") @PlainText(max = 2000, multiline = true)
        String reason) {}
