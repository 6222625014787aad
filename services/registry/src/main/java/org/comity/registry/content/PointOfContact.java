package org.comity.registry.content;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import org.comity.kernel.text.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Whom to ask in a state.
 *
 * @param hours when reachable, in the state's own zone
 * @param backup whom to ask when this one does not answer
 */
public record PointOfContact(
        @NotNull(message = "This is missing.") ContactRole role,

        @NotNull(message = "This is missing.") @PlainText(max = 200)
        String name,

        @NotNull(message = "This is missing.") @PlainText(max = 254) @Email(message = "This is not a mail address.")
        String mail,

        @PlainText(max = 200) @Nullable String hours,
        @PlainText(max = 254) @Nullable String backup) {}
