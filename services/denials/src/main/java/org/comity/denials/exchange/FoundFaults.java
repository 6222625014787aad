package org.comity.denials.exchange;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a check has found so far, each fault once. */
final class FoundFaults {

    private final SortedMap<Integer, Map<Column, Set<Fault>>> byRow = new TreeMap<>();

    void add(FileRow row, Column column, String detail) {
        byRow.computeIfAbsent(row.number(), number -> new EnumMap<>(Column.class))
                .computeIfAbsent(column, first -> new LinkedHashSet<>())
                .add(new Fault(row.number(), column, detail));
    }

    boolean isIn(FileRow row) {
        return byRow.containsKey(row.number());
    }

    boolean isIn(FileRow row, Column column) {
        return byRow.getOrDefault(row.number(), Map.of()).containsKey(column);
    }

    /** All of them, row by row, and in a row as its columns stand. */
    List<Fault> all() {
        return byRow.values().stream()
                .flatMap(row -> row.values().stream())
                .flatMap(Collection::stream)
                .toList();
    }
}
