package org.comity.denials.denial;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Which denial a denial replaces: one of the same state that was approved, shown to those who may read both.
 *
 * <p>Source: docs/rules.md.
 */
@Singleton
class SupersededDenials {

    private final Sql sql;
    private final ReleaseFilter filter;
    private final CurrentCaller current;

    SupersededDenials(Sql sql, ReleaseFilter filter, CurrentCaller current) {
        this.sql = sql;
        this.filter = filter;
        this.current = current;
    }

    /** Whether the reference is that of another denial of this state, in force or over. */
    boolean isOwn(String ref, StateCode own, UUID except) {
        return sql.of("select 1 from denial where originator_state = :own and ref = :ref"
                        + " and notified_at is not null and id <> :except")
                .with("own", own, "ref", ref, "except", except)
                .exists();
    }

    /** The denial replaces that one from now on, or none; as it was, it is left. */
    void replace(UUID denial, StateCode originator, @Nullable String ref) {
        if (of(denial).equals(Optional.ofNullable(ref))) {
            return;
        }
        sql.of("delete from denial_supersedes where denial_id = :denial")
                .with("denial", denial)
                .run();
        write(denial, originator, ref);
    }

    /** A new denial replaces that one, or none. */
    void write(UUID denial, StateCode originator, @Nullable String ref) {
        if (ref != null) {
            sql.of("insert into denial_supersedes (denial_id, originator_state, superseded_id)"
                            + " select :denial, :own, d.id from denial d"
                            + " where d.originator_state = :own and d.ref = :ref and d.id <> :denial")
                    .with("denial", denial, "own", originator, "ref", ref)
                    .run();
        }
    }

    private Optional<String> of(UUID denial) {
        return Optional.ofNullable(of(List.of(denial)).get(denial));
    }

    /** By denial, the reference of the one that it replaces, where the caller may read that one too. */
    Map<UUID, String> of(Collection<UUID> denials) {
        Caller caller = current.get();
        Map<UUID, String> references = new HashMap<>();
        sql.of("select s.denial_id, d.ref from denial_supersedes s join denial d on d.id = s.superseded_id"
                        + " where s.denial_id = any (:denials) and exists (select 1 from denial_audience a"
                        + " where a.denial_id = s.superseded_id and " + filter.listCondition(caller) + ")")
                .with("denials", denials, "state", caller.ownState())
                .listBy(UUID.class, String.class)
                .forEach((denial, found) -> references.put(denial, found.getFirst()));
        return references;
    }
}
