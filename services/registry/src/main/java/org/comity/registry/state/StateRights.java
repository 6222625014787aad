package org.comity.registry.state;

import jakarta.inject.Singleton;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.problem.KernelProblem;

/**
 * Who may do what in the registry. Everyone with a role may read all of it, so what is refused is refused with 403, before
 * anything but the body is looked at.
 *
 * <p>Source: domain 4.9 (row "registry"); design, "Identity".
 *
 * <p>Rules: R-58.
 */
@Singleton
class StateRights {

    private final CurrentCaller current;

    StateRights(CurrentCaller current) {
        this.current = current;
    }

    /** Reading: any role. */
    void requireReader() {
        if (current.get().roles().isEmpty()) {
            throw KernelProblem.FORBIDDEN.because("A role in this system is needed.");
        }
    }

    /** What the secretariat keeps about a state. */
    void requireSecretariat() {
        if (!isSecretariat(current.get())) {
            throw KernelProblem.FORBIDDEN.because("The secretariat does this.");
        }
    }

    /** The steps in the life of a state. */
    void requireSecretariatAdmin() {
        if (!current.get().hasAny(Role.SECRETARIAT_ADMIN)) {
            throw KernelProblem.FORBIDDEN.because("An administrator of the secretariat does this.");
        }
    }

    /** Contacts, authorities and calendar: the secretariat, and the state's own point of contact. */
    void requireSecretariatOrOwnPointOfContact(StateCode state) {
        Caller caller = current.get();
        if (!isSecretariat(caller) && !(caller.hasAny(Role.POC) && caller.isOf(state))) {
            throw KernelProblem.FORBIDDEN.because("The secretariat does this, or the state's own point of contact.");
        }
    }

    private static boolean isSecretariat(Caller caller) {
        return caller.hasAny(Role.SECRETARIAT, Role.SECRETARIAT_ADMIN);
    }
}
