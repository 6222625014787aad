package org.comity.subscriptions.inbox;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliveryDesk;
import org.comity.subscriptions.feed.Change;
import org.comity.subscriptions.feed.Desks;
import org.comity.subscriptions.feed.Happened;
import org.comity.subscriptions.feed.RecordsNow;

/**
 * The inbox of the caller: the feed of its desk, with what it has read and which of its rules matched.
 *
 * <p>Rules: R-389.
 */
@Singleton
class Inbox {

    /** Whether the caller, {@code :person} of {@code :state} and {@code :desk}, has not read entry {@code e}. */
    static final String UNREAD = "(e.seq > coalesce((select u.seq from read_up_to u where u.person = :person"
            + " and u.state = :state and u.desk = :desk), 0)"
            + " and not exists (select 1 from read_entry x where x.person = :person and x.state = e.state"
            + " and x.desk = e.desk and x.seq = e.seq))";

    private final InboxStore store;
    private final RecordsNow records;
    private final Desks desks;
    private final CurrentCaller current;

    Inbox(InboxStore store, RecordsNow records, Desks desks, CurrentCaller current) {
        this.store = store;
        this.records = records;
        this.desks = desks;
        this.current = current;
    }

    /** An entry as it is kept. */
    record Row(
            UUID id,
            long seq,
            Instant at,
            Change change,
            Happened happened,
            String kind,
            UUID record,
            String ref,
            boolean unread) {}

    /** A page of the inbox, the newest first. */
    Page<InboxEntry> list(InboxQuery query, PageRequest page) {
        DeliveryDesk desk = desks.own();
        List<Row> rows = store.rows(current.get(), desk, query, page);
        return Page.of(
                rows,
                page.limit(),
                row -> new PageRequest.Position(row.at(), row.id()).cursor(),
                some -> entries(desk, some));
    }

    private List<InboxEntry> entries(DeliveryDesk desk, List<Row> rows) {
        Map<UUID, Delivered> read = read(desk, rows);
        Map<Long, List<UUID>> rules =
                store.rules(current.get(), desk, rows.stream().map(Row::seq).toList());
        return rows.stream()
                .map(row -> entry(
                        row, Optional.ofNullable(read.get(row.record())), rules.getOrDefault(row.seq(), List.of())))
                .toList();
    }

    private Map<UUID, Delivered> read(DeliveryDesk desk, List<Row> rows) {
        try {
            return records.read(
                    current.get().ownState(),
                    desk,
                    rows.stream()
                            .filter(row -> row.change() != Change.REMOVED)
                            .map(row -> new RecordsNow.Named(row.kind(), row.record()))
                            .toList());
        } catch (IOException away) {
            throw KernelProblem.UNAVAILABLE.causedBy("What the records say cannot be read just now.", away);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KernelProblem.UNAVAILABLE.causedBy("The service is about to stop.", e);
        }
    }

    private static InboxEntry entry(Row row, Optional<Delivered> record, List<UUID> rules) {
        return new InboxEntry(
                row.id(),
                row.seq(),
                row.at(),
                row.change(),
                row.happened(),
                row.kind(),
                row.record(),
                row.ref(),
                row.unread(),
                record.map(Delivered::path).orElse(null),
                record.map(Delivered::title).orElse(null),
                record.map(Delivered::originatorState).orElse(null),
                record.map(Delivered::status).orElse(null),
                record.flatMap(one -> one.facts().destinations().stream().findFirst())
                        .orElse(null),
                rules);
    }
}
