package org.comity.portal.api;

import java.util.List;
import java.util.Optional;

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
    public interface OfDenial extends Drafted {

        private Denial self() {
            return (Denial) this;
        }

        /** What stands, without an amendment that is still open: the view tells it beside its own fields. */
        default DenialContent content() {
            return Json.content(Json.tree(self()), DenialContent.class);
        }

        /** What an edit would change: the open amendment, otherwise the record itself. */
        default DenialContent draft() {
            Denial.Amendment amendment = self().amendment();
            return amendment == null ? content() : amendment.content();
        }

        /** Whether what is drafted waits for an approver. */
        default boolean draftWaits() {
            Denial.Amendment amendment = self().amendment();
            return amendment == null
                    ? self().status() == Codes.DenialStatus.NATIONAL_APPROVAL
                    : amendment.status() == Denial.Draft.NATIONAL_APPROVAL;
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

        /** Whether the reader may approve what was drafted. */
        default boolean offersApproval() {
            return offers("approve") && !proposalWaits();
        }

        /** Whether the reader may approve the renewal or revocation that was proposed. */
        default boolean offersDecision() {
            return offers("approve") && proposalWaits();
        }

        /**
         * Whether the page offers an amendment. While a proposal waits the service would take one, and end the proposal
         * without a word.
         *
         * <p>Rules: R-193.
         */
        default boolean offersAmendment() {
            return offers("amend") && !proposalWaits();
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
    }
}
