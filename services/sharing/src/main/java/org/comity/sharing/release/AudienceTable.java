package org.comity.sharing.release;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.states.MemberStates;
import org.comity.sharing.states.Regime;
import org.jspecify.annotations.Nullable;

/**
 * The audience of each record of a kind, one row for each state. The table has the columns {@code state},
 * {@code originator_state}, {@code own}, {@code released}, {@code licensing}, {@code analysis}, {@code regime},
 * {@code listed_at}, and one for the record.
 */
public class AudienceTable {

    private final Sql sql;
    private final String table;
    private final String record;

    /**
     * The audiences of a kind of record.
     *
     * @param record the column of the record's id
     */
    public AudienceTable(Sql sql, String table, String record) {
        this.sql = sql;
        this.table = table;
        this.record = record;
    }

    /** A draft is on its own state's list from the start. */
    public void open(UUID id, StateCode originator, Instant at) {
        insert(id, originator, originator, null, at, false, List.of());
    }

    /** What a state has of a record; empty where it has nothing of it, or is no member any more of the regime it went to. */
    public Optional<Share> share(UUID id, StateCode state) {
        return Optional.ofNullable(shares(List.of(id), state).get(id));
    }

    /** What a state has of each of these records; without those of which it has nothing. */
    public Map<UUID, Share> shares(Collection<UUID> ids, StateCode state) {
        Map<UUID, Share> shares = new HashMap<>();
        sql.of("select a." + record + ", a.own, a.released, a.licensing, a.analysis from " + table + " a where a."
                        + record + (ids.size() == 1 ? " = :ids" : " = any (:ids)") + " and a.state = :state and "
                        + MemberStates.HOLDS)
                .with("ids", ids.size() == 1 ? ids.iterator().next() : ids, "state", state)
                .listBy(UUID.class, Share.class)
                .forEach((id, row) -> shares.put(id, row.getFirst()));
        return shares;
    }

    /** The states, other than the originator, that may read now; not those that left the regime it went to. */
    public Set<StateCode> reached(UUID id) {
        return new TreeSet<>(sql.of("select a.state from " + table + " a where a." + record
                        + " = :id and a.released and not a.own and " + MemberStates.HOLDS)
                .with("id", id)
                .list(StateCode.class));
    }

    /**
     * From now on these states may read, for these uses, and no other but the originator.
     *
     * @param asMembersOf the regime that they read as members of, as long as they are
     */
    public void release(
            UUID id,
            StateCode originator,
            Set<StateCode> states,
            @Nullable Regime asMembersOf,
            List<PermittedUse> uses,
            Instant at) {
        sql.of("delete from " + table + " where " + record + " = :id and not own and not (state = any (:kept))")
                .with("id", id, "kept", states)
                .run();
        states.forEach(state -> insert(id, originator, state, asMembersOf, at, true, uses));
        insert(id, originator, originator, null, at, true, uses);
    }

    private void insert(
            UUID id,
            StateCode originator,
            StateCode state,
            @Nullable Regime asMemberOf,
            Instant at,
            boolean released,
            List<PermittedUse> uses) {
        sql.into(table)
                .onConflict("(" + record + ", state) do update set regime = excluded.regime,"
                        + " released = excluded.released, licensing = excluded.licensing, analysis = excluded.analysis")
                .with(record, id, "originator_state", originator, "state", state)
                .with("own", state.equals(originator), "regime", asMemberOf, "listed_at", at)
                .with("released", released, "licensing", released && uses.contains(PermittedUse.LICENSING))
                .with("analysis", released && uses.contains(PermittedUse.POLICY))
                .run();
    }
}
