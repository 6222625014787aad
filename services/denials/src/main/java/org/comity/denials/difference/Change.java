package org.comity.denials.difference;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two versions: {@code VersionChange} in openapi/denials.yaml.
 *
 * @param pointer where it is: in the later version, and in the earlier one for what was removed
 * @param label what a person calls the entry of a list that it is in: a party's name, an item's entry
 */
public record Change(
        String pointer,
        @Nullable String label,
        Kind kind,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    /** What happened there. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It is gone. */
        REMOVED,
        /** It is otherwise. */
        CHANGED
    }
}
