package org.comity.bulletins.response;

import java.time.Instant;
import org.comity.kernel.caller.StateCode;

/**
 * A state stands by a collective notice, as it was proposed.
 *
 * @param signedAt in UTC
 */
public record StateSignature(StateCode state, Instant signedAt) {}
