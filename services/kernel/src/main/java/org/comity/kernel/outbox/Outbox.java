package org.comity.kernel.outbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import org.comity.kernel.sql.Json;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlInsert;
import org.comity.kernel.sql.SqlStatement;
import org.comity.kernel.time.Identifiers;

/**
 * Takes events down in the transaction of what they tell of; {@link OutboxRelay} sends them.
 *
 * <p>Rules: R-70.
 */
@Singleton
public class Outbox {

    private static final String TABLE = "outbox";

    private final Sql sql;
    private final Identifiers identifiers;
    private final Clock clock;

    Outbox(Sql sql, Identifiers identifiers, Clock clock) {
        this.sql = sql;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Takes the event down. What was changed before is written first, so that a lost race writes no event. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event) {
        say(sql.into(TABLE), event).run();
    }

    /**
     * Takes the events down, in their order, in the transaction of work without a request, on the connection of that work.
     * Change the records first: their locks keep the events of one record in order.
     */
    public void append(List<Event> events, Connection connection) {
        Sql.addAll(connection, TABLE, events, (row, place, event) -> say(row, event));
    }

    private SqlStatement say(SqlInsert row, Event event) {
        return row.with("event_id", identifiers.next(), "topic", event.topic(), "message_key", event.subject())
                .with("type", event.type(), "subject", event.subject(), "subject_version", event.version())
                .with(
                        "occurred_at",
                        clock.instant(),
                        "data",
                        event.data().map(Json::new).orElse(null));
    }
}
