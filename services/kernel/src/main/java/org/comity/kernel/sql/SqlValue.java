package org.comity.kernel.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.comity.kernel.caller.StateCode;
import org.jspecify.annotations.Nullable;

/** How values are written. */
final class SqlValue {

    private SqlValue() {}

    static void set(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(place, Types.NULL);
            case Json json -> statement.setObject(place, json.text(), Types.OTHER);
            case Collection<?> several -> array(statement, place, plain(several));
            case Object[] several -> array(statement, place, several);
            default -> statement.setObject(place, plain(value));
        }
    }

    private static void array(PreparedStatement statement, int place, Object[] elements) throws SQLException {
        String type = elements instanceof UUID[] ? "uuid" : elements instanceof Integer[] ? "integer" : "text";
        statement.setArray(place, statement.getConnection().createArrayOf(type, elements));
    }

    /** An array of the type of the first element; of texts where there is none. */
    private static Object[] plain(Collection<?> several) {
        Object[] elements = several.stream().map(SqlValue::plain).toArray();
        Object first = elements.length == 0 ? "" : elements[0];
        if (first instanceof UUID) {
            return several.toArray(UUID[]::new);
        }
        return first instanceof Integer ? several.toArray(Integer[]::new) : elements;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case StateCode state -> state.value();
            case Enum<?> code -> code.name();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            default -> value;
        };
    }
}
