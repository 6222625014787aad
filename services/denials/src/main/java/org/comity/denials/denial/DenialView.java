package org.comity.denials.denial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.content.DenialKind;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.ExternalRef;
import org.comity.denials.content.NationalAnnex;
import org.comity.denials.content.Party;
import org.comity.denials.content.PermittedUse;
import org.comity.denials.content.Provenance;
import org.comity.denials.content.Reason;
import org.comity.denials.content.Releasability;
import org.comity.denials.content.Tlp;
import org.comity.denials.content.ValidityPolicy;
import org.comity.denials.content.Withheld;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A denial as one reader sees it: {@code Denial} in openapi/denials.yaml. What is null or empty is left out.
 *
 * @param version counts notified content
 * @param releaseVersion counts release changes; for the originator alone
 * @param updatedAt when what this reader sees last changed
 * @param notifiedDate the day on which the first other state was told
 * @param statesReached how many other states may read it now; for the originator alone
 * @param late notified after the latest date, or past it and not notified
 * @param releasability absent in a draft, as long as nobody has chosen
 * @param renewalNeedsGrounds the next renewal must say its grounds; for the originator alone
 * @param withoutPrejudice always true: a denial creates no duty to deny
 * @param notice the same in words
 * @param shown how much of it this reader sees
 * @param finalAssessmentDue a suspension ended and its final assessment is owed; for the originator alone
 */
public record DenialView(
        UUID id,
        String ref,
        int version,
        @Nullable Integer releaseVersion,
        StateCode originatorState,
        DenialStatus status,
        @Nullable Instant createdAt,
        Instant updatedAt,
        @Nullable Person createdBy,
        @Nullable Person submittedBy,
        @Nullable Instant submittedAt,
        @Nullable Person approvedBy,
        @Nullable String returnedBecause,
        @Nullable LocalDate notifiedDate,
        @Nullable Integer statesReached,
        @Nullable DueDates dueDates,
        @Nullable Boolean late,
        @Nullable LocalDate reviewDue,
        int renewalCount,
        @Nullable Boolean renewalNeedsGrounds,
        boolean withoutPrejudice,
        String notice,
        Shown shown,
        @Nullable DenialKind kind,
        @Nullable LocalDate decisionDate,
        @Nullable DenialBasis basis,
        List<DeniedItem> items,
        @Nullable StateCode destinationState,
        List<StateCode> transitStates,
        List<Party> parties,
        @Nullable String statedEndUse,
        @Nullable String assessedEndUse,
        List<Reason> reasons,
        List<ExternalRef> externalRefs,
        ValidityPolicy validityPolicy,
        @Nullable LocalDate validFrom,
        @Nullable String renewalGrounds,
        @Nullable LocalDate suspensionEndsOn,
        @Nullable String revocationReason,
        @Nullable String finalAssessment,
        @Nullable Boolean finalAssessmentDue,
        Tlp tlp,
        List<PermittedUse> permittedUse,
        Provenance provenance,
        List<String> caveats,
        List<Withheld> withheld,
        @Nullable String supersedes,
        @Nullable Releasability releasability,
        @Nullable String nationalRef,
        @Nullable NationalAnnex nationalAnnex,
        @Nullable AmendmentView amendment,
        @Nullable ProposalView proposal,
        List<FieldError> warnings) {

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
