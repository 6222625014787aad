package org.comity.denials.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A denial of an import.
 *
 * @param reference the originator's own
 * @param firstRow the first of its rows
 * @param denial the draft that it became; null before
 */
public record ImportRecord(
        @JsonIgnore int position,
        String reference,
        int firstRow,
        Change change,
        @JsonIgnore String fingerprint,
        @Nullable UUID denial) {}
