package org.comity.portal.consultation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ConsultationFilterTest {

    @Test
    void what_is_no_country_is_dropped() {
        ConsultationFilter filter = ConsultationFilter.of("Estonia", " 5A001 ", "kz");

        assertEquals("&item=5A001", filter.query());
        assertTrue(filter.isActive());
        assertFalse(ConsultationFilter.of("", " ", "").isActive());
    }

    @Test
    void the_address_keeps_the_list_the_filters_and_the_way_here() {
        ConsultationFilter filter = ConsultationFilter.of("EE", "5A001 & more", "XK");

        assertEquals(
                "/consultations?view=sent&state=EE&item=5A001+%26+more&destination=XK&cursor=c&trail=first",
                ListView.SENT.href(filter, "c", Trail.NONE.after("")));
        assertEquals(
                "/consultations?view=sent&state=EE&destination=XK",
                ListView.SENT.href(filter.without("item"), "", Trail.NONE));
    }
}
