package org.comity.registry.state;

/** What comes of asking for a step in the life of a state. */
sealed interface Step {

    /** The step may be taken, and leads here. */
    record To(StateLife next) implements Step {}

    /** The step may not be taken. */
    record Refused(StateProblem why) implements Step {}
}
