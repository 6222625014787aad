package org.comity.kernel.caller;

import java.util.Optional;
import java.util.Set;

/**
 * Who makes the request. Comes from the token alone, never from a body or a path.
 *
 * @param state empty for the secretariat, which belongs to no state
 * @param session the sign-in session ({@code sid}); empty for a system's own token
 * @param client the client that the token was issued to
 */
public record Caller(
        Person person, Optional<StateCode> state, Set<Role> roles, Optional<String> session, String client) {

    /** Copies the roles. */
    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller has at least one of the roles. */
    public boolean hasAny(Role... wanted) {
        for (Role role : wanted) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the caller sits at its state's licensing desk: its officers, its approvers and its own systems. */
    public boolean isLicensingDesk() {
        return state.isPresent() && hasAny(Role.LICENSING_OFFICER, Role.LICENSING_APPROVER, Role.SYSTEM);
    }

    /** Whether the caller may be the second pair of eyes; a state's system never is, whatever roles it was given. */
    public boolean isApprover() {
        return state.isPresent() && hasAny(Role.LICENSING_APPROVER) && !hasAny(Role.SYSTEM);
    }

    /** Whether the caller acts for this state. */
    public boolean isOf(StateCode other) {
        return state.filter(other::equals).isPresent();
    }

    /**
     * The caller's state, where only a state's people get.
     *
     * @throws IllegalStateException if the caller belongs to none
     */
    public StateCode ownState() {
        return state.orElseThrow(() -> new IllegalStateException("the caller belongs to no state"));
    }
}
