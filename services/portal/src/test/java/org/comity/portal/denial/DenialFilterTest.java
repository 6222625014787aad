package org.comity.portal.denial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.comity.portal.api.Codes;
import org.comity.portal.list.Filter;
import org.comity.portal.list.Narrowing;
import org.comity.portal.list.TableColumn;
import org.comity.portal.page.Choice;
import org.comity.portal.page.Value;
import org.junit.jupiter.api.Test;

class DenialFilterTest {

    private static final List<Filter> FILTERS = List.of(
            Filter.choice(
                    "status",
                    "Status",
                    "Any",
                    List.of(
                            Choice.of("IN_FORCE", "In force"),
                            Choice.of("UNDER_REVIEW", "Under review"),
                            Choice.of("WAITING", "Waiting"),
                            Choice.of("DRAFT", "Draft"))),
            Filter.suggested("item", "Item", List.of()),
            new Filter(
                    "destination",
                    Filter.Kind.CHOICE,
                    "Destination",
                    "",
                    "Any",
                    List.of(),
                    org.comity.portal.page.Countries::chosen,
                    code -> code),
            new Filter(
                    "originator",
                    Filter.Kind.CHOICE,
                    "Originator",
                    "",
                    "Any",
                    List.of(),
                    org.comity.portal.page.Countries::chosen,
                    code -> code));
    private static final List<TableColumn<String>> COLUMNS = List.of(
            TableColumn.named("STATUS", "Status", Value::of),
            TableColumn.named("DESTINATION", "Destination", Value::of),
            TableColumn.named("REVIEW", "Review", Value::of));
    private static final List<String> USUAL = List.of("STATUS", "DESTINATION");

    private static Narrowing of(Map<String, List<String>> address) {
        return Narrowing.of("/denials", FILTERS, address).choosing(COLUMNS, USUAL, address);
    }

    private static Narrowing of(String status, String item, String destination, String originator) {
        return of(Map.of(
                "status",
                List.of(status),
                "item",
                List.of(item),
                "destination",
                List.of(destination),
                "originator",
                List.of(originator)));
    }

    @Test
    void what_is_no_status_and_no_country_is_dropped() {
        Narrowing filter = of("INVENTED", "  5A001 ", "Kazakhstan", "nl");

        assertEquals(Map.of("item", "5A001"), filter.said());
        assertTrue(filter.isActive());
        assertFalse(of("", " ", "", "").isActive());
    }

    @Test
    void in_force_stands_for_every_status_in_force() {
        List<Codes.DenialStatus> statuses = DenialFilter.statuses(of("IN_FORCE", "", "", ""));

        assertTrue(statuses.contains(Codes.DenialStatus.REVIEW_OVERDUE));
        assertFalse(statuses.contains(Codes.DenialStatus.DRAFT));
        assertFalse(statuses.contains(Codes.DenialStatus.REVOKED));
    }

    @Test
    void what_waits_for_an_approver_is_asked_for_whatever_its_status() {
        Narrowing waiting = of("WAITING", "", "", "");

        assertEquals(List.of(), DenialFilter.statuses(waiting));
        assertEquals(Boolean.TRUE, DenialFilter.waiting(waiting));
        assertEquals(null, DenialFilter.waiting(of("IN_FORCE", "", "", "")));
        assertEquals(2, DenialFilter.statuses(of("UNDER_REVIEW", "", "", "")).size());
    }

    @Test
    void the_address_keeps_the_filters_and_the_way_here() {
        Narrowing filter = of(Map.of(
                "status", List.of("DRAFT"),
                "item", List.of("5A001.f.2 & more"),
                "destination", List.of("XK"),
                "cursor", List.of("c2"),
                "trail", List.of("first", "c1")));

        assertEquals(
                "/denials?status=DRAFT&item=5A001.f.2+%26+more&destination=XK&cursor=c2&trail=first&trail=c1",
                filter.href());
    }

    @Test
    void taking_one_filter_off_keeps_the_others_and_begins_anew() {
        Narrowing filter = of("DRAFT", "5A001", "XK", "NL");

        assertEquals(
                "/denials?status=DRAFT&destination=XK&originator=NL",
                filter.without("item").href());
    }

    @Test
    void the_address_keeps_the_columns_and_the_usual_ones_need_no_saying() {
        Narrowing filter = of(Map.of("status", List.of("DRAFT"), "columns", List.of("REVIEW", "INVENTED", "STATUS")));

        assertEquals(
                List.of("STATUS", "REVIEW"),
                TableColumn.chosen(COLUMNS, filter.columns(), USUAL).stream()
                        .map(TableColumn::name)
                        .toList());
        assertEquals("/denials?status=DRAFT&columns=STATUS&columns=REVIEW", filter.href());
        assertEquals(
                "/denials?columns=STATUS&columns=REVIEW",
                filter.without("status").href());
        assertEquals("/denials?columns=STATUS&columns=REVIEW", filter.cleared().href());
        assertEquals("/denials?status=DRAFT", filter.usual().href());
        assertEquals("/denials", of(Map.of("columns", USUAL)).href());
        assertFalse(filter.without("status").isActive());
    }
}
