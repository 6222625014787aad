package org.comity.subscriptions.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.json.Lists;
import org.jspecify.annotations.Nullable;

/** What is said of an inbox. */
final class InboxRequests {

    private InboxRequests() {}

    /**
     * What the reader has read.
     *
     * @param upTo everything up to this number
     * @param records everything about these records
     */
    record Seen(
            @PositiveOrZero(message = "This must not be negative.") @Nullable
            Long upTo,

            @Size(max = 100, message = "At most 100 entries.")
            List<@NotNull(message = "This is missing.") UUID> records) {

        /** No list is an empty list. */
        Seen {
            records = Lists.orEmpty(records);
        }
    }

    /**
     * How much the reader has not read.
     *
     * @param count counted up to 100
     * @param more whether there are more than that
     */
    record Unread(int count, boolean more) {}

    /** Which of the records that were asked for have something that the reader has not read. */
    record UnreadRecords(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<UUID> records) {}
}
