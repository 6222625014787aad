package org.comity.subscriptions.feed;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliveryDesk;

/**
 * Tells the desks of all states what changes in the registry's record of a state. The copy of the registry that this service keeps
 * says that something changed; what was there when a desk came to it is not told as new.
 *
 * <p>Rules: R-377.
 */
@Singleton
class StateChanges implements TimerJob {

    private static final String CHANGED = "org.comity.registry.state.changed.v1";
    private static final String READERS = "status in ('SUBSCRIBED', 'ACCESS_SUSPENDED')";

    private final TimerTransactions transactions;
    private final FeedWriter writer;
    private final Clock clock;

    StateChanges(TimerTransactions transactions, FeedWriter writer, Clock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "state-changes";
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(5);
    }

    private record State(StateCode iso2, String name, String status, long version) {}

    @Override
    public int run() throws SQLException {
        if (newcomers()) {
            begin();
        }
        List<State> changed = transactions.once(transaction -> transaction
                .sql(
                        "select m.iso2, m.name, m.status, m.version from member_state m join state_told t on t.iso2 = m.iso2"
                                + " where m.version > t.version order by m.iso2")
                .list(State.class));
        for (State state : changed) {
            tell(state);
        }
        return changed.size();
    }

    /** Whether there is a state that nobody was told of, or one that subscribes and knows no other. */
    private boolean newcomers() throws SQLException {
        return transactions.once(transaction -> transaction
                .sql("select 1 from member_state m left join state_told t on t.iso2 = m.iso2"
                        + " where t.iso2 is null or not t.reads and m." + READERS)
                .exists());
    }

    private record Known(StateCode state, DeliveryDesk desk, StateCode iso2, long version) {}

    /** What is there now is known from now on, and told to nobody. */
    private void begin() throws SQLException {
        Instant now = clock.instant();
        transactions.once(transaction -> {
            boolean first = !transaction.sql("select 1 from state_told").exists();
            List<StateCode> newcomers = transaction
                    .sql("select m.iso2 from member_state m left join state_told t on t.iso2 = m.iso2" + " where m."
                            + READERS + " and (t.iso2 is null or not t.reads) order by m.iso2")
                    .list(StateCode.class);
            // a state that joins those that were told is told to them: their desks know no version of it
            transaction
                    .sql("insert into state_told (iso2, version, reads, at) select iso2,"
                            + " case when :first then version else 0 end, " + READERS
                            + ", :now from member_state on conflict (iso2) do update set reads = excluded.reads")
                    .with("first", first, "now", now)
                    .run();
            List<Known> known = transaction
                    .sql("select r.iso2 state, d.desk, t.iso2, m.version from unnest(:newcomers) as r (iso2)"
                            + " cross join unnest(:desks) as d (desk) cross join state_told t"
                            + " join member_state m on m.iso2 = t.iso2")
                    .with("newcomers", newcomers)
                    .with("desks", List.of(DeliveryDesk.values()))
                    .list(Known.class);
            transaction.addAll("feed_known", known, (row, place, one) -> row.onConflict("do nothing")
                    .with("state", one.state(), "desk", one.desk(), "record", StateRecords.id(one.iso2()))
                    .with("kind", StateRecords.KIND, "ref", StateRecords.ref(one.iso2()))
                    .with("tag", Long.toString(one.version())));
            return known.size();
        });
    }

    private void tell(State state) throws SQLException {
        Instant now = clock.instant();
        UUID record = StateRecords.id(state.iso2());
        Delivered delivered =
                new StateRecords.Row(state.iso2(), state.name(), state.status(), state.version(), now).delivered();
        List<RecordReading> readings = Stream.of(DeliveryDesk.values())
                .map(desk -> new RecordReading(record, desk, Long.toString(state.version()), delivered))
                .toList();
        Map<StateCode, FeedReaders.StateReadings> read = new TreeMap<>();
        transactions
                .once(transaction -> transaction
                        .sql("select iso2 from member_state where " + READERS)
                        .list(StateCode.class))
                .forEach(reader -> read.put(reader, new FeedReaders.StateReadings(Map.of(record, readings), Map.of())));
        // where it ends after this and before the next, the same event comes again, and is not told twice
        writer.write(List.of(new HeardEvent("state/" + state.iso2() + "/" + state.version(), CHANGED, record)), read);
        transactions.once(transaction -> transaction
                .sql("update state_told set version = :version, at = :now where iso2 = :iso2 and version < :version")
                .with("version", state.version(), "now", now, "iso2", state.iso2())
                .run());
    }
}
