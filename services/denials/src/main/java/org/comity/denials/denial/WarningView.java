package org.comity.denials.denial;

import java.util.List;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * What the originator's desk is told before it releases a denial: {@code Warning} in openapi/denials.yaml. It stops
 * nothing.
 *
 * @param pointer what it is about, where it is about one value
 * @param states those that it is about
 * @param refs the denials that it is about
 */
public record WarningView(
        Code code, @Nullable String pointer, String detail, List<StateCode> states, List<String> refs) {

    /** What is warned of. */
    public enum Code {
        /** A control-list entry that the reference list does not have. */
        UNKNOWN_ENTRY,
        /** It reaches states outside a regime in which the case stands too. */
        OUTSIDE_REGIME,
        /** It reaches states that none of the state's latest denials reached. */
        UNUSUAL_AUDIENCE,
        /** It reaches no state today. */
        NO_AUDIENCE,
        /** A denial with a party of this name and such an item is there already. */
        POSSIBLE_DUPLICATE
    }
}
