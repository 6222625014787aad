package org.comity.registry.state;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.comity.kernel.http.Reply;
import org.comity.kernel.outbox.Event;
import org.comity.kernel.outbox.Outbox;

/**
 * Tells the other services of a state: the whole record, as it is answered over HTTP, because this is reference data of
 * which they keep a copy (design, "Events").
 *
 * <p>Rules: R-59.
 */
@Singleton
class StateEvents {

    /** Compacted, keyed by code. */
    static final String TOPIC = "registry.state.v1";

    static final String CHANGED = "org.comity.registry.state.changed.v1";

    private final Outbox outbox;
    private final Reply.Writer replies;

    StateEvents(Outbox outbox, Reply.Writer replies) {
        this.outbox = outbox;
        this.replies = replies;
    }

    /** The state now stands so. */
    void changed(StateView state) {
        outbox.append(new Event(
                TOPIC,
                CHANGED,
                state.iso2().value(),
                state.version(),
                Optional.of(replies.ok(state).json())));
    }
}
