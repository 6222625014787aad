package org.comity.sharing.delivery;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.Lists;
import org.jspecify.annotations.Nullable;

/**
 * What a desk of a state reads of a record: {@code Reading} in openapi/internal.yaml.
 *
 * @param path where the desk reads the whole
 * @param title what the record is called: the headline of a bulletin, the item of a denial; null where that is withheld
 * @param owes whether what falls due with the record is this desk's to do
 * @param facts what the rules of subscribers look at
 */
public record Delivered(
        UUID record,
        String kind,
        String path,
        String ref,
        @Nullable String title,
        StateCode originatorState,
        String status,
        int version,
        Instant updatedAt,
        boolean owes,
        Facts facts) {

    /**
     * What the rules of subscribers look at.
     *
     * @param items control-list entries
     * @param text what the desk may search in: headline, descriptions, narrative
     */
    public record Facts(
            List<String> items,
            List<StateCode> destinations,
            List<String> misuseTypes,
            @JsonProperty("class") @Nullable String recordClass,
            List<String> themes,
            @Nullable String text) {

        /** No list is an empty list. */
        public Facts {
            items = Lists.orEmpty(items);
            destinations = Lists.orEmpty(destinations);
            misuseTypes = Lists.orEmpty(misuseTypes);
            themes = Lists.orEmpty(themes);
        }
    }
}
