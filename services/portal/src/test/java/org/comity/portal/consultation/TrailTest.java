package org.comity.portal.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TrailTest {

    @Test
    void the_way_back_is_the_way_one_came() {
        Trail second = Trail.NONE.after("");
        Trail third = second.after("b c");

        assertEquals("", second.last());
        assertEquals("b c", third.last());
        assertEquals(second, third.before());
        assertEquals(
                "/consultations?view=sent",
                ListView.SENT.href(ConsultationFilter.NONE, second.last(), second.before()));
        assertEquals(
                "/consultations?view=sent&cursor=d&trail=first&trail=b+c",
                ListView.SENT.href(ConsultationFilter.NONE, "d", third));
    }

    @Test
    void an_address_holds_only_so_much_of_a_long_way() {
        Trail trail = Trail.NONE;
        for (int page = 0; page < 20; page++) {
            trail = trail.after("c" + page);
        }

        assertEquals(8, trail.cursors().size());
        assertEquals("c19", trail.last());
    }

    @Test
    void a_list_that_there_is_not_is_the_first() {
        assertEquals(ListView.ANSWER, ListView.of("nothing"));
        assertEquals(ListView.NOTICES, ListView.of("notices"));
    }
}
