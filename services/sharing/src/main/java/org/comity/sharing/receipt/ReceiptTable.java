package org.comity.sharing.receipt;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlStatement;
import org.comity.kernel.time.Identifiers;

/**
 * The receipts of a kind of record: one for each state, version and day. Both halves of the wall stand in its
 * statements: a receipt is written as the reader's state and read as the originator's.
 */
public class ReceiptTable {

    private final Sql sql;
    private final Identifiers identifiers;
    private final Clock clock;
    private final String table;
    private final String record;

    /**
     * The receipts of a kind of record.
     *
     * @param record the column of the record's id
     */
    public ReceiptTable(Sql sql, Identifiers identifiers, Clock clock, String table, String record) {
        this.sql = sql;
        this.identifiers = identifiers;
        this.clock = clock;
        this.table = table;
        this.record = record;
    }

    /** A record of another state, as it was opened. */
    public record Receipted(UUID id, StateCode originatorState, String ref, int version) {}

    /** The reader's state opened this record of another state. */
    public void opened(UUID id, StateCode originator, String ref, int version, StateCode reader) {
        opened(List.of(new Receipted(id, originator, ref, version)), reader);
    }

    /** The reader's state opened these records of other states. */
    public void opened(List<Receipted> records, StateCode reader) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        sql.addAll(table, records, (row, place, one) -> row.onConflict("do nothing")
                .with("id", identifiers.next(), record, one.id())
                .with("originator_state", one.originatorState(), "ref", one.ref(), "state", reader)
                .with("version", one.version(), "day", day));
    }

    /** Who opened an own record, the first day first. */
    public List<ReceiptView> of(UUID id, StateCode originator) {
        return sql.of("select state, day, version from " + table + " where " + record
                        + " = :id and originator_state = :own order by day, state, version")
                .with("id", id, "own", originator)
                .list(ReceiptView.class);
    }

    /** Which records of this state were opened by others, the latest day first. */
    public Page<OpenedRecord> ofState(StateCode originator, Optional<UUID> wanted, PageRequest page) {
        SqlStatement opened = sql.of("select id, day, state, " + record + " as record, ref, version from " + table
                        + " where originator_state = :own")
                .with("own", originator)
                .and(wanted, record + " = :wanted", "wanted");
        page.after().ifPresent(place -> opened.more(" and (day, id) < (:day, :id)")
                .with("day", LocalDate.ofInstant(place.at(), ZoneOffset.UTC), "id", place.id()));
        opened.more(" order by day desc, id desc limit :limit").with("limit", page.limit() + 1);
        return Page.of(opened.list(OpenedRecord.class), page.limit(), ReceiptTable::cursor, shown -> shown);
    }

    private static String cursor(OpenedRecord last) {
        return new PageRequest.Position(last.day().atStartOfDay(ZoneOffset.UTC).toInstant(), last.id()).cursor();
    }
}
