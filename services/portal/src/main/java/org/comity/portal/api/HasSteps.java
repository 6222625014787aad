package org.comity.portal.api;

import java.util.List;

/**
 * A record whose view lists the steps that its reader may take now. The service computes the list, and refuses every step
 * that is not in it.
 *
 * <p>Rules: R-315.
 */
public interface HasSteps {

    /** The verbs of the steps. */
    List<String> steps();

    /** Whether the reader may take the step now. */
    default boolean offers(String verb) {
        return steps().contains(verb);
    }

    /** Whether the reader could approve what waits, had the reader not submitted it. */
    default boolean isForAnotherApprover() {
        return offers("return") && !offers("approve");
    }
}
