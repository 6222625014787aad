package org.comity.bulletins.response;

import java.time.Instant;
import org.comity.kernel.caller.StateCode;

/**
 * A state has seen an alert.
 *
 * @param saidAt in UTC
 */
public record StateAcknowledgement(StateCode state, Instant saidAt) {}
