package org.comity.denials.receipt;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.time.Identifiers;

/**
 * Receipts: one for each state, version and day. Both halves of the wall stand in its statements: a receipt is
 * written as the reader's state and read as the originator's.
 */
@Singleton
public class Receipts {

    private final EntityManager database;
    private final Identifiers identifiers;
    private final Clock clock;

    Receipts(EntityManager database, Identifiers identifiers, Clock clock) {
        this.database = database;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** The reader's state opened this denial of another state. */
    public void opened(UUID denial, StateCode originator, String ref, int version, StateCode reader) {
        database.createNativeQuery(
                        "insert into denial_receipt (id, denial_id, originator_state, ref, state, version, day)"
                                + " values (:id, :denial, :originator, :ref, :reader, :version, :day)"
                                + " on conflict do nothing")
                .setParameter("id", identifiers.next())
                .setParameter("denial", denial)
                .setParameter("originator", originator.value())
                .setParameter("ref", ref)
                .setParameter("reader", reader.value())
                .setParameter("version", version)
                .setParameter("day", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .executeUpdate();
    }

    /** Who opened an own denial, the first day first. */
    public List<ReceiptView> of(UUID denial, StateCode originator) {
        List<ReceiptView> receipts = new ArrayList<>();
        for (Object row : database.createNativeQuery("select state, day, version from denial_receipt"
                        + " where denial_id = :denial and originator_state = :own order by day, state, version")
                .setParameter("denial", denial)
                .setParameter("own", originator.value())
                .getResultList()) {
            Object[] cells = (Object[]) row;
            receipts.add(new ReceiptView(new StateCode((String) cells[0]), day(cells[1]), (Integer) cells[2]));
        }
        return receipts;
    }

    /** Which denials of this state were opened by others, the latest day first. */
    public Page<OpenedRecord> ofState(StateCode originator, Optional<UUID> denial, PageRequest page) {
        String sql = "select id, day, state, denial_id, ref, version from denial_receipt where originator_state = :own"
                + (denial.isPresent() ? " and denial_id = :denial" : "")
                + (page.after().isPresent() ? " and (day, id) < (:day, :id)" : "")
                + " order by day desc, id desc limit :limit";
        Query query = database.createNativeQuery(sql)
                .setParameter("own", originator.value())
                .setParameter("limit", page.limit() + 1);
        denial.ifPresent(wanted -> query.setParameter("denial", wanted));
        page.after().ifPresent(place -> query.setParameter("day", LocalDate.ofInstant(place.at(), ZoneOffset.UTC))
                .setParameter("id", place.id()));
        List<OpenedRecord> opened = new ArrayList<>();
        for (Object row : query.getResultList()) {
            Object[] cells = (Object[]) row;
            opened.add(new OpenedRecord(
                    (UUID) cells[0],
                    day(cells[1]),
                    new StateCode((String) cells[2]),
                    (UUID) cells[3],
                    (String) cells[4],
                    (Integer) cells[5]));
        }
        return Page.of(opened, page.limit(), Receipts::cursor, shown -> shown);
    }

    private static String cursor(OpenedRecord last) {
        return new PageRequest.Position(last.day().atStartOfDay(ZoneOffset.UTC).toInstant(), last.id()).cursor();
    }

    private static LocalDate day(Object cell) {
        return cell instanceof Date date ? date.toLocalDate() : (LocalDate) cell;
    }
}
