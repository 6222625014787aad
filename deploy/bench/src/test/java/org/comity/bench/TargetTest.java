package org.comity.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void a_quarter_of_the_bare_rate_is_enough() {
        assertTrue(Target.POST_RATE.isMet(0.25));
        assertFalse(Target.POST_RATE.isMet(0.249));
    }

    @Test
    void a_latency_at_its_target_misses_it() {
        assertTrue(Target.FIRST_PAGE.isMet(49.9));
        assertFalse(Target.FIRST_PAGE.isMet(50));
    }

    @Test
    void figures_and_aims_have_their_unit() {
        assertEquals("below 100 ms", Target.POST_LATENCY.aim());
        assertEquals("12.3 ms", Target.POST_LATENCY.figure(12.34));
        assertEquals("at least 0.25", Target.POST_RATE.aim());
        assertEquals("0.260", Target.POST_RATE.figure(0.26));
    }
}
