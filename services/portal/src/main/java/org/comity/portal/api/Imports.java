package org.comity.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files of denials, as their state's desk sees them. */
public final class Imports {

    private Imports() {}

    /** Where a file stands. */
    public enum Status {
        CHECKED,
        FAULTY,
        APPLYING,
        APPLIED,
        SUBMITTING,
        SUBMITTED,
        APPROVING,
        APPROVED,
        RETURNING,
        DISCARDING,
        DISCARDED;

        /** Whether a step is at work. */
        public boolean isRunning() {
            return this == APPLYING
                    || this == SUBMITTING
                    || this == APPROVING
                    || this == RETURNING
                    || this == DISCARDING;
        }

        /** Whether it can be thrown away: nothing of it waits for an approver or went out. */
        public boolean isDiscardable() {
            return this == CHECKED || this == FAULTY || this == APPLIED;
        }
    }

    /** What the country of a row means. */
    public enum CountryMeaning {
        PARTY,
        DESTINATION
    }

    /** What applying does with a denial of the file. */
    public enum Change {
        NEW,
        CHANGED,
        UNCHANGED
    }

    /**
     * A file.
     *
     * @param passedOver how many the last step left out, since somebody had taken a step with them by themselves
     * @param interrupted its step was broken off, and can be taken again
     * @param failure why its last step was undone; a pointer begins with the reference of the denial
     * @param returnedBecause why an approver sent it back
     * @param notice that a denial creates no duty to deny, in English; pages say it in the person's language
     */
    public record Import(
            UUID id,
            Status status,
            String fileName,
            Instant createdAt,
            Denial.Colleague createdBy,
            int rows,
            int denials,
            Counts changes,
            List<Fault> faults,
            int faultCount,
            Progress progress,
            int passedOver,
            boolean interrupted,
            List<Problem.Fault> failure,
            @Nullable String returnedBecause,
            Settings settings,
            String notice) {

        public Import {
            faults = DenialContent.orNone(faults);
            failure = DenialContent.orNone(failure);
        }
    }

    /** How many of its denials are what. */
    public record Counts(@JsonProperty("new") int created, int changed, int unchanged) {

        /** Whether applying the file would do anything. */
        public boolean isAny() {
            return created + changed > 0;
        }
    }

    /** What is wrong with a cell; the headings are row 1. */
    public record Fault(int row, String column, String detail) {}

    /** How far a step is. */
    public record Progress(int done, int total) {}

    /** What a file does not say of its denials. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Settings(
            Codes.@Nullable DenialKind kind,
            @Nullable LocalDate decisionDate,
            Codes.@Nullable DenialBasis basis,
            @Nullable CountryMeaning countryMeans,
            Codes.@Nullable Criterion criterion,
            Codes.@Nullable ControlList controlList,
            @Nullable LocalDate suspensionEndsOn,
            Codes.@Nullable Tlp tlp,
            Codes.@Nullable Provenance provenance,
            List<Codes.PermittedUse> permittedUse,
            DenialContent.@Nullable Releasability releasability) {

        public Settings {
            permittedUse = DenialContent.orNone(permittedUse);
        }
    }

    /**
     * A denial of a file.
     *
     * @param denial once it became one
     * @param passedOver where the last step left it out
     * @param discarded where its draft was thrown away
     */
    public record Item(
            String reference,
            int firstRow,
            Change change,
            @Nullable UUID denial,
            boolean passedOver,
            boolean discarded) {}

    /** All denials of a file. */
    public record Items(List<Item> items) {}

    /** A page of files. */
    public record Page(List<Import> items) {}
}
