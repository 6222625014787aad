package org.comity.denials.states;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.denials.content.Regime;
import org.comity.kernel.caller.StateCode;

/** The states and memberships as the registry last told us. */
@Singleton
public class MemberStates {

    private final EntityManager database;

    MemberStates(EntityManager database) {
        this.database = database;
    }

    /**
     * Who subscribes and belongs where, at one moment.
     *
     * @param subscribed states whose status is SUBSCRIBED: neither suspended nor withdrawn
     * @param suspended states whose access is suspended, and may be given back
     * @param membersByRegime members of today, in UTC
     */
    public record Snapshot(
            Set<StateCode> subscribed, Set<StateCode> suspended, Map<Regime, Set<StateCode>> membersByRegime) {

        /** Copies them. */
        public Snapshot {
            subscribed = Set.copyOf(subscribed);
            suspended = Set.copyOf(suspended);
            membersByRegime = Map.copyOf(membersByRegime);
        }

        /** The same for a record that these states read: a suspension takes a state's access, and not its place. */
        public Snapshot keeping(Set<StateCode> readers) {
            Set<StateCode> reachable = new HashSet<>(suspended);
            reachable.retainAll(readers);
            reachable.addAll(subscribed);
            return new Snapshot(reachable, suspended, membersByRegime);
        }

        /** The members of a regime, whether they subscribe or not. */
        public Set<StateCode> members(Regime regime) {
            return membersByRegime.getOrDefault(regime, Set.of());
        }
    }

    /** The condition under which a row of the audience, {@code a}, holds: its reader is a member where it has to be. */
    public static final String HOLDS = "(a.regime is null or comity_member(a.state, a.regime))";

    /** The present state of affairs. */
    public Snapshot now() {
        Set<StateCode> subscribed = new HashSet<>();
        Set<StateCode> suspended = new HashSet<>();
        Map<Regime, Set<StateCode>> members = new HashMap<>();
        for (Object row : database.createNativeQuery("select s.iso2, s.status, r.regime from member_state s"
                        + " left join member_regime r on r.iso2 = s.iso2 and comity_member(r.iso2, r.regime)")
                .getResultList()) {
            Object[] cells = (Object[]) row;
            StateCode state = new StateCode((String) cells[0]);
            if ("SUBSCRIBED".equals(cells[1])) {
                subscribed.add(state);
            } else if ("ACCESS_SUSPENDED".equals(cells[1])) {
                suspended.add(state);
            }
            if (cells[2] != null) {
                members.computeIfAbsent(Regime.valueOf((String) cells[2]), regime -> new HashSet<>())
                        .add(state);
            }
        }
        return new Snapshot(subscribed, suspended, members);
    }

    /** The registry's names of the states. */
    public Map<StateCode, String> names() {
        Map<StateCode, String> names = new HashMap<>();
        for (Object row : database.createNativeQuery("select iso2, name from member_state")
                .getResultList()) {
            Object[] cells = (Object[]) row;
            names.put(new StateCode((String) cells[0]), (String) cells[1]);
        }
        return names;
    }

    /** Takes a state over as the registry has it, unless we know a later version already. */
    void take(RegistryState state) {
        int changed = database.createNativeQuery("insert into member_state (iso2, name, status, version)"
                        + " values (:iso2, :name, :status, :version) on conflict (iso2) do update"
                        + " set name = excluded.name, status = excluded.status, version = excluded.version"
                        + " where member_state.version < excluded.version")
                .setParameter("iso2", state.iso2().value())
                .setParameter("name", state.name())
                .setParameter("status", state.status())
                .setParameter("version", state.version())
                .executeUpdate();
        if (changed == 0) {
            return;
        }
        database.createNativeQuery("delete from member_regime where iso2 = :iso2")
                .setParameter("iso2", state.iso2().value())
                .executeUpdate();
        List<RegistryState.Membership> memberships = state.regimeMemberships();
        memberships.stream()
                .filter(membership -> membership.standing().equals("MEMBER"))
                .forEach(membership -> database.createNativeQuery("insert into member_regime (iso2, regime, since)"
                                + " values (:iso2, :regime, cast(:since as date)) on conflict do nothing")
                        .setParameter("iso2", state.iso2().value())
                        .setParameter("regime", membership.regime().name())
                        .setParameter("since", membership.from())
                        .executeUpdate());
    }
}
