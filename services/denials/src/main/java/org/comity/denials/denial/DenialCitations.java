package org.comity.denials.denial;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.comity.denials.content.DenialBasis;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.release.Lens;
import org.jspecify.annotations.Nullable;

/**
 * Which denials the caller may cite to another state.
 *
 * <p>Source: docs/rules.md R-109. A denial of the other state that the caller may read, or one of the caller's own
 * state that is released to the other. A third state's denial is never citable: whether it is would tell the caller to
 * whom the third state released it.
 */
@Singleton
public class DenialCitations {

    private final Sql sql;
    private final ReleaseFilter filter;
    private final DenialAudience audiences;
    private final CurrentCaller current;

    DenialCitations(Sql sql, ReleaseFilter filter, DenialAudience audiences, CurrentCaller current) {
        this.sql = sql;
        this.filter = filter;
        this.audiences = audiences;
        this.current = current;
    }

    /** A denial that may be cited. */
    public record Citable(UUID id, String ref, boolean catchAll, boolean inForce) {}

    /** The denial of this reference, if the caller may cite it to this state. */
    public Optional<Citable> find(String ref, StateCode to) {
        Caller caller = current.get();
        return sql
                .of("select id, originator_state, content ->> 'basis' as basis, status from denial"
                        + " where ref = :ref and version > 0 and originator_state in (:to, :own)")
                .with("ref", ref, "to", to, "own", caller.ownState())
                .list(Cited.class)
                .stream()
                .filter(cited -> isShared(caller, cited.id(), cited.originatorState(), to))
                .findFirst()
                .map(cited -> new Citable(
                        cited.id(),
                        ref,
                        cited.basis() != null && cited.basis().isCatchAll(),
                        isInForce(cited.status())));
    }

    private record Cited(
            UUID id, StateCode originatorState, @Nullable DenialBasis basis, DenialStatus status) {}

    private boolean isShared(Caller caller, UUID denial, StateCode originator, StateCode to) {
        if (filter.lens(caller, denial) == Lens.NOTHING) {
            return false;
        }
        return originator.equals(to)
                || audiences
                        .share(denial, to)
                        .filter(share -> share.released() && !share.own())
                        .isPresent();
    }

    private static boolean isInForce(DenialStatus status) {
        return status != DenialStatus.REVOKED && status != DenialStatus.EXPIRED;
    }
}
