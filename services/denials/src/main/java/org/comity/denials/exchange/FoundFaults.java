package org.comity.denials.exchange;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a check has found so far, each fault once. */
final class FoundFaults {

    private final Set<Fault> faults = new LinkedHashSet<>();
    private final Map<Integer, Set<String>> columnsOfRow = new HashMap<>();

    void add(FileRow row, Column column, String detail) {
        Fault fault = new Fault(row.number(), column, detail);
        faults.add(fault);
        columnsOfRow.computeIfAbsent(row.number(), number -> new HashSet<>()).add(fault.column());
    }

    boolean isIn(FileRow row) {
        return columnsOfRow.containsKey(row.number());
    }

    boolean isIn(FileRow row, Column column) {
        return columnsOfRow.getOrDefault(row.number(), Set.of()).contains(column.header());
    }

    List<Fault> byRow() {
        return faults.stream().sorted(Comparator.comparingInt(Fault::row)).toList();
    }
}
