package org.comity.registry.content;

import jakarta.validation.constraints.NotNull;

/** What a new record of a state starts with. */
public record StateDefaults(
        @NotNull(message = "This is missing.") ReleaseMode release,
        @NotNull(message = "This is missing.") Tlp tlp) {

    /** What a state has before anybody says otherwise: nothing leaves it. */
    public static final StateDefaults USUAL = new StateDefaults(ReleaseMode.ORIGINATOR_ONLY, Tlp.AMBER);
}
