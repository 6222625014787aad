package org.comity.portal.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ListViewTest {

    @Test
    void a_list_that_there_is_not_is_the_first() {
        assertEquals(ListView.ANSWER, ListView.of("nothing"));
        assertEquals(ListView.NOTICES, ListView.of("notices"));
    }
}
