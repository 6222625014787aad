package org.comity.subscriptions.feed;

import jakarta.inject.Singleton;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.kernel.problem.KernelProblem;
import org.comity.sharing.delivery.DeliveryDesk;

/** Whose feed the caller reads. */
@Singleton
public class Desks {

    private final CurrentCaller current;

    Desks(CurrentCaller current) {
        this.current = current;
    }

    /**
     * The desk of the caller.
     *
     * @throws org.comity.kernel.problem.ProblemException 403 for those who read no record
     */
    public DeliveryDesk own() {
        return DeliveryDesk.of(current.get())
                .orElseThrow(() -> KernelProblem.FORBIDDEN.because("A role that reads records of a state is needed."));
    }
}
