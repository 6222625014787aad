package org.comity.registry.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateLifeTest {

    private static final LocalDate DAY = LocalDate.of(2023, 3, 30);
    private static final StateLife.Subscription SINCE =
            new StateLife.Subscription(DAY, Optional.of("Secretariat, file 7"));
    private static final StateLife INTERESTED = new StateLife.Interested();
    private static final StateLife SUBSCRIBED = new StateLife.Subscribed(SINCE);
    private static final StateLife SUSPENDED = new StateLife.AccessSuspended(SINCE, "A breach");
    private static final StateLife WITHDRAWN =
            new StateLife.Withdrawn(Optional.of(SINCE), DAY.plusYears(1), "Its will");

    @Test
    void an_interested_state_subscribes() {
        assertEquals(new Step.To(SUBSCRIBED), INTERESTED.subscribe(SINCE));
    }

    @Test
    void nobody_subscribes_twice() {
        assertEquals(new Step.Refused(StateProblem.ALREADY_SUBSCRIBED), SUBSCRIBED.subscribe(SINCE));
        assertEquals(new Step.Refused(StateProblem.ALREADY_SUBSCRIBED), SUSPENDED.subscribe(SINCE));
        assertEquals(new Step.Refused(StateProblem.HAS_WITHDRAWN), WITHDRAWN.subscribe(SINCE));
    }

    @Test
    void the_access_of_a_subscribing_state_is_suspended() {
        assertEquals(new Step.To(SUSPENDED), SUBSCRIBED.suspend("A breach"));
    }

    @Test
    void no_other_access_is_suspended() {
        assertEquals(new Step.Refused(StateProblem.NOT_SUBSCRIBED), INTERESTED.suspend("A breach"));
        assertEquals(new Step.Refused(StateProblem.ALREADY_SUSPENDED), SUSPENDED.suspend("Another breach"));
        assertEquals(new Step.Refused(StateProblem.HAS_WITHDRAWN), WITHDRAWN.suspend("A breach"));
    }

    @Test
    void a_suspended_state_is_reinstated_with_the_subscription_that_it_had() {
        assertEquals(new Step.To(SUBSCRIBED), SUSPENDED.reinstate());
    }

    @Test
    void no_other_state_is_reinstated() {
        assertEquals(new Step.Refused(StateProblem.NOT_SUSPENDED), INTERESTED.reinstate());
        assertEquals(new Step.Refused(StateProblem.NOT_SUSPENDED), SUBSCRIBED.reinstate());
        assertEquals(new Step.Refused(StateProblem.HAS_WITHDRAWN), WITHDRAWN.reinstate());
    }

    @Test
    void a_state_withdraws_from_wherever_it_stands() {
        assertEquals(
                new Step.To(new StateLife.Withdrawn(Optional.empty(), DAY, "Its will")),
                INTERESTED.withdraw(DAY, "Its will"));
        assertEquals(new Step.To(WITHDRAWN), SUBSCRIBED.withdraw(DAY.plusYears(1), "Its will"));
        assertEquals(new Step.To(WITHDRAWN), SUSPENDED.withdraw(DAY.plusYears(1), "Its will"));
    }

    @Test
    void a_state_that_has_withdrawn_stays_so() {
        assertEquals(new Step.Refused(StateProblem.HAS_WITHDRAWN), WITHDRAWN.withdraw(DAY, "Again"));
    }

    @Test
    void a_suspended_and_a_withdrawn_state_are_shut_out() {
        assertFalse(INTERESTED.status().endsAccess());
        assertFalse(SUBSCRIBED.status().endsAccess());
        assertTrue(SUSPENDED.status().endsAccess());
        assertTrue(WITHDRAWN.status().endsAccess());
    }
}
