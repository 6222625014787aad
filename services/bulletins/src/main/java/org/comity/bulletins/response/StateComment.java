package org.comity.bulletins.response;

import java.time.Instant;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * What a state says of a bulletin to all its readers; its last word.
 *
 * @param saidAt in UTC
 */
public record StateComment(
        StateCode state, CommentKind kind, @Nullable String text, Instant saidAt) {}
