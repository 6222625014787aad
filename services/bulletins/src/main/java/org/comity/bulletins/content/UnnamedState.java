package org.comity.bulletins.content;

import org.comity.kernel.caller.StateCode;

/**
 * The originator of a bulletin whose readers do not learn which state it is from.
 *
 * <p>Rules: R-356.
 */
public final class UnnamedState {

    /** In the place of its code: one that ISO 3166 leaves to its users, and that no state has. */
    public static final StateCode CODE = new StateCode("XX");

    /** In the place of its name. */
    public static final String NAME = "A subscribing state";

    private UnnamedState() {}
}
