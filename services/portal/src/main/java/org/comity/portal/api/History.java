package org.comity.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of an own denial: its versions, and which states opened it. */
public final class History {

    private History() {}

    /** The content that was notified. */
    public record Version(int version, Instant notifiedAt, DenialContent content) {}

    /** All versions, the oldest first. */
    public record Versions(List<Version> items) {}

    /**
     * One difference between two versions.
     *
     * @param pointer into the later version; into the earlier one for what was removed
     * @param label what the entry of a list is called
     */
    public record Change(
            String pointer,
            @Nullable String label,
            ChangeKind kind,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /** What happened to a field or an entry. */
    public enum ChangeKind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** All differences, in the order of the fields. */
    public record Changes(List<Change> items) {}

    /** A state opened it on that day (UTC). */
    public record Receipt(String state, LocalDate day, int version) {}

    /** All openings, the first day first. */
    public record Receipts(List<Receipt> items) {}
}
