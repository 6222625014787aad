package org.comity.sharing.release;

import java.util.List;
import java.util.Set;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.StateCode;

/**
 * Whether a release goes further than the one before. The desk narrows a release; an approver alone widens it, and needs no
 * second person, since two released the record before.
 *
 * <p>Source: docs/rules.md R-25.
 */
public final class Widening {

    private Widening() {}

    /** What the release of a record is, apart from whom it reaches. */
    public record Terms(Tlp tlp, List<PermittedUse> uses) {}

    /**
     * Refuses a release that goes further to a caller who is no approver.
     *
     * @param readers who can read the record now
     * @param reached who can from now on
     * @throws org.comity.kernel.problem.ProblemException 403
     */
    public static void requireApprover(
            Caller caller, Set<StateCode> readers, Set<StateCode> reached, Terms before, Terms after) {
        boolean widens = !readers.containsAll(reached)
                || after.tlp().compareTo(before.tlp()) > 0
                || !before.uses().containsAll(after.uses());
        if (widens && !caller.isApprover()) {
            throw ReleaseProblem.WIDENING_NEEDS_APPROVER.because(
                    "An officer may narrow the release; an approver widens it.");
        }
    }
}
