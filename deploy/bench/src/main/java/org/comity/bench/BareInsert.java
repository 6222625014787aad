package org.comity.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rows of one request, inserted with nothing around them: plain JDBC, one batch for each table, one commit.
 * Identifiers, names that must be unique and instants are new each time, so that indexes grow as they do through the
 * API; everything else is the same.
 */
final class BareInsert implements Work, AutoCloseable {

    private static final Pattern IDENTIFIER =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final int NAME_DIGITS = 6;
    private static final AtomicLong NAMES = new AtomicLong();

    private final Connection connection;
    private final Clock clock;
    private final List<Insert> inserts = new ArrayList<>();

    /** What becomes of a value in a copy. */
    private enum Fate {
        KEPT,
        IDENTIFIERS_REPLACED,
        NAME_REPLACED,
        NOW
    }

    private record Cell(String value, Fate fate) {}

    /** Statement and rows of one table. */
    private record Insert(PreparedStatement statement, List<List<Cell>> rows) {}

    /**
     * @param connection used by this one alone, and closed with it; must leave the type of a text to the server
     * @param rows what is inserted
     */
    BareInsert(Connection connection, PostedRows rows, Clock clock) throws SQLException {
        this.connection = connection;
        this.clock = clock;
        connection.setAutoCommit(false);
        for (PostedRows.TableRows table : rows.tables()) {
            inserts.add(new Insert(
                    connection.prepareStatement(statement(table)),
                    table.rows().stream().map(row -> cells(table, row)).toList()));
        }
    }

    private static String statement(PostedRows.TableRows table) {
        String columns = table.columns().stream()
                .map(column -> '"' + column.name() + '"')
                .collect(Collectors.joining(", "));
        String places = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        return "insert into " + table.table() + " (" + columns + ") values (" + places + ")";
    }

    private static List<Cell> cells(PostedRows.TableRows table, List<String> row) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(new Cell(row.get(i), fate(table.columns().get(i), row.get(i))));
        }
        return cells;
    }

    private static Fate fate(PostedRows.Column column, String value) {
        if (value == null) {
            return Fate.KEPT;
        }
        if (column.type().equals("timestamp with time zone")) {
            return Fate.NOW;
        }
        if (column.isName()) {
            return Fate.NAME_REPLACED;
        }
        return IDENTIFIER.matcher(value).find() ? Fate.IDENTIFIERS_REPLACED : Fate.KEPT;
    }

    @Override
    public void once() throws SQLException {
        Map<String, String> renamed = new HashMap<>();
        String now = clock.instant().toString();
        try {
            for (Insert insert : inserts) {
                for (List<Cell> row : insert.rows()) {
                    for (int i = 0; i < row.size(); i++) {
                        insert.statement().setString(i + 1, fresh(row.get(i), renamed, now));
                    }
                    insert.statement().addBatch();
                }
                insert.statement().executeBatch();
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        }
    }

    /** The value that stands in the copy: the same old one gets the same new one wherever it stands. */
    private static String fresh(Cell cell, Map<String, String> renamed, String now) {
        return switch (cell.fate()) {
            case KEPT -> cell.value();
            case NOW -> now;
            case NAME_REPLACED -> renamed.computeIfAbsent(cell.value(), BareInsert::otherName);
            case IDENTIFIERS_REPLACED ->
                IDENTIFIER
                        .matcher(cell.value())
                        .replaceAll(found -> renamed.computeIfAbsent(
                                found.group(), old -> UUID.randomUUID().toString()));
        };
    }

    /** As long as the old name, if that has six letters. Ends in lower case, as no name that the service makes does. */
    static String otherName(String old) {
        String number =
                Long.toString(NAMES.getAndIncrement(), Character.MAX_RADIX).toLowerCase(Locale.ROOT);
        String end = "z" + "0".repeat(Math.max(0, NAME_DIGITS - 1 - number.length())) + number;
        return old.substring(0, Math.max(0, old.length() - end.length())) + end;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
