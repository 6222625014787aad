package org.comity.sharing.foureyes;

import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.caller.Person;

/** What a desk works on until another person approves it: a record that nobody was told of, or a change of one. */
public sealed interface WorkingCopy {

    /** One that nobody has sent back. */
    WorkingCopy NEW = new Draft(Optional.empty());

    /**
     * Being written.
     *
     * @param returnedBecause why an approver sent it back
     */
    record Draft(Optional<String> returnedBecause) implements WorkingCopy {}

    /** Handed to an approver, by this person. */
    record Submitted(Person by, Instant at) implements WorkingCopy {}

    /** Whether it waits for an approver. */
    default boolean isSubmitted() {
        return this instanceof Submitted;
    }
}
