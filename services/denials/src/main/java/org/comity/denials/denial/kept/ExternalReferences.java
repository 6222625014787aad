package org.comity.denials.denial.kept;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.denials.content.ExternalRef;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.time.Identifiers;

/**
 * References of a denial in other systems. Each is for the originator and for that system's members.
 *
 * <p>Rules: R-45.
 */
@Singleton
public class ExternalReferences {

    private final Sql sql;
    private final Identifiers identifiers;
    private final CurrentCaller current;

    ExternalReferences(Sql sql, Identifiers identifiers, CurrentCaller current) {
        this.sql = sql;
        this.identifiers = identifiers;
        this.current = current;
    }

    /** Keeps the references of a new denial. */
    public void write(UUID denial, StateCode originator, List<ExternalRef> references) {
        sql.addAll("denial_external_ref", references, (row, place, reference) -> row.with(
                        "id", identifiers.next(), "denial_id", denial)
                .with("originator_state", originator, "position", place)
                .with("system", reference.system(), "ref", reference.ref()));
    }

    /** Keeps these references in place of those of before; as they were, they are left. */
    public void replace(UUID denial, StateCode originator, List<ExternalRef> references) {
        if (all(denial).equals(references)) {
            return;
        }
        sql.of("delete from denial_external_ref where denial_id = :denial")
                .with("denial", denial)
                .run();
        write(denial, originator, references);
    }

    private List<ExternalRef> all(UUID denial) {
        return all(List.of(denial)).getOrDefault(denial, List.of());
    }

    /** All of them by denial, for the originators. */
    public Map<UUID, List<ExternalRef>> all(Collection<UUID> denials) {
        return sql.of("select denial_id, system, ref from denial_external_ref where denial_id = any (:denials)"
                        + " order by position")
                .with("denials", denials)
                .listBy(UUID.class, ExternalRef.class);
    }

    /** Those of the systems of which the caller's state is a member. */
    public List<ExternalRef> readable(List<ExternalRef> all) {
        if (all.isEmpty()) {
            return all;
        }
        List<String> memberships = sql.of(
                        "select regime from member_regime where iso2 = :iso2 and comity_member(iso2, regime)")
                .with("iso2", current.get().ownState())
                .list(String.class);
        return all.stream()
                .filter(reference -> memberships.contains(reference.system().name()))
                .toList();
    }
}
