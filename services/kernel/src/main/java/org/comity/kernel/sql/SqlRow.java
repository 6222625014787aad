package org.comity.kernel.sql;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.Person;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.json.StoredJson;
import org.jspecify.annotations.Nullable;

/** How the row of a result is read as a record, or as the value of its first column. */
final class SqlRow<T> {

    private final ResultSet rows;
    private final Class<T> type;
    private final @Nullable Constructor<T> constructor;
    private final RecordComponent[] components;
    private final Map<String, Integer> columns = new HashMap<>();
    private final int first;

    private SqlRow(Class<T> type, ResultSet rows, int first) throws SQLException {
        this.type = type;
        this.first = first;
        this.rows = rows;
        boolean isRecord = type.isRecord() && type != StateCode.class;
        this.components = isRecord ? type.getRecordComponents() : new RecordComponent[0];
        this.constructor = isRecord ? constructor(type, components) : null;
        ResultSetMetaData described = rows.getMetaData();
        for (int i = 1; i <= described.getColumnCount(); i++) {
            columns.put(described.getColumnLabel(i), i);
        }
    }

    /** @param first the column of a value that is no record, from 1 */
    static <T> SqlRow<T> of(Class<T> type, ResultSet rows, int first) throws SQLException {
        return new SqlRow<>(type, rows, first);
    }

    private static <T> Constructor<T> constructor(Class<T> type, RecordComponent[] components) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has the constructor of its components", e);
        }
    }

    /** The row that the result stands at. */
    T read() throws SQLException {
        if (constructor == null) {
            return type.cast(java.util.Objects.requireNonNull(cell(first, type, type)));
        }
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String column = column(components[i].getName());
            values[i] = value(column, components[i].getType(), components[i].getGenericType());
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a row is no " + type.getSimpleName(), e);
        }
    }

    private static String column(String component) {
        return component.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private @Nullable Object value(String column, Class<?> wanted, Type generic) throws SQLException {
        if (wanted == Optional.class) {
            Type inner = ((ParameterizedType) generic).getActualTypeArguments()[0];
            return Optional.ofNullable(value(column, raw(inner), inner));
        }
        if (wanted == Person.class) {
            String id = rows.getString(place(column));
            String name = rows.getString(place(column + "_name"));
            return id == null ? null : new Person(id, name == null ? "" : name);
        }
        return cell(place(column), wanted, generic);
    }

    private int place(String column) {
        Integer place = columns.get(column);
        if (place == null) {
            throw new IllegalStateException(type.getSimpleName() + " has no column " + column + " among " + columns);
        }
        return place;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType several ? (Class<?>) several.getRawType() : (Class<?>) type;
    }

    private @Nullable Object cell(int place, Class<?> wanted, Type generic) throws SQLException {
        Object cell = rows.getObject(place);
        if (cell == null) {
            return null;
        }
        if (cell instanceof Array several) {
            Type element = ((ParameterizedType) generic).getActualTypeArguments()[0];
            return Arrays.stream((Object[]) several.getArray())
                    .map(one -> coded(one, raw(element)))
                    .toList();
        }
        if (wanted == Instant.class) {
            return rows.getObject(place, OffsetDateTime.class).toInstant();
        }
        if (wanted == LocalDate.class || wanted == UUID.class || wanted == byte[].class || wanted == BigDecimal.class) {
            return rows.getObject(place, wanted);
        }
        if (wanted == int.class || wanted == Integer.class) {
            return rows.getInt(place);
        }
        if (wanted == long.class || wanted == Long.class) {
            return rows.getLong(place);
        }
        if (wanted == boolean.class || wanted == Boolean.class) {
            return rows.getBoolean(place);
        }
        if (wanted == String.class || wanted == StateCode.class || wanted.isEnum()) {
            return coded(rows.getString(place), wanted);
        }
        return StoredJson.read(rows.getString(place), generic);
    }

    /** What is kept as a text: a code of a state, the name of a constant, or the text itself. */
    private static Object coded(Object value, Class<?> wanted) {
        if (wanted == StateCode.class) {
            return new StateCode((String) value);
        }
        if (!wanted.isEnum()) {
            return value;
        }
        return Arrays.stream(wanted.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(value))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(wanted.getSimpleName() + " has no " + value));
    }
}
