package org.comity.denials.denial;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.content.DenialKind;
import org.comity.denials.content.Withheld;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/** A denial on a list: {@code DenialSummary} in openapi/denials.yaml. */
public record DenialSummaryView(
        UUID id,
        String ref,
        int version,
        StateCode originatorState,
        DenialStatus status,
        @Nullable DenialKind kind,
        @Nullable DenialBasis basis,
        @Nullable LocalDate decisionDate,
        @Nullable LocalDate notifiedDate,
        @Nullable LocalDate reviewDue,
        @Nullable StateCode destinationState,
        @JsonInclude(JsonInclude.Include.ALWAYS) List<String> controlCodes,
        Tlp tlp,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Withheld> withheld,
        Instant updatedAt,
        @Nullable String nationalRef,
        @Nullable Person submittedBy,
        @Nullable DenialStatus amendmentStatus,
        DenialView.@Nullable ProposalView proposal) {}
