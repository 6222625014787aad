package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.comity.denials.content.PermittedUse;
import org.comity.denials.content.Regime;
import org.comity.denials.states.MemberStates;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/** The audience of each denial, one row for each state. */
@Singleton
class AudienceStore {

    private final EntityManager database;

    AudienceStore(EntityManager database) {
        this.database = database;
    }

    /** A draft is on its own state's list from the start. */
    void open(UUID denial, StateCode originator, Instant at) {
        insert(denial, originator, originator, null, at, false, List.of());
    }

    /** The states, other than the originator, that may read now; not those that left the regime it went to. */
    Set<StateCode> reached(UUID denial) {
        Set<StateCode> states = new TreeSet<>();
        for (Object state : database.createNativeQuery("select a.state from denial_audience a"
                        + " where a.denial_id = :denial and a.released and not a.own and " + MemberStates.HOLDS)
                .setParameter("denial", denial)
                .getResultList()) {
            states.add(new StateCode((String) state));
        }
        return states;
    }

    /**
     * From now on these states may read, for these uses, and no other but the originator.
     *
     * @param asMembersOf the regime that they read as members of, as long as they are
     */
    void release(
            UUID denial,
            StateCode originator,
            Set<StateCode> states,
            @Nullable Regime asMembersOf,
            List<PermittedUse> uses,
            Instant at) {
        List<String> kept = states.stream().map(StateCode::value).toList();
        database.createNativeQuery("delete from denial_audience where denial_id = :denial and not own"
                        + " and not (state = any (:kept))")
                .setParameter("denial", denial)
                .setParameter("kept", kept.toArray(String[]::new))
                .executeUpdate();
        states.forEach(state -> insert(denial, originator, state, asMembersOf, at, true, uses));
        insert(denial, originator, originator, null, at, true, uses);
    }

    private void insert(
            UUID denial,
            StateCode originator,
            StateCode state,
            @Nullable Regime asMemberOf,
            Instant at,
            boolean released,
            List<PermittedUse> uses) {
        database.createNativeQuery("insert into denial_audience"
                        + " (denial_id, state, originator_state, own, regime, released, licensing, analysis, listed_at)"
                        + " values (:denial, :state, :originator, :own, :regime, :released, :licensing, :analysis, :at)"
                        + " on conflict (denial_id, state) do update set regime = excluded.regime, released = excluded.released,"
                        + " licensing = excluded.licensing, analysis = excluded.analysis")
                .setParameter("denial", denial)
                .setParameter("state", state.value())
                .setParameter("originator", originator.value())
                .setParameter("own", state.equals(originator))
                .setParameter("regime", asMemberOf == null ? null : asMemberOf.name())
                .setParameter("released", released)
                .setParameter("licensing", released && uses.contains(PermittedUse.LICENSING))
                .setParameter("analysis", released && uses.contains(PermittedUse.POLICY))
                .setParameter("at", at)
                .executeUpdate();
    }
}
