package org.comity.denials.consultation.thread;

import java.time.Instant;
import java.util.Optional;
import org.comity.kernel.caller.StateCode;

/** Where a thread stands (domain 4.2). */
public sealed interface ThreadState {

    /**
     * Waiting for the consulted state, which may reply until {@code dueAt}, that instant included.
     *
     * @param moreAsked the consulted state waits for more information; its clock runs on
     * @param extendedDays working days added so far
     * @param proposal an extension that one party proposed and the other has not agreed to
     */
    record Open(Instant dueAt, boolean moreAsked, int extendedDays, Optional<Proposal> proposal)
            implements ThreadState {}

    /** The consulted state replied in time. */
    record Replied(Answer answer, Instant at) implements ThreadState {}

    /**
     * The time passed in silence, which counts as an answer from that instant on, for good.
     *
     * @param at the end of the deadline, whenever somebody noticed
     * @param late a reply that came afterwards; it is kept, and undoes nothing
     */
    record Deemed(Answer as, Instant at, Optional<LateReply> late) implements ThreadState {}

    /** The requesting state wants no answer any more. */
    record Ended(Instant at) implements ThreadState {}

    /** An extension that is proposed; who proposes it has agreed to it. */
    record Proposal(StateCode by, int workingDays) {}

    /** A reply after the deadline. */
    record LateReply(Answer answer, Instant at) {}

    /** Whether an answer is still awaited. */
    default boolean isOpen() {
        return this instanceof Open;
    }

    /** What the consulted state itself said, in time or late. */
    default Optional<Answer> said() {
        return switch (this) {
            case Open open -> Optional.empty();
            case Replied replied -> Optional.of(replied.answer());
            case Deemed deemed -> deemed.late().map(LateReply::answer);
            case Ended ended -> Optional.empty();
        };
    }
}
