package org.comity.denials.content;

import jakarta.validation.constraints.NotNull;

/** A field that is kept back, and why. */
public record Withheld(
        @NotNull(message = "This is missing.") WithheldField field,
        @NotNull(message = "This is missing.") WithheldGround ground) {}
