package org.comity.portal.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One denial as this reader may see it: the schema {@code Denial}. What is null was not said, is withheld, or is not for
 * this reader; {@link DenialContent#ground} tells withheld from the rest.
 */
public record Denial(
        UUID id,
        String ref,
        int version,
        @Nullable Integer releaseVersion,
        String originatorState,
        Codes.DenialStatus status,
        @Nullable Instant createdAt,
        Instant updatedAt,
        @Nullable Colleague createdBy,
        @Nullable Colleague submittedBy,
        @Nullable Instant submittedAt,
        @Nullable Colleague approvedBy,
        @Nullable String returnedBecause,
        @Nullable LocalDate notifiedDate,
        @Nullable Integer statesReached,
        @Nullable DueDates dueDates,
        boolean late,
        @Nullable LocalDate reviewDue,
        int renewalCount,
        boolean renewalNeedsGrounds,
        @Nullable Shown shown,
        @Nullable Amendment amendment,
        @Nullable Proposal proposal,
        List<Warning> warnings,
        Codes.@Nullable DenialKind kind,
        @Nullable LocalDate decisionDate,
        Codes.@Nullable DenialBasis basis,
        List<DenialContent.Item> items,
        @Nullable String destinationState,
        List<String> transitStates,
        List<DenialContent.Party> parties,
        @Nullable String statedEndUse,
        @Nullable String assessedEndUse,
        List<DenialContent.Reason> reasons,
        List<DenialContent.ExternalRef> externalRefs,
        Codes.@Nullable ValidityPolicy validityPolicy,
        @Nullable LocalDate validFrom,
        @Nullable String renewalGrounds,
        @Nullable LocalDate suspensionEndsOn,
        @Nullable String finalAssessment,
        boolean finalAssessmentDue,
        @Nullable String revocationReason,
        Codes.Tlp tlp,
        List<Codes.PermittedUse> permittedUse,
        Codes.@Nullable Provenance provenance,
        List<String> caveats,
        List<DenialContent.Withheld> withheld,
        @Nullable String supersedes,
        DenialContent.@Nullable Releasability releasability,
        @Nullable String nationalRef,
        DenialContent.@Nullable NationalAnnex nationalAnnex) {

    public Denial {
        warnings = DenialContent.orNone(warnings);
        items = DenialContent.orNone(items);
        transitStates = DenialContent.orNone(transitStates);
        parties = DenialContent.orNone(parties);
        reasons = DenialContent.orNone(reasons);
        externalRefs = DenialContent.orNone(externalRefs);
        permittedUse = DenialContent.orNone(permittedUse);
        caveats = DenialContent.orNone(caveats);
        withheld = DenialContent.orNone(withheld);
    }

    /** What stands, without an amendment that is still open. */
    public DenialContent content() {
        return new DenialContent(
                kind,
                decisionDate,
                basis,
                items,
                destinationState,
                transitStates,
                parties,
                statedEndUse,
                assessedEndUse,
                reasons,
                externalRefs,
                validityPolicy,
                validFrom,
                renewalGrounds,
                suspensionEndsOn,
                finalAssessment,
                tlp,
                permittedUse,
                provenance,
                caveats,
                withheld,
                supersedes,
                releasability,
                nationalRef,
                nationalAnnex);
    }

    /** What an edit would change: the open amendment, otherwise the record itself. */
    public DenialContent draft() {
        return amendment == null ? content() : amendment.content();
    }

    /** Where what is being drafted stands. */
    public Draft draftStatus() {
        if (amendment != null) {
            return amendment.status();
        }
        return switch (status) {
            case DRAFT -> Draft.DRAFT;
            case NATIONAL_APPROVAL -> Draft.NATIONAL_APPROVAL;
            case NOTIFIED, AMENDED, REVIEW_DUE, REVIEW_OVERDUE, RENEWED, REVOKED, EXPIRED -> Draft.NONE;
        };
    }

    /** Whether it is in force, and no other state may read it. */
    public boolean isToldToNobody() {
        return status.inForce() && statesReached != null && statesReached == 0;
    }

    /** Whether a renewal or revocation waits for an approver. */
    public boolean proposalWaits() {
        return proposal != null && proposal.status() == Draft.NATIONAL_APPROVAL;
    }

    /** Who submitted it, where a submission waits for an approver. */
    public Optional<Colleague> submitter() {
        return Optional.ofNullable(submittedBy);
    }

    /** Whether this reader sees parties, end-use and reasons; otherwise they are kept from it, and not empty. */
    public boolean isShownInFull() {
        return shown == Shown.FULL;
    }

    /** How much of it this reader sees. */
    public enum Shown {
        HEADER,
        FULL
    }

    /** Whether something is being drafted, waits for an approver, or neither. */
    public enum Draft {
        DRAFT,
        NATIONAL_APPROVAL,
        NONE
    }

    /** A person of the originator. */
    public record Colleague(String id, String name) {}

    /** By when a denial should, and must, be notified. */
    public record DueDates(LocalDate preferred, LocalDate latest) {}

    /** A change of a notified denial that is not yet approved. */
    public record Amendment(Draft status, DenialContent content) {}

    /**
     * A renewal or revocation of a notified denial that is not yet approved.
     *
     * @param status DRAFT when it was sent back, or a new release has voided it
     */
    public record Proposal(
            ProposalKind kind,
            Draft status,
            @Nullable String renewalGrounds,
            @Nullable String reason) {}

    /** What is proposed. */
    public enum ProposalKind {
        RENEWAL,
        REVOCATION
    }

    /** Something unusual that the approver should look at. */
    public record Warning(String pointer, String detail) {}
}
