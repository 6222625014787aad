package org.comity.kernel.audit;

import java.time.Instant;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody else made to a state's record.
 *
 * @param at UTC
 * @param state the state that the change came from; null for the secretariat
 */
public record ChangeByOther(UUID id, Instant at, @Nullable StateCode state, String method, String path) {}
