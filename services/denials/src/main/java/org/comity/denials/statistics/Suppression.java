package org.comity.denials.statistics;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Keeps small counts out of a public table: cells under three, and as many of the next smallest as it takes for none
 * to follow from the sum and the other cells.
 *
 * <p>What is suppressed always has two different counts, and of cells with the same count all are or none is. So the
 * suppressed counts could be exchanged with one another, and even a reader who knows this rule cannot tell which is
 * whose. Where there is no other count to take, none of the cells is published, not even as suppressed: the sum would
 * tell each of them.
 *
 * <p>Source: docs/rules.md R-206 (domain 4.10 (7): cells under 3 and complements).
 */
final class Suppression {

    /** The smallest count that is shown. */
    static final long SMALLEST = 3;

    private static final int DIFFERENT_COUNTS = 2;

    private Suppression() {}

    /**
     * What may be shown of cells whose sum the reader may know.
     *
     * @param cells counts above zero
     * @return each cell, empty where it is suppressed; none where they could be told from their sum
     */
    static Map<String, OptionalLong> of(Map<String, Long> cells) {
        TreeSet<Long> suppressed = new TreeSet<>();
        for (long count : new TreeSet<>(cells.values())) {
            if (count < SMALLEST || !suppressed.isEmpty() && suppressed.size() < DIFFERENT_COUNTS) {
                suppressed.add(count);
            }
        }
        Map<String, OptionalLong> shown = new TreeMap<>();
        if (suppressed.size() == 1) {
            return shown;
        }
        cells.forEach((key, count) ->
                shown.put(key, suppressed.contains(count) ? OptionalLong.empty() : OptionalLong.of(count)));
        return shown;
    }
}
