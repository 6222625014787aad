package org.comity.portal.denial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.comity.portal.api.Codes;
import org.junit.jupiter.api.Test;

class DenialFilterTest {

    @Test
    void what_is_no_status_and_no_country_is_dropped() {
        DenialFilter filter = DenialFilter.of("INVENTED", "  5A001 ", "Kazakhstan", "nl");

        assertEquals(new DenialFilter("", "5A001", "", ""), filter);
        assertTrue(filter.isActive());
        assertFalse(DenialFilter.of("", " ", "", "").isActive());
    }

    @Test
    void in_force_stands_for_every_status_in_force() {
        List<Codes.DenialStatus> statuses =
                DenialFilter.of("IN_FORCE", "", "", "").statuses();

        assertTrue(statuses.contains(Codes.DenialStatus.REVIEW_OVERDUE));
        assertFalse(statuses.contains(Codes.DenialStatus.DRAFT));
        assertFalse(statuses.contains(Codes.DenialStatus.REVOKED));
    }

    @Test
    void what_waits_for_an_approver_is_asked_for_whatever_its_status() {
        DenialFilter waiting = DenialFilter.of("WAITING", "", "", "");

        assertEquals(List.of(), waiting.statuses());
        assertEquals(Boolean.TRUE, waiting.waiting());
        assertEquals(null, DenialFilter.of("IN_FORCE", "", "", "").waiting());
        assertEquals(2, DenialFilter.of("UNDER_REVIEW", "", "", "").statuses().size());
    }

    @Test
    void the_address_keeps_the_filters_and_the_way_here() {
        DenialFilter filter = DenialFilter.of("DRAFT", "5A001.f.2 & more", "XK", "");

        assertEquals(
                "/denials?status=DRAFT&item=5A001.f.2+%26+more&destination=XK&cursor=c2&trail=first&trail=c1",
                filter.href("c2", List.of("first", "c1")));
    }

    @Test
    void taking_one_filter_off_keeps_the_others_and_begins_anew() {
        DenialFilter filter = DenialFilter.of("DRAFT", "5A001", "XK", "NL");

        assertEquals(
                "/denials?status=DRAFT&destination=XK&originator=NL",
                filter.without("item").href("", List.of()));
    }

    @Test
    void the_address_keeps_the_columns_and_the_usual_ones_need_no_saying() {
        DenialFilter filter = DenialFilter.of("DRAFT", "", "", "").showing(List.of("REVIEW", "INVENTED", "STATUS"));

        assertEquals(List.of(Column.STATUS, Column.REVIEW), filter.shown());
        assertEquals("/denials?status=DRAFT&columns=STATUS&columns=REVIEW", filter.href("", List.of()));
        assertEquals(
                "/denials?columns=STATUS&columns=REVIEW",
                filter.without("status").href("", List.of()));
        assertEquals("/denials?columns=STATUS&columns=REVIEW", filter.cleared());
        assertEquals("/denials?status=DRAFT", filter.usual());
        assertEquals(
                "/denials",
                DenialFilter.of("", "", "", "")
                        .showing(Column.USUAL.stream().map(Enum::name).toList())
                        .href("", List.of()));
        assertFalse(filter.without("status").isActive());
    }
}
