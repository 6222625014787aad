package org.comity.denials.exchange;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a check has found so far, each fault once. It keeps the words of the first thousand, and of the others where they
 * are and how many.
 */
final class FoundFaults {

    /** The most faults that are kept with their words. */
    static final int MOST = 1_000;

    private final SortedMap<Integer, Map<Column, Set<Fault>>> told = new TreeMap<>();
    private final SortedMap<Integer, Set<Fault>> ofUnread = new TreeMap<>();
    private final Map<Integer, Set<Column>> places = new HashMap<>();
    private int kept;
    private int count;

    void add(FileRow row, Column column, String detail) {
        places.computeIfAbsent(row.number(), number -> EnumSet.noneOf(Column.class))
                .add(column);
        Set<Fault> ofTheCell = told.getOrDefault(row.number(), Map.of()).getOrDefault(column, Set.of());
        if (!ofTheCell.isEmpty() && ofTheCell.contains(new Fault(row.number(), column, detail))) {
            return;
        }
        count++;
        if (kept < MOST) {
            kept++;
            told.computeIfAbsent(row.number(), number -> new EnumMap<>(Column.class))
                    .computeIfAbsent(column, first -> new LinkedHashSet<>())
                    .add(new Fault(row.number(), column, detail));
        }
    }

    /** A fault of a column that no import reads. */
    void add(ReadFile.Unread unread, String detail) {
        count++;
        kept++;
        ofUnread.computeIfAbsent(unread.row(), number -> new LinkedHashSet<>())
                .add(new Fault(unread.row(), unread.column().header(), detail));
    }

    boolean isIn(FileRow row) {
        return places.containsKey(row.number());
    }

    boolean isIn(FileRow row, Column column) {
        return places.getOrDefault(row.number(), Set.of()).contains(column);
    }

    /** How many there are, with those whose words were not kept. */
    int count() {
        return count;
    }

    /** Those that were kept, row by row, and in a row as its columns stand. */
    List<Fault> all() {
        SortedMap<Integer, Set<Fault>> byRow = new TreeMap<>();
        told.forEach((row, columns) -> columns.values()
                .forEach(faults -> byRow.computeIfAbsent(row, number -> new LinkedHashSet<>())
                        .addAll(faults)));
        ofUnread.forEach((row, faults) ->
                byRow.computeIfAbsent(row, number -> new LinkedHashSet<>()).addAll(faults));
        return byRow.values().stream().flatMap(Set::stream).toList();
    }
}
