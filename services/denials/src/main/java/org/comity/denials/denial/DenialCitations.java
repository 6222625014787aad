package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.content.DenialBasis;
import org.comity.denials.states.MemberStates;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;

/**
 * Which denials the caller may cite to another state.
 *
 * <p>Source: docs/rules.md R-109. A denial of the other state that the caller may read, or one of the caller's own
 * state that is released to the other. A third state's denial is never citable: whether it is would tell the caller to
 * whom the third state released it.
 */
@Singleton
public class DenialCitations {

    private final EntityManager database;
    private final ReleaseFilter filter;
    private final CurrentCaller current;

    DenialCitations(EntityManager database, ReleaseFilter filter, CurrentCaller current) {
        this.database = database;
        this.filter = filter;
        this.current = current;
    }

    /** A denial that may be cited. */
    public record Citable(UUID id, String ref, boolean catchAll, boolean inForce) {}

    /** The denial of this reference, if the caller may cite it to this state. */
    public Optional<Citable> find(String ref, StateCode to) {
        Caller caller = current.get();
        List<?> rows = database.createNativeQuery("select id, originator_state, basis, status from denial"
                        + " where ref = :ref and version > 0 and originator_state in (:to, :own)")
                .setParameter("ref", ref)
                .setParameter("to", to.value())
                .setParameter("own", caller.ownState().value())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .filter(cells -> isShared(caller, (UUID) cells[0], new StateCode((String) cells[1]), to))
                .findFirst()
                .map(cells -> new Citable(
                        (UUID) cells[0],
                        ref,
                        cells[2] != null
                                && DenialBasis.valueOf((String) cells[2]).isCatchAll(),
                        isInForce(DenialStatus.valueOf((String) cells[3]))));
    }

    private boolean isShared(Caller caller, UUID denial, StateCode originator, StateCode to) {
        if (filter.lens(caller, denial) == Lens.NOTHING) {
            return false;
        }
        return originator.equals(to)
                || !database.createNativeQuery("select a.state from denial_audience a where a.denial_id = :denial"
                                + " and a.state = :to and a.released and not a.own and " + MemberStates.HOLDS)
                        .setParameter("denial", denial)
                        .setParameter("to", to.value())
                        .getResultList()
                        .isEmpty();
    }

    private static boolean isInForce(DenialStatus status) {
        return status != DenialStatus.REVOKED && status != DenialStatus.EXPIRED;
    }
}
