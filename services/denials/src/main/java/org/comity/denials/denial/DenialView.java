package org.comity.denials.denial;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.denials.content.DraftDenial;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.NotInTag;
import org.comity.kernel.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A denial as one reader sees it: {@code Denial} in openapi/denials.yaml. What is null or empty is left out.
 *
 * @param version counts notified content
 * @param updatedAt when what this reader sees last changed
 * @param notifiedDate the day on which the first other state was told
 * @param late notified after the latest date, or past it and not notified
 * @param withoutPrejudice always true: a denial creates no duty to deny
 * @param notice the same in words
 * @param shown how much of it this reader sees
 * @param content what counts where nothing is said put in; its releasability is absent in a draft as long as nobody has chosen
 * @param desk for the originator's desk; null for others
 * @param steps what the reader may do next, in the order of DenialStep
 */
public record DenialView(
        UUID id,
        String ref,
        int version,
        StateCode originatorState,
        DenialStatus status,
        Instant updatedAt,
        @Nullable LocalDate notifiedDate,
        @Nullable DueDates dueDates,
        @Nullable Boolean late,
        @Nullable LocalDate reviewDue,
        int renewalCount,
        boolean withoutPrejudice,
        String notice,
        Shown shown,
        @Nullable String revocationReason,
        @JsonUnwrapped DraftDenial content,
        @JsonUnwrapped @Nullable Desk desk,
        @NotInTag @JsonInclude(JsonInclude.Include.ALWAYS) List<String> steps) {

    /**
     * What the originator's desk alone sees, beside its reference and annex.
     *
     * @param releaseVersion counts release changes
     * @param statesReached how many other states may read it now
     * @param renewalNeedsGrounds the next renewal must say its grounds
     * @param finalAssessmentDue a suspension ended and its final assessment is owed
     */
    public record Desk(
            int releaseVersion,
            Instant createdAt,
            Person createdBy,
            @Nullable Person submittedBy,
            @Nullable Instant submittedAt,
            @Nullable Person approvedBy,
            @Nullable String returnedBecause,
            @Nullable Integer statesReached,
            @Nullable Boolean renewalNeedsGrounds,
            @Nullable Boolean finalAssessmentDue,
            @Nullable AmendmentView amendment,
            @Nullable ProposalView proposal,
            List<FieldError> warnings) {}

    /** How much a reader sees; what a header leaves out is kept from this reader, not empty. */
    public enum Shown {
        HEADER,
        FULL
    }

    /** By when the decision is notified, preferably and at the latest. */
    public record DueDates(LocalDate preferred, LocalDate latest) {}

    /**
     * A renewal or revocation that is proposed, for the originator.
     *
     * @param kind RENEWAL or REVOCATION
     * @param status DRAFT when it was sent back or voided
     */
    public record ProposalView(
            String kind,
            DenialStatus status,
            @Nullable String renewalGrounds,
            @Nullable String reason) {}

    /** An open amendment, for the originator. */
    public record AmendmentView(DenialStatus status, DraftDenial content) {}
}
