package org.comity.denials.denial;

import java.util.Optional;
import org.comity.sharing.foureyes.WorkingCopy;

/** What the originator proposes to do with a denial in force; another person approves it. */
sealed interface Proposal {

    /** How far it is: being written, or handed to an approver. */
    WorkingCopy copy();

    /** The same proposal with this working copy. */
    Proposal at(WorkingCopy copy);

    /** New content. */
    record Amendment(WorkingCopy copy) implements Proposal {
        @Override
        public Amendment at(WorkingCopy next) {
            return new Amendment(next);
        }
    }

    /**
     * To keep it for another term.
     *
     * @param grounds why; from the third renewal on there must be some
     */
    record Renewal(WorkingCopy copy, Optional<String> grounds) implements Proposal {
        @Override
        public Renewal at(WorkingCopy next) {
            return new Renewal(next, grounds);
        }
    }

    /**
     * To end it.
     *
     * @param reason why
     */
    record Revocation(WorkingCopy copy, String reason) implements Proposal {
        @Override
        public Revocation at(WorkingCopy next) {
            return new Revocation(next, reason);
        }
    }
}
