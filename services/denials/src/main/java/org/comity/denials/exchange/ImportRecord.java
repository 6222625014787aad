package org.comity.denials.exchange;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A denial of an import.
 *
 * @param reference the originator's own
 * @param firstRow the first of its rows
 * @param denial the draft that it became; null before, and once it was thrown away
 * @param checkedVersion version of the denial's file when this import was checked; null where there was none
 * @param applied whether the import was applied to it
 * @param submittedVersion version of the denial's file when it was submitted with this import
 * @param lastVersion version of the denial's file as the last step of this import left it
 * @param passedOver whether the last step left it out, since somebody had taken a step with it by itself
 */
public record ImportRecord(
        @JsonIgnore int position,
        String reference,
        int firstRow,
        Change change,
        @JsonIgnore String fingerprint,
        @Nullable UUID denial,
        @JsonIgnore @Nullable Integer checkedVersion,
        @JsonIgnore boolean applied,
        @JsonIgnore @Nullable Integer submittedVersion,
        @JsonIgnore @Nullable Integer lastVersion,
        boolean passedOver) {

    /** Whether the draft that it became was thrown away. */
    @JsonProperty
    public boolean discarded() {
        return applied && denial == null;
    }
}
