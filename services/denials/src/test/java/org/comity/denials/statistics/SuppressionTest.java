package org.comity.denials.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SuppressionTest {

    private static Map<String, Long> shown(Map<String, Long> cells) {
        Map<String, Long> shown = new TreeMap<>();
        Suppression.of(cells).forEach((key, count) -> count.ifPresent(value -> shown.put(key, value)));
        return shown;
    }

    @Test
    void R206_three_are_shown_and_two_are_not() {
        assertEquals(Map.of("KZ", 3L, "RU", 4L), shown(Map.of("KZ", 3L, "RU", 4L)));
        assertEquals(Map.of("RU", 4L), shown(Map.of("KZ", 2L, "TR", 1L, "RU", 4L)));
        assertEquals(Map.of("RU", 4L, "TR", 3L), shown(Map.of("KZ", 1L, "AM", 2L, "TR", 3L, "RU", 4L)));
    }

    @Test
    void R206_a_cell_that_alone_is_small_takes_the_next_smallest_with_it() {
        assertEquals(Map.of("RU", 9L), shown(Map.of("KZ", 2L, "TR", 5L, "RU", 9L)));
        assertEquals(Map.of(), shown(Map.of("KZ", 2L)));
    }

    @Test
    void R206_cells_of_the_same_count_take_the_next_smallest_too_since_their_sum_tells_them() {
        assertEquals(Map.of("RU", 9L), shown(Map.of("KZ", 1L, "AM", 1L, "TR", 5L, "RU", 9L)));
        assertEquals(Map.of("TR", 5L, "RU", 9L), shown(Map.of("KZ", 1L, "AM", 2L, "TR", 5L, "RU", 9L)));
    }

    @Test
    void R206_where_there_is_no_other_count_no_cell_is_published_since_the_sum_would_tell_each() {
        assertEquals(Map.of(), Suppression.of(Map.of("KZ", 1L, "CN", 1L, "RU", 1L)));
        assertEquals(Map.of(), Suppression.of(Map.of("KZ", 2L)));
        assertEquals(2, Suppression.of(Map.of("KZ", 1L, "CN", 2L)).size());
    }

    @Test
    void R206_of_cells_with_the_same_count_all_are_suppressed_or_none() {
        assertEquals(Map.of("RU", 9L), shown(Map.of("KZ", 2L, "TR", 3L, "AM", 3L, "RU", 9L)));
    }

    @Test
    void R206_no_suppressed_cell_follows_from_the_sum_and_the_rules() {
        Random random = new Random(206);
        for (int round = 0; round < 300; round++) {
            Map<String, Long> cells = new TreeMap<>();
            int size = 2 + random.nextInt(4);
            for (int i = 0; i < size; i++) {
                cells.put("S" + i, 1L + random.nextInt(6));
            }
            Map<String, OptionalLong> published = Suppression.of(cells);
            List<String> hidden = published.entrySet().stream()
                    .filter(cell -> cell.getValue().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            if (hidden.isEmpty()) {
                continue;
            }
            List<Map<String, Long>> possible = consistent(published, hidden, cells);
            for (String key : hidden) {
                assertTrue(
                        possible.stream().map(one -> one.get(key)).distinct().count() > 1,
                        () -> key + " of " + cells + " follows from " + published);
            }
        }
    }

    /** Every table of the same sum that would have been published alike: what a reader who knows the rules can find. */
    private static List<Map<String, Long>> consistent(
            Map<String, OptionalLong> published, List<String> hidden, Map<String, Long> cells) {
        long sum = hidden.stream().mapToLong(cells::get).sum();
        List<Map<String, Long>> found = new ArrayList<>();
        fill(published, hidden, 0, sum, new TreeMap<>(known(published)), found);
        return found;
    }

    private static Map<String, Long> known(Map<String, OptionalLong> published) {
        return published.entrySet().stream()
                .filter(cell -> cell.getValue().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, cell -> cell.getValue().getAsLong()));
    }

    private static void fill(
            Map<String, OptionalLong> published,
            List<String> hidden,
            int place,
            long left,
            Map<String, Long> cells,
            List<Map<String, Long>> found) {
        if (place == hidden.size()) {
            if (left == 0 && Suppression.of(cells).equals(published)) {
                found.add(new TreeMap<>(cells));
            }
            return;
        }
        for (long value = 1; value <= left; value++) {
            cells.put(hidden.get(place), value);
            fill(published, hidden, place + 1, left - value, cells, found);
        }
        cells.remove(hidden.get(place));
    }
}
