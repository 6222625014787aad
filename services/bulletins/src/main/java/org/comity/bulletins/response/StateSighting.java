package org.comity.bulletins.response;

import java.time.Instant;
import org.comity.kernel.caller.StateCode;

/**
 * A state acted on a bulletin.
 *
 * @param saidAt in UTC
 */
public record StateSighting(StateCode state, String actionTaken, Instant saidAt) {}
