package org.comity.subscriptions.feed;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliveryDesk;

/**
 * Reads the feed of a desk from a number on, as it may go out now. Every channel that pushes reads through this.
 *
 * <p>Rules: R-385.
 */
@Singleton
public class FeedReader {

    private final TimerTransactions transactions;
    private final RecordsNow records;

    FeedReader(TimerTransactions transactions, RecordsNow records) {
        this.transactions = transactions;
        this.records = records;
    }

    private record Row(long seq, Instant at, Change change, Happened happened, String kind, UUID record, String ref) {}

    private static final String ROWS = "select seq, at, change, happened, kind, record, ref from feed_entry"
            + " where state = :state and desk = :desk";

    /**
     * Entries after a number, in their order.
     *
     * @throws IOException where a service whose records they are does not answer; asking again may help
     */
    public List<FeedItem> after(StateCode state, DeliveryDesk desk, long seq, int limit)
            throws IOException, SQLException, InterruptedException {
        return items(state, desk, transactions.once(transaction -> transaction
                .sql(ROWS + " and seq > :seq order by seq limit :limit")
                .with("state", state, "desk", desk, "seq", seq, "limit", limit)
                .list(Row.class)));
    }

    /**
     * The last entries, the newest first.
     *
     * @param rule whose matches alone are wanted
     * @throws IOException where a service whose records they are does not answer; asking again may help
     */
    public List<FeedItem> latest(StateCode state, DeliveryDesk desk, Optional<UUID> rule, int limit)
            throws IOException, SQLException, InterruptedException {
        return items(state, desk, transactions.once(transaction -> transaction
                .sql(ROWS)
                .with("state", state, "desk", desk, "limit", limit)
                .and(
                        rule,
                        "exists (select 1 from rule_match m where m.rule_id = :rule and m.seq = feed_entry.seq)",
                        "rule")
                .more(" order by seq desc limit :limit")
                .list(Row.class)));
    }

    /** The number of the last entry; 0 where there is none. */
    public long last(StateCode state, DeliveryDesk desk) throws SQLException {
        return transactions
                .once(transaction -> transaction
                        .sql("select seq from feed_head where state = :state and desk = :desk")
                        .with("state", state, "desk", desk)
                        .first(Long.class))
                .orElse(0L);
    }

    private List<FeedItem> items(StateCode state, DeliveryDesk desk, List<Row> rows)
            throws IOException, InterruptedException {
        Map<UUID, Delivered> now = records.read(
                state,
                desk,
                rows.stream()
                        .filter(row -> row.change() != Change.REMOVED)
                        .map(row -> new RecordsNow.Named(row.kind(), row.record()))
                        .toList());
        return rows.stream()
                .map(row -> item(row, Optional.ofNullable(now.get(row.record()))))
                .toList();
    }

    /** What was narrowed since goes out as removed, whatever its entry says. */
    private static FeedItem item(Row row, Optional<Delivered> now) {
        return now.map(record -> new FeedItem(
                        row.seq(),
                        row.at(),
                        row.change(),
                        row.happened(),
                        row.kind(),
                        row.record(),
                        row.ref(),
                        record.path(),
                        record))
                .orElseGet(() -> new FeedItem(
                        row.seq(),
                        row.at(),
                        Change.REMOVED,
                        Happened.REMOVED,
                        row.kind(),
                        row.record(),
                        null,
                        null,
                        null));
    }
}
