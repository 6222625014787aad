package org.comity.sharing.release;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Lists;
import org.comity.sharing.states.Regime;
import org.hibernate.validator.constraints.UniqueElements;
import org.jspecify.annotations.Nullable;

/**
 * To whom a record is released. Others than its originator see the mode alone.
 *
 * @param states for LIST
 * @param excluded left out, whatever the mode says
 * @param regime for REGIME, and for what was derived from one
 */
public record Releasability(
        @NotNull(message = "This is missing.") ReleaseMode mode,

        @Size(max = 60, message = "At most 60 entries.") @UniqueElements(message = "Name each once.")
        List<@NotNull(message = "This is missing.") StateCode> states,

        @Size(max = 60, message = "At most 60 entries.") @UniqueElements(message = "Name each once.")
        List<@NotNull(message = "This is missing.") StateCode> excluded,

        @Nullable Regime regime) {

    /** Nobody else reads it; so it is too as long as nobody has chosen. */
    public static final Releasability NOBODY_ELSE =
            new Releasability(ReleaseMode.ORIGINATOR_ONLY, List.of(), List.of(), null);

    /** No list is an empty list. */
    public Releasability {
        states = Lists.orEmpty(states);
        excluded = Lists.orEmpty(excluded);
    }
}
