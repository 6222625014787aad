package org.comity.denials.consultation;

/** What comes of asking for a step in the life of a consultation. */
sealed interface ConsultationStep {

    /** The step may be taken, and leads here. */
    record To(ConsultationState next) implements ConsultationStep {}

    /** The step may be taken, and nothing is left of what was a draft. */
    record Gone() implements ConsultationStep {}

    /** The step may not be taken. */
    record Refused(ConsultationProblem why) implements ConsultationStep {}
}
