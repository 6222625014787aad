package org.comity.sharing.foureyes;

import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.problem.KernelProblem;

/** Who of the state whose record it is takes a step. */
public enum TakenBy {
    /** Its licensing desk: officers, approvers and its own systems. */
    DESK("The licensing desk of a state does this."),
    /** Its analysts and its licensing desk. */
    ANALYSTS("An analyst or the licensing desk of a state does this."),
    /** An approver of its licensing desk: the second pair of eyes. */
    APPROVER("A licensing approver does this.");

    private final String words;

    TakenBy(String words) {
        this.words = words;
    }

    /** Whether the caller's roles are enough. */
    public boolean lets(Caller caller) {
        return switch (this) {
            case DESK -> caller.isLicensingDesk();
            case ANALYSTS -> caller.isLicensingDesk() || caller.state().isPresent() && caller.hasAny(Role.ANALYST);
            case APPROVER -> caller.isApprover();
        };
    }

    /**
     * Refuses a caller whose roles are not enough. To be asked where the caller is known to see the record.
     *
     * @throws org.comity.kernel.problem.ProblemException 403
     */
    public void require(Caller caller) {
        if (!lets(caller)) {
            throw KernelProblem.FORBIDDEN.because(words);
        }
    }
}
