package org.comity.denials.consultation.thread;

import java.time.Instant;
import java.util.Optional;
import org.comity.denials.consultation.thread.ThreadState.Deemed;
import org.comity.denials.consultation.thread.ThreadState.Ended;
import org.comity.denials.consultation.thread.ThreadState.Open;

/**
 * What becomes of a thread without a step of its parties; what follows from their steps says {@link ThreadStep}.
 *
 * <p>Source: docs/rules.md R-112 (domain 4.2).
 */
public final class ThreadLife {

    private ThreadLife() {}

    /** What time has made of the thread: silence past the deadline is an answer, from the end of the deadline on. */
    public static ThreadState asOf(ThreadState state, ConsultationType type, Instant now) {
        return state instanceof Open open && now.isAfter(open.dueAt())
                ? new Deemed(type.bySilence(), open.dueAt(), Optional.empty())
                : state;
    }

    /** The requesting state wants no answer any more. What has been answered, by silence too, stands. */
    public static ThreadState end(ThreadState state, ConsultationType type, Instant now) {
        ThreadState stands = asOf(state, type, now);
        return stands.isOpen() ? new Ended(now) : stands;
    }
}
