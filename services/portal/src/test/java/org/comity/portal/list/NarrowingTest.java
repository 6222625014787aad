package org.comity.portal.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.portal.page.Countries;
import org.junit.jupiter.api.Test;

class NarrowingTest {

    private static Narrowing sent(Map<String, List<String>> address) {
        List<Filter> filters =
                List.of(country("state"), Filter.suggested("item", "Item", List.of()), country("destination"));
        return Narrowing.of("/consultations", filters, address).leading("view", "sent");
    }

    private static Filter country(String name) {
        return new Filter(name, Filter.Kind.CHOICE, name, "", "", List.of(), Countries::chosen, code -> code);
    }

    @Test
    void what_is_no_country_is_dropped() {
        Narrowing list =
                sent(Map.of("state", List.of("Estonia"), "item", List.of(" 5A001 "), "destination", List.of("kz")));

        assertEquals("view=sent&item=5A001", list.query());
        assertTrue(list.isActive());
        assertFalse(sent(Map.of("item", List.of(" "))).isActive());
    }

    @Test
    void the_address_keeps_the_list_the_filters_and_the_way_here() {
        Narrowing list =
                sent(Map.of("state", List.of("EE"), "item", List.of("5A001 & more"), "destination", List.of("XK")));

        assertEquals(
                "/consultations?view=sent&state=EE&item=5A001+%26+more&destination=XK&cursor=c",
                list.next("c").href());
        assertEquals(
                "/consultations?view=sent&state=EE&destination=XK",
                list.without("item").href());
        assertEquals(
                "/consultations?view=closed&state=EE&item=5A001+%26+more&destination=XK",
                list.next("c").begun().leading("view", "closed").href());
    }

    @Test
    void the_way_back_is_the_way_one_came() {
        Narrowing first = sent(Map.of());
        Narrowing second = first.next("b c");
        Narrowing third = second.next("d");

        assertEquals(Optional.empty(), first.previous());
        assertEquals("/consultations?view=sent", second.previous().orElseThrow().href());
        assertEquals("/consultations?view=sent&cursor=d&trail=b+c", third.href());
        assertEquals(second.href(), third.previous().orElseThrow().href());
    }

    @Test
    void an_address_that_says_first_is_still_understood() {
        Narrowing second = sent(Map.of("cursor", List.of("b"), "trail", List.of("first")));

        assertEquals("/consultations?view=sent", second.previous().orElseThrow().href());
        assertEquals("/consultations?view=sent&cursor=b&trail=first", second.href());
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
}
