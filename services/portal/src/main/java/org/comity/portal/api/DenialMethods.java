package org.comity.portal.api;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What denials can tell beside the fields that the contract gives them; {@code denials.types} says which type has which. */
public final class DenialMethods {

    private DenialMethods() {}

    /** Of where a denial stands. */
    public interface OfStatus {

        /** Released, and neither revoked nor expired. */
        default boolean inForce() {
            return switch ((Codes.DenialStatus) this) {
                case NOTIFIED, AMENDED, REVIEW_DUE, REVIEW_OVERDUE, RENEWED -> true;
                case DRAFT, NATIONAL_APPROVAL, REVOKED, EXPIRED -> false;
            };
        }
    }

    /** Of a label of the Traffic Light Protocol. */
    public interface OfTlp {

        String name();

        /** As the protocol writes it. */
        default String label() {
            return "TLP:" + name().replace('_', '+');
        }
    }

    /** Of a denial as its reader sees it. */
    public interface OfDenial {

        private Denial self() {
            return (Denial) this;
        }

        /** What stands, without an amendment that is still open. */
        default DenialContent content() {
            Denial self = self();
            return new DenialContent(
                    self.kind(),
                    self.decisionDate(),
                    self.basis(),
                    self.items(),
                    self.destinationState(),
                    self.transitStates(),
                    self.parties(),
                    self.statedEndUse(),
                    self.assessedEndUse(),
                    self.reasons(),
                    self.externalRefs(),
                    self.validityPolicy(),
                    self.validFrom(),
                    self.renewalGrounds(),
                    self.suspensionEndsOn(),
                    self.finalAssessment(),
                    self.tlp(),
                    self.permittedUse(),
                    self.provenance(),
                    self.caveats(),
                    self.withheld(),
                    self.supersedes(),
                    self.releasability(),
                    self.nationalRef(),
                    self.nationalAnnex());
        }

        /** What an edit would change: the open amendment, otherwise the record itself. */
        default DenialContent draft() {
            Denial.Amendment amendment = self().amendment();
            return amendment == null ? content() : amendment.content();
        }

        /** Where what is being drafted stands; null while nothing is. */
        default Denial.@Nullable Draft draftStatus() {
            Denial.Amendment amendment = self().amendment();
            if (amendment != null) {
                return amendment.status();
            }
            return switch (self().status()) {
                case DRAFT -> Denial.Draft.DRAFT;
                case NATIONAL_APPROVAL -> Denial.Draft.NATIONAL_APPROVAL;
                case NOTIFIED, AMENDED, REVIEW_DUE, REVIEW_OVERDUE, RENEWED, REVOKED, EXPIRED -> null;
            };
        }

        /** Whether what is drafted waits for an approver. */
        default boolean draftWaits() {
            return draftStatus() == Denial.Draft.NATIONAL_APPROVAL;
        }

        /** Whether it is in force, and no other state may read it. */
        default boolean isToldToNobody() {
            Integer states = self().statesReached();
            return self().status().inForce() && states != null && states == 0;
        }

        /** Whether a renewal or revocation waits for an approver. */
        default boolean proposalWaits() {
            Denial.Proposal proposal = self().proposal();
            return proposal != null && proposal.status() == Denial.Draft.NATIONAL_APPROVAL;
        }

        /** Who submitted it, where a submission waits for an approver. */
        default Optional<Denial.Colleague> submitter() {
            return Optional.ofNullable(self().submittedBy());
        }

        /** Whether this reader sees parties, end-use and reasons; otherwise they are kept from it, and not empty. */
        default boolean isShownInFull() {
            return self().shown() == Denial.Shown.FULL;
        }

        /** How often it was renewed. */
        default int renewals() {
            Integer count = self().renewalCount();
            return count == null ? 0 : count;
        }
    }

    /** Of what is said of a denial. */
    public interface OfContent {

        List<DenialContent.Withheld> withheld();

        /** The ground on which a field is withheld from this reader, or by this drafter. */
        default Optional<Codes.WithheldGround> ground(String field) {
            return withheld().stream()
                    .filter(it -> it.field().name().equals(field))
                    .map(DenialContent.Withheld::ground)
                    .findFirst();
        }

        /** Nothing said but how something is released, to be shown as a denial's is. */
        static DenialContent released(
                DenialContent.@Nullable Releasability releasability,
                Codes.@Nullable Tlp tlp,
                List<Codes.PermittedUse> permittedUse,
                Codes.@Nullable Provenance provenance) {
            return new DenialContent(
                    null,
                    null,
                    null,
                    List.of(),
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    tlp,
                    permittedUse,
                    provenance,
                    List.of(),
                    List.of(),
                    null,
                    releasability,
                    null,
                    null);
        }
    }

    /** Of an item that was denied. */
    public interface OfItem {

        @Nullable
        BigDecimal quantity();

        /** The quantity as a person writes it. */
        default String plainQuantity() {
            BigDecimal quantity = quantity();
            return quantity == null ? "" : quantity.stripTrailingZeros().toPlainString();
        }
    }
}
