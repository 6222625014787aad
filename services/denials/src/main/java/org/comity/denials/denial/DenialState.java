package org.comity.denials.denial;

import java.util.Optional;

/** Where a denial stands (domain 4.1). */
sealed interface DenialState {

    /** Not notified yet: nobody outside the originator's licensing desk knows of it. */
    record Unpublished(WorkingCopy copy) implements DenialState {}

    /**
     * Notified and in force.
     *
     * @param proposal what is proposed to do with it, one thing at a time; readers see what was notified
     */
    record InForce(Optional<Proposal> proposal) implements DenialState {}

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
}
