package org.comity.kernel.inbox;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Makes an event take effect once. */
@Singleton
public class Inbox {

    private final EntityManager database;
    private final Clock clock;

    Inbox(EntityManager database, Clock clock) {
        this.database = database;
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
        boolean first = database.createNativeQuery(
                                "insert into inbox (consumer, event_id, handled_at) values (:consumer, :event, :now)"
                                        + " on conflict do nothing")
                        .setParameter("consumer", consumer)
                        .setParameter("event", eventId)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
        if (first) {
            effect.run();
        }
        return first;
    }
}
