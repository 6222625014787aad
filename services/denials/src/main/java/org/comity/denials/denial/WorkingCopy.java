package org.comity.denials.denial;

import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.caller.Person;

/** What the originator works on: a denial not yet notified, or an amendment of one that is. */
sealed interface WorkingCopy {

    /**
     * Being written.
     *
     * @param returnedBecause why an approver sent it back
     */
    record Draft(Optional<String> returnedBecause) implements WorkingCopy {}

    /** Handed to an approver, by this person. */
    record Submitted(Person by, Instant at) implements WorkingCopy {}
}
