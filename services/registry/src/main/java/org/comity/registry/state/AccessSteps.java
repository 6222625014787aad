package org.comity.registry.state;

import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.http.Reply;
import org.comity.kernel.problem.ProblemException;
import org.jboss.logging.Logger;

/**
 * The three steps that reach into two databases, which no transaction spans: the registry's own, which holds the
 * status, and {@code access}, which every service reads with each request (design, "The country wall", 4).
 *
 * <p>The order makes a crash harmless: at every moment in between, the state is shut out.
 *
 * <ul>
 *   <li>Suspending and withdrawing end access first and commit the status then. Where the commit fails,
 *       {@link AccessAgreement} looks at what the status really is and takes the end back if need be.
 *   <li>Reinstating commits the status first, and restores access then.
 * </ul>
 *
 * <p>What a crash or an outage leaves undone, {@link StateKeeper} finds at the next start, and every minute.
 *
 * <p>Rules: R-57.
 */
@Singleton
class AccessSteps {

    private static final Logger LOG = Logger.getLogger(AccessSteps.class);

    private final StateService service;
    private final AccessAgreement agreement;

    AccessSteps(StateService service, AccessAgreement agreement) {
        this.service = service;
        this.agreement = agreement;
    }

    /** Suspends the access of a state; its people's next request is refused. */
    Reply suspend(StateVersion version, String because) {
        return ending(version.code(), () -> service.suspend(version, because));
    }

    /** Records that a state leaves; its people's next request is refused. */
    Reply withdraw(StateVersion version, WithdrawStateRequest request) {
        return ending(version.code(), () -> service.withdraw(version, request));
    }

    /** Restores the access of a suspended state. */
    Reply reinstate(StateVersion version) {
        Reply reply = service.reinstate(version);
        agree(version.code());
        return reply;
    }

    private Reply ending(StateCode state, Supplier<Reply> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            if (!isRefusal(e)) {
                agree(state);
            }
            throw e;
        }
    }

    /** A refusal comes before access is touched. */
    private static boolean isRefusal(RuntimeException e) {
        return e instanceof ProblemException problem && problem.type().status() < 500;
    }

    private void agree(StateCode state) {
        try {
            agreement.agree(state);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The access of %s cannot be made to agree with its status yet; it stays shut out", state);
        }
    }
}
