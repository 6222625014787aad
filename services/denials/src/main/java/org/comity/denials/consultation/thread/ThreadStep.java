package org.comity.denials.consultation.thread;

/** What comes of asking for a step in the life of a thread. */
public sealed interface ThreadStep {

    /** The step may be taken, and leads here. */
    record To(ThreadState next) implements ThreadStep {}

    /** The step may not be taken. */
    record Refused(ThreadProblem why) implements ThreadStep {}
}
