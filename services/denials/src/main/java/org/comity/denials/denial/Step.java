package org.comity.denials.denial;

/** What comes of asking for a step in the life of a denial. */
sealed interface Step {

    /** The step may be taken, and leads here. */
    record To(DenialState next) implements Step {}

    /** The step may be taken, and nothing is left of what was a draft. */
    record Gone() implements Step {}

    /** The step may not be taken. */
    record Refused(DenialProblem why) implements Step {}
}
