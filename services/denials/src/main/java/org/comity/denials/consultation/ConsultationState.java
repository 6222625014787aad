package org.comity.denials.consultation;

import java.util.Optional;
import org.comity.kernel.caller.Person;
import org.comity.sharing.foureyes.WorkingCopy;

/** Where a consultation stands for the requesting state; its threads have lives of their own. */
sealed interface ConsultationState {

    /** Being written, or handed to an approver: no other state knows of it. */
    record Drafted(WorkingCopy copy) implements ConsultationState {}

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

    /** Where the rows of a consultation say that it stands. */
    static ConsultationState of(Seen seen, ConsultationFileEntity file) {
        return file.draft().orElseGet(() -> seen.outcome()
                .map(outcome -> outcome.closedAt() != null
                        ? new Closed()
                        : new Decided(outcome.outcome(), file.decider(), seen.noticeOfGrant()))
                .orElseGet(Requested::new));
    }
}
