package org.comity.kernel.caller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallerTest {

    private static Caller caller(Role... roles) {
        return new Caller(
                new Person("1", "someone"),
                Optional.of(new StateCode("NL")),
                Set.of(roles),
                Optional.of("s"),
                "client");
    }

    private static Caller ofNoState(Role role) {
        return new Caller(new Person("1", "someone"), Optional.empty(), Set.of(role), Optional.of("s"), "client");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void a_licensing_desk_has_officers_approvers_and_the_states_own_systems(Role role) {
        boolean expected = role == Role.LICENSING_OFFICER || role == Role.LICENSING_APPROVER || role == Role.SYSTEM;
        assertEquals(expected, caller(role).isLicensingDesk());
        assertFalse(ofNoState(role).isLicensingDesk());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void an_approver_alone_is_the_second_pair_of_eyes(Role role) {
        assertEquals(role == Role.LICENSING_APPROVER, caller(role).isApprover());
        assertFalse(ofNoState(role).isApprover());
    }

    @Test
    void R11_R120_a_system_never_is_whatever_roles_it_was_given() {
        assertTrue(caller(Role.LICENSING_OFFICER, Role.LICENSING_APPROVER).isApprover());
        assertFalse(caller(Role.SYSTEM, Role.LICENSING_APPROVER).isApprover());
    }
}
