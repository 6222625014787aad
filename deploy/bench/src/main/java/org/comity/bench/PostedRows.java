package org.comity.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows that one request leaves in a database, found by comparing all tables before and after, so that nothing need
 * be kept in step with the service by hand.
 *
 * @param tables tables with new rows, each after those that it refers to
 */
record PostedRows(List<TableRows> tables) {

    private static final String TABLES = "select c.oid::regclass::text, c.oid from pg_class c"
            + " where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1";
    private static final String COLUMNS = "select a.attname, format_type(a.atttypid, a.atttypmod) as type,"
            // names within a unique index that no identifier makes unique, such as (originator_state, ref)
            + " exists (select 1 from pg_index i where i.indrelid = a.attrelid and i.indisunique"
            + "   and i.indkey[i.indnkeyatts - 1] = a.attnum"
            + "   and not exists (select 1 from pg_attribute u where u.attrelid = i.indrelid"
            + "     and u.attnum = any (i.indkey) and u.atttypid = 'uuid'::regtype)) as names"
            + " from pg_attribute a where a.attrelid = ?::oid and a.attnum > 0 and not a.attisdropped"
            + " and a.attgenerated = '' and a.attidentity <> 'a' order by a.attnum";
    private static final String REFERENCES = "select distinct conrelid::regclass::text, confrelid::regclass::text"
            + " from pg_constraint where contype = 'f' and conrelid <> confrelid";

    /**
     * A column.
     *
     * @param type as PostgreSQL writes it
     * @param isName whether a unique index holds it, so that a copy of the row needs another value
     */
    record Column(String name, String type, boolean isName) {}

    /** New rows of one table: for each, the text of its values; null where there is none. */
    record TableRows(String table, List<Column> columns, List<List<String>> rows) {}

    PostedRows {
        tables = List.copyOf(tables);
    }

    /** The rows that this request leaves. Nobody else may write meanwhile. */
    static PostedRows of(Connection superuser, Work request) throws Exception {
        Map<String, Long> tables = tables(superuser);
        Map<String, Set<String>> before = new HashMap<>();
        for (String table : tables.keySet()) {
            before.put(table, places(superuser, table));
        }
        request.once();
        Map<String, TableRows> found = new LinkedHashMap<>();
        for (Map.Entry<String, Long> table : tables.entrySet()) {
            TableRows rows =
                    added(superuser, table.getKey(), columns(superuser, table.getValue()), before.get(table.getKey()));
            if (!rows.rows().isEmpty()) {
                found.put(table.getKey(), rows);
            }
        }
        return new PostedRows(inOrderOfReference(found, references(superuser)));
    }

    private static Map<String, Long> tables(Connection superuser) throws SQLException {
        Map<String, Long> tables = new LinkedHashMap<>();
        try (PreparedStatement query = superuser.prepareStatement(TABLES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                tables.put(row.getString(1), row.getLong(2));
            }
        }
        return tables;
    }

    private static List<Column> columns(Connection superuser, long table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement query = superuser.prepareStatement(COLUMNS)) {
            query.setLong(1, table);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    boolean isText = row.getString(2).equals("text");
                    columns.add(new Column(row.getString(1), row.getString(2), isText && row.getBoolean(3)));
                }
            }
        }
        return columns;
    }

    /** Where rows lie and which transaction wrote them, which together tell a new row from an old one. */
    private static Set<String> places(Connection superuser, String table) throws SQLException {
        Set<String> places = new HashSet<>();
        try (PreparedStatement query = superuser.prepareStatement("select " + place() + " from " + table);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                places.add(row.getString(1));
            }
        }
        return places;
    }

    private static String place() {
        return "ctid::text || ' ' || xmin::text";
    }

    private static TableRows added(Connection superuser, String table, List<Column> columns, Set<String> before)
            throws SQLException {
        String values = columns.stream()
                .map(column -> "\"" + column.name() + "\"::text")
                .collect(Collectors.joining(", "));
        List<List<String>> rows = new ArrayList<>();
        try (PreparedStatement query =
                        superuser.prepareStatement("select " + place() + ", " + values + " from " + table);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                if (!before.contains(row.getString(1))) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 0; i < columns.size(); i++) {
                        cells.add(row.getString(i + 2));
                    }
                    rows.add(cells);
                }
            }
        }
        return new TableRows(table, columns, rows);
    }

    private static Map<String, Set<String>> references(Connection superuser) throws SQLException {
        Map<String, Set<String>> references = new HashMap<>();
        try (PreparedStatement query = superuser.prepareStatement(REFERENCES);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                references
                        .computeIfAbsent(row.getString(1), table -> new HashSet<>())
                        .add(row.getString(2));
            }
        }
        return references;
    }

    /** A table that is referred to comes before those that refer to it. */
    static List<TableRows> inOrderOfReference(Map<String, TableRows> found, Map<String, Set<String>> references) {
        List<TableRows> ordered = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(found.keySet());
        while (!left.isEmpty()) {
            String next = left.stream()
                    .filter(table ->
                            references.getOrDefault(table, Set.of()).stream().noneMatch(left::contains))
                    .findFirst()
                    .orElseThrow(() -> new BenchException("The tables " + left + " refer to one another in a circle."));
            left.remove(next);
            ordered.add(found.get(next));
        }
        return ordered;
    }

    int count() {
        return tables.stream().mapToInt(table -> table.rows().size()).sum();
    }

    /** Tables and how many rows of each. */
    Map<String, Integer> rowsByTable() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        tables.forEach(table -> counts.put(table.table(), table.rows().size()));
        return counts;
    }
}
