package org.comity.registry.content;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A state's part in a regime.
 *
 * @param from since when; null where nobody said
 */
public record RegimeMembership(
        @NotNull(message = "This is missing.") Regime regime,
        @NotNull(message = "This is missing.") Standing standing,
        @Nullable LocalDate from) {}
