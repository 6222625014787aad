package org.comity.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A denial in a list. */
public record DenialSummary(
        UUID id,
        String ref,
        int version,
        String originatorState,
        Codes.DenialStatus status,
        Codes.@Nullable DenialKind kind,
        Codes.@Nullable DenialBasis basis,
        @Nullable LocalDate decisionDate,
        @Nullable LocalDate notifiedDate,
        @Nullable LocalDate reviewDue,
        @Nullable String destinationState,
        List<String> controlCodes,
        Codes.Tlp tlp,
        List<DenialContent.Withheld> withheld,
        Instant updatedAt,
        @Nullable String nationalRef,
        Denial.@Nullable Colleague submittedBy,
        Denial.@Nullable Draft amendmentStatus,
        Denial.@Nullable Proposal proposal) {

    public DenialSummary {
        controlCodes = DenialContent.orNone(controlCodes);
        withheld = DenialContent.orNone(withheld);
    }

    /** Why a field is withheld, if it is. */
    public Optional<Codes.WithheldGround> ground(String field) {
        return DenialContent.ground(withheld, field);
    }

    /** A page of denials. */
    public record Page(List<DenialSummary> items) {}
}
