package org.comity.denials.denial;

import java.util.Optional;
import org.comity.sharing.foureyes.WorkingCopy;

/** Where a denial stands (domain 4.1). */
sealed interface DenialState {

    /** Not notified yet: nobody outside the originator's licensing desk knows of it. */
    record Unpublished(WorkingCopy copy) implements DenialState {}

    /**
     * Notified and in force.
     *
     * @param proposal what is proposed to do with it, one thing at a time; readers see what was notified
     */
    record InForce(Optional<Proposal> proposal) implements DenialState {

        /** Nothing is proposed. */
        static final InForce AS_IT_IS = new InForce(Optional.empty());
    }

    /** Revoked or expired: readable as history, and changed no more. */
    record Over() implements DenialState {}

    /** What is being worked on, if anything is. */
    default Optional<WorkingCopy> workingCopy() {
        return switch (this) {
            case Unpublished unpublished -> Optional.of(unpublished.copy());
            case InForce inForce -> inForce.proposal().map(Proposal::copy);
            case Over over -> Optional.empty();
        };
    }

    /** The same with what is worked on at this point; there must be something. */
    default DenialState with(WorkingCopy copy) {
        return switch (this) {
            case Unpublished unpublished -> new Unpublished(copy);
            case InForce(var proposal) -> new InForce(proposal.map(open -> open.at(copy)));
            case Over over -> throw new IllegalStateException("nothing is worked on any more");
        };
    }

    /** Where the rows of a denial say that it stands. */
    static DenialState of(DenialEntity denial, DenialFileEntity file) {
        return switch (denial.status()) {
            case DRAFT, NATIONAL_APPROVAL -> new Unpublished(file.workingCopy().orElseThrow());
            case NOTIFIED, AMENDED, REVIEW_DUE, REVIEW_OVERDUE, RENEWED -> new InForce(file.proposal());
            case REVOKED, EXPIRED -> new Over();
        };
    }
}
