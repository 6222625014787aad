package org.comity.subscriptions.inbox;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.delivery.DeliveryDesk;

/** The rows of an inbox, and what its reader has read. */
@Singleton
class InboxStore {

    private static final String OF_DESK = " where e.state = :state and e.desk = :desk";

    private final Sql sql;

    InboxStore(Sql sql) {
        this.sql = sql;
    }

    /** Entries of the caller's desk, the newest first: one more than a page has. */
    @Transactional
    List<Inbox.Row> rows(Caller caller, DeliveryDesk desk, InboxQuery query, PageRequest page) {
        return query.narrowed(sql.of("select e.id, e.seq, e.at, e.change, e.happened, e.kind, e.record, e.ref," + " "
                                + Inbox.UNREAD + " unread from feed_entry e" + OF_DESK)
                        .with(
                                "state",
                                caller.ownState(),
                                "desk",
                                desk,
                                "person",
                                caller.person().id()))
                .newestFirst(page, "e.at", "e.id")
                .list(Inbox.Row.class);
    }

    /** Which rules of the caller matched these entries. */
    @Transactional
    Map<Long, List<UUID>> rules(Caller caller, DeliveryDesk desk, Collection<Long> entries) {
        return sql.of(
                        "select m.seq, m.rule_id from rule_match m join rule r on r.id = m.rule_id"
                                + " where r.owner = :owner and r.desk = :desk and m.seq = any (cast (:entries as bigint[])) order by r.created_at, r.id")
                .with("owner", caller.person().id(), "desk", desk, "entries", entries)
                .listBy(Long.class, UUID.class);
    }

    /** How many entries the caller has not read, counted up to a bound. */
    @Transactional
    int unread(Caller caller, DeliveryDesk desk, int most) {
        return sql.of("select count(*)::int from (select 1 from feed_entry e" + OF_DESK + " and " + Inbox.UNREAD
                        + " limit :most) unread")
                .with(
                        "state",
                        caller.ownState(),
                        "desk",
                        desk,
                        "person",
                        caller.person().id(),
                        "most",
                        most)
                .one(Integer.class);
    }

    /** Which of these records have an entry that the caller has not read. */
    @Transactional
    List<UUID> unreadRecords(Caller caller, DeliveryDesk desk, Collection<UUID> records) {
        return sql.of("select distinct e.record from feed_entry e" + OF_DESK
                        + " and e.record = any (cast (:records as uuid[])) and " + Inbox.UNREAD)
                .with(
                        "state",
                        caller.ownState(),
                        "desk",
                        desk,
                        "person",
                        caller.person().id(),
                        "records",
                        records)
                .list(UUID.class);
    }

    /** The caller has read everything up to this number, and no further than there are entries. */
    @Transactional
    void readUpTo(Caller caller, DeliveryDesk desk, long seq) {
        sql.of(
                        "insert into read_up_to (person, state, desk, seq) select :person, h.state, h.desk, least(:seq, h.seq)"
                                + " from feed_head h where h.state = :state and h.desk = :desk"
                                + " on conflict (person, state, desk) do update set seq = greatest(read_up_to.seq, excluded.seq)")
                .with("person", caller.person().id(), "state", caller.ownState(), "desk", desk, "seq", seq)
                .run();
        sql.of("delete from read_entry where person = :person and state = :state and desk = :desk and seq <= :seq")
                .with("person", caller.person().id(), "state", caller.ownState(), "desk", desk, "seq", seq)
                .run();
    }

    /** The caller has read all that there is about these records. */
    @Transactional
    void readRecords(Caller caller, DeliveryDesk desk, Collection<UUID> records) {
        sql.of(
                        "insert into read_entry (person, state, desk, seq) select :person, e.state, e.desk, e.seq from feed_entry e"
                                + OF_DESK + " and e.record = any (cast (:records as uuid[])) and " + Inbox.UNREAD
                                + " on conflict do nothing")
                .with(
                        "state",
                        caller.ownState(),
                        "desk",
                        desk,
                        "person",
                        caller.person().id(),
                        "records",
                        records)
                .run();
        if (unread(caller, desk, 1) == 0) {
            // single marks are not kept for ever
            readUpTo(caller, desk, Long.MAX_VALUE);
        }
    }
}
