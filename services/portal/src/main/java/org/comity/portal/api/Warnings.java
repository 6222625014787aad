package org.comity.portal.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a desk should look at once more before it releases a denial; it stops nothing. */
public record Warnings(List<Warning> items) {

    /** What a warning is about. */
    public enum Code {
        UNKNOWN_ENTRY,
        OUTSIDE_REGIME,
        UNUSUAL_AUDIENCE,
        NO_AUDIENCE,
        POSSIBLE_DUPLICATE
    }

    /**
     * One warning.
     *
     * @param states that it is about
     * @param refs denials that it is about, which the person may read
     */
    public record Warning(Code code, @Nullable String pointer, String detail, List<String> states, List<String> refs) {

        public Warning {
            states = DenialContent.orNone(states);
            refs = DenialContent.orNone(refs);
        }
    }
}
