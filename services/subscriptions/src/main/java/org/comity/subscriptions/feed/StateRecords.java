package org.comity.subscriptions.feed;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.Delivered;

/**
 * What the registry has of each state, as feeds tell of it. Every desk of every state reads all of it in the registry, so that
 * nobody is asked for it.
 *
 * <p>Rules: R-377.
 */
@Singleton
class StateRecords {

    /** The kind that entries name. */
    static final String KIND = "STATE";

    private final TimerTransactions transactions;

    StateRecords(TimerTransactions transactions) {
        this.transactions = transactions;
    }

    /** A state as it was told last. */
    record Row(StateCode iso2, String name, String status, long version, Instant at) {

        Delivered delivered() {
            return new Delivered(
                    id(iso2),
                    KIND,
                    "/registry/v1/states/" + iso2,
                    ref(iso2),
                    name,
                    iso2,
                    status,
                    Math.toIntExact(version),
                    at,
                    false,
                    new Delivered.Facts(List.of(), List.of(), List.of(), null, List.of(), name));
        }
    }

    /** The id under which a state is an entry's record: the registry has none but its code. */
    static UUID id(StateCode iso2) {
        return UUID.nameUUIDFromBytes(("state/" + iso2).getBytes(StandardCharsets.UTF_8));
    }

    /** The reference under which it is told. */
    static String ref(StateCode iso2) {
        return "ST-" + iso2;
    }

    /** Those of these records that are states, by id. */
    Map<UUID, Delivered> read(Collection<UUID> records) throws SQLException {
        List<Row> all = transactions.once(transaction -> transaction
                .sql(
                        "select m.iso2, m.name, m.status, m.version, t.at from member_state m join state_told t on t.iso2 = m.iso2")
                .list(Row.class));
        Map<UUID, Delivered> read = new HashMap<>();
        all.stream()
                .map(Row::delivered)
                .filter(it -> records.contains(it.record()))
                .forEach(it -> read.put(it.record(), it));
        return read;
    }
}
