package org.comity.denials.consultation;

import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.caller.Person;

/** Where a consultation stands for the requesting state; its threads have lives of their own. */
sealed interface ConsultationState {

    /**
     * Being written: no other state knows of it.
     *
     * @param returnedBecause why an approver sent it back
     */
    record Draft(Optional<String> returnedBecause) implements ConsultationState {}

    /** Handed to an approver, by this person. */
    record Submitted(Person by, Instant at) implements ConsultationState {}

    /** The consulted states were asked. */
    record Requested() implements ConsultationState {}

    /**
     * The requesting state has decided.
     *
     * @param by who recorded the decision; empty where it was withdrawn
     * @param notice how it stands with the notice
     */
    record Decided(Outcome outcome, Optional<Person> by, Notice notice) implements ConsultationState {}

    /** Filed away. */
    record Closed() implements ConsultationState {}

    /** How it stands with the notice of a grant. */
    enum Notice {
        /** Nothing asks for one. */
        NOT_REQUIRED,
        /** One is required, and was not sent yet. */
        OUTSTANDING,
        /** It was sent. */
        SENT
    }
}
