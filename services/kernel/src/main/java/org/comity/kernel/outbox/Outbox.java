package org.comity.kernel.outbox;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.comity.kernel.time.Identifiers;

/** Takes events down in the transaction of what they tell of; {@link OutboxRelay} sends them. */
@Singleton
public class Outbox {

    private final EntityManager database;
    private final Identifiers identifiers;
    private final Clock clock;

    Outbox(EntityManager database, Identifiers identifiers, Clock clock) {
        this.database = database;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Takes the event down. What was changed before is written first, so that a lost race writes no event. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event) {
        database.flush();
        database.createNativeQuery("insert into outbox"
                        + " (event_id, topic, message_key, type, subject, subject_version, occurred_at, data)"
                        + " values (:id, :topic, :key, :type, :subject, :version, :at, cast(:data as jsonb))")
                .setParameter("id", identifiers.next())
                .setParameter("topic", event.topic())
                .setParameter("key", event.subject())
                .setParameter("type", event.type())
                .setParameter("subject", event.subject())
                .setParameter("version", event.version())
                .setParameter("at", clock.instant())
                .setParameter("data", event.data().orElse(null))
                .executeUpdate();
    }
}
