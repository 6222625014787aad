package org.comity.portal.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Half-yearly returns of the states. */
public final class Returns {

    private Returns() {}

    /** Whether anything was denied. */
    public enum Kind {
        NIL,
        AGGREGATE
    }

    /** Where a return stands; DRAFT when it was sent back. */
    public enum Status {
        NATIONAL_APPROVAL,
        DRAFT,
        RELEASED
    }

    /** What was denied to one destination of one entry. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Line(
            @Nullable String destinationState,
            @Nullable String controlCode,
            @Nullable String description,
            @Nullable Integer licencesDenied,
            @Nullable Long units,
            Codes.@Nullable Criterion reason) {}

    /** A return as this reader may see it. */
    public record Return(
            UUID id,
            String originatorState,
            String period,
            Kind kind,
            Status status,
            int version,
            List<Line> lines,
            Codes.Tlp tlp,
            List<Codes.PermittedUse> permittedUse,
            DenialContent.Releasability releasability,
            Instant updatedAt,
            Denial.@Nullable Colleague submittedBy,
            @Nullable Instant submittedAt,
            Denial.@Nullable Colleague approvedBy,
            @Nullable String returnedBecause,
            @Nullable Integer statesReached,
            @Nullable String nilBecause,
            @Nullable Correction correction) {

        public Return {
            lines = DenialContent.orNone(lines);
            permittedUse = DenialContent.orNone(permittedUse);
        }
    }

    /** The next version of a return; DRAFT when it was sent back. */
    public record Correction(Status status, Give content) {

        /** Whether it waits for an approver. */
        public boolean waits() {
            return status == Status.NATIONAL_APPROVAL;
        }
    }

    /** What the own state denied in a half-year, counted and in sum. */
    public record Denied(long denials, List<Line> lines) {

        public Denied {
            lines = DenialContent.orNone(lines);
        }
    }

    /** Those of a year. */
    public record OfYear(List<Return> items) {}

    /** A return that is given. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Give(
            String period,
            Kind kind,
            List<Line> lines,
            @Nullable String nilBecause,
            DenialContent.@Nullable Releasability releasability,
            Codes.@Nullable Tlp tlp,
            List<Codes.PermittedUse> permittedUse) {

        public Give {
            lines = DenialContent.orNone(lines);
            permittedUse = DenialContent.orNone(permittedUse);
        }
    }
}
