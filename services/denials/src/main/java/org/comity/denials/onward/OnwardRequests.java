package org.comity.denials.onward;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Lists;
import org.comity.kernel.text.PlainText;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/** What the steps of onward release are told. */
final class OnwardRequests {

    private OnwardRequests() {}

    /** To whom, and why. */
    record Ask(
            @NotEmpty(message = "This is missing.")
            @Size(max = 60, message = "At most 60 entries.")
            @UniqueElements(message = "Name each once.")
            List<@NotNull(message = "This is missing.") StateCode> states,

            @NotNull(message = "This is missing.") @PlainText(max = 4000, multiline = true)
            String reason) {

        /** No list is an empty list. */
        Ask {
            states = Lists.orEmpty(states);
        }
    }

    /** What is said with a grant, if anything. */
    record Grant(
            @PlainText(max = 4000, multiline = true) @Nullable
            String text) {}

    /** Why not. */
    record Refuse(
            @NotNull(message = "This is missing.") @PlainText(max = 4000, multiline = true)
            String reason) {}
}
