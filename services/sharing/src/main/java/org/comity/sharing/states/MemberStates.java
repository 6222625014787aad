package org.comity.sharing.states;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The states and memberships as the registry last told us.
 *
 * <p>Rules.
 */
@Singleton
public class MemberStates {

    private final Sql sql;

    MemberStates(Sql sql) {
        this.sql = sql;
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
        List<Membership> rows = sql.of("select s.iso2, s.status, r.regime from member_state s"
                        + " left join member_regime r on r.iso2 = s.iso2 and comity_member(r.iso2, r.regime)")
                .list(Membership.class);
        for (Membership row : rows) {
            if ("SUBSCRIBED".equals(row.status())) {
                subscribed.add(row.iso2());
            } else if ("ACCESS_SUSPENDED".equals(row.status())) {
                suspended.add(row.iso2());
            }
            if (row.regime() != null) {
                members.computeIfAbsent(row.regime(), regime -> new HashSet<>()).add(row.iso2());
            }
        }
        return new Snapshot(subscribed, suspended, members);
    }

    private record Membership(
            StateCode iso2, String status, @Nullable Regime regime) {}

    private record Named(StateCode iso2, String name) {}

    /** The registry's names of the states. */
    public Map<StateCode, String> names() {
        return sql.of("select iso2, name from member_state").list(Named.class).stream()
                .collect(Collectors.toMap(Named::iso2, Named::name));
    }

    /** Takes a state over as the registry has it, unless we know a later version already. */
    void take(RegistryState state) {
        int changed = sql.into("member_state")
                .onConflict("(iso2) do update set name = excluded.name, status = excluded.status,"
                        + " version = excluded.version where member_state.version < excluded.version")
                .with("iso2", state.iso2(), "name", state.name(), "status", state.status(), "version", state.version())
                .run();
        if (changed == 0) {
            return;
        }
        sql.of("delete from member_regime where iso2 = :iso2")
                .with("iso2", state.iso2())
                .run();
        state.regimeMemberships().stream()
                .filter(membership -> membership.standing().equals("MEMBER"))
                .forEach(membership -> sql.into("member_regime")
                        .onConflict("do nothing")
                        .with("iso2", state.iso2(), "regime", membership.regime(), "since", membership.from())
                        .run());
    }
}
