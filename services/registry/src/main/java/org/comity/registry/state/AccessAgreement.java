package org.comity.registry.state;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import org.comity.kernel.access.AccessSubject;
import org.comity.kernel.caller.StateCode;
import org.comity.registry.access.EndedAccess;
import org.jboss.logging.Logger;

/**
 * Makes the {@code state:} rows of the {@code access} database agree with the states' status, which is the truth.
 *
 * <p>A state is compared and set right while its row is locked. A step that is under way holds that lock from before it
 * touches the access database until its commit, so what it has done is never mistaken for a leftover. Rows of states
 * that the registry does not know are left alone: nobody can say that they are wrong.
 */
@Singleton
class AccessAgreement {

    private static final Logger LOG = Logger.getLogger(AccessAgreement.class);

    private final StateRepository states;
    private final EndedAccess access;

    AccessAgreement(StateRepository states, EndedAccess access) {
        this.states = states;
        this.access = access;
    }

    /** What the access database says of a state that stands here. */
    static String reason(StateStatus status) {
        return "The state stands as " + status;
    }

    /** Sets one state right, in a transaction of its own; waits for a step that is under way. */
    void agree(StateCode state) {
        QuarkusTransaction.requiringNew()
                .run(() -> states.lock(state).map(StateEntity::status).ifPresent(status -> setRight(state, status)));
    }

    /** Sets all states right. */
    void agreeAll() {
        Set<StateCode> ended = access.states();
        Map<StateCode, StateStatus> standings =
                QuarkusTransaction.requiringNew().call(states::standings);
        standings.forEach((state, status) -> {
            // A difference seen without the lock may be a step under way; with the lock, it is none.
            if (status.endsAccess() != ended.contains(state)) {
                LOG.infof("The access of %s does not agree with its status %s; setting it right", state, status);
                agree(state);
            }
        });
    }

    private void setRight(StateCode state, StateStatus status) {
        if (status.endsAccess()) {
            access.end(AccessSubject.state(state), reason(status));
        } else {
            access.restore(AccessSubject.state(state));
        }
    }
}
