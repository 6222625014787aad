package org.comity.kernel.inbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.comity.kernel.sql.Sql;

/**
 * Makes an event take effect once.
 *
 * <p>Rules: R-71.
 */
@Singleton
public class Inbox {

    private final Sql sql;
    private final Clock clock;

    Inbox(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Runs the effect unless this consumer has had this event; both are written in this one transaction. Two replicas
     * with the same event wait for each other.
     *
     * @return whether the effect ran
     */
    @Transactional
    public boolean once(String consumer, String eventId, Runnable effect) {
        boolean first = sql.into("inbox")
                        .onConflict("do nothing")
                        .with("consumer", consumer, "event_id", eventId, "handled_at", clock.instant())
                        .run()
                == 1;
        if (first) {
            effect.run();
        }
        return first;
    }
}
