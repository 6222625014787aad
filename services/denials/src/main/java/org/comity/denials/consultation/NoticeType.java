package org.comity.denials.consultation;

import java.util.Optional;
import org.comity.denials.consultation.thread.ConsultationType;

/**
 * What a state that granted a licence tells others of it. What it takes to send one, and by when, is the same for all.
 *
 * <p>Source: docs/rules.md.
 *
 * <p>Rules: R-142.
 */
enum NoticeType {
    /** Granted in spite of denials: to the states that may read one of them, and with these denials. */
    UNDERCUT(
            ConsultationStep.UNDERCUT_NOTICE,
            ConsultationEvent.UNDERCUT_NOTIFIED,
            ConsultationProblem.NOTHING_UNDERCUT),
    /** Granted after a state had been asked about essential interests: to all that subscribe, with item and destination. */
    ESSENTIAL_INTEREST(
            ConsultationStep.ESSENTIAL_INTEREST_NOTICE,
            ConsultationEvent.ESSENTIAL_INTEREST_NOTIFIED,
            ConsultationProblem.NOTHING_TO_NOTIFY);

    private final ConsultationStep step;
    private final ConsultationEvent sent;
    private final ConsultationProblem nothing;

    NoticeType(ConsultationStep step, ConsultationEvent sent, ConsultationProblem nothing) {
        this.step = step;
        this.sent = sent;
        this.nothing = nothing;
    }

    /** The notice that a grant in such a consultation may ask for. */
    static Optional<NoticeType> of(ConsultationType type) {
        return switch (type) {
            case NO_UNDERCUT -> Optional.of(UNDERCUT);
            case ESSENTIAL_INTEREST -> Optional.of(ESSENTIAL_INTEREST);
            case LOCATION -> Optional.empty();
        };
    }

    /** The step that sends it. */
    ConsultationStep step() {
        return step;
    }

    /** What is told of it when it was sent. */
    ConsultationEvent sent() {
        return sent;
    }

    /** Why there is none to send. */
    ConsultationProblem nothing() {
        return nothing;
    }
}
