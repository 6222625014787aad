package org.comity.registry.state;

import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;

/** Why the access of a state is suspended; kept with the record, and shown to nobody. */
public record SuspendStateRequest(
        @NotNull(message = "This is missing.") @PlainText(max = 2000, multiline = true)
        String reason) {}
