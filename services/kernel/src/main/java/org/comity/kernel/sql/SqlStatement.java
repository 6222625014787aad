package org.comity.kernel.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.kernel.caller.Person;
import org.comity.kernel.json.StoredJson;
import org.comity.kernel.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * One statement. Each {@code :name} in it stands for the value of that name; how a value is written and a cell is read,
 * {@link SqlValue} and {@link SqlRow} say for all statements.
 */
public class SqlStatement {

    /** What stands in quotes, a cast, and a name. */
    private static final Pattern NAMES = Pattern.compile("'[^']*'|::|:([a-zA-Z]\\w*)");

    private final Connected database;
    private final Map<String, @Nullable Object> values = new HashMap<>();
    private final StringBuilder sql;

    SqlStatement(String sql, Connected database) {
        this.sql = new StringBuilder(sql);
        this.database = database;
    }

    /** Gives a piece of work the connection that it is to be done on. */
    interface Connected {
        <T extends @Nullable Object> T with(Work<T> work);
    }

    /** What is done on a connection. */
    interface Work<T extends @Nullable Object> {
        T on(Connection connection) throws SQLException;
    }

    /** What is done with the rows. */
    private interface Read<T extends @Nullable Object> {
        T of(ResultSet rows) throws SQLException;
    }

    /**
     * Says a value. A collection is an array ({@code x = any (:name)}); a person has two names, that of its id and the
     * same followed by {@code Name}.
     */
    public SqlStatement with(String name, @Nullable Object value) {
        if (value instanceof Person person) {
            values.put(name, person.id());
            values.put(name + "Name", person.name());
        } else {
            values.put(name, value);
        }
        return this;
    }

    /** Says two values. */
    public SqlStatement with(String name, @Nullable Object value, String name2, @Nullable Object value2) {
        return with(name, value).with(name2, value2);
    }

    /** Says three values. */
    public SqlStatement with(
            String name,
            @Nullable Object value,
            String name2,
            @Nullable Object value2,
            String name3,
            @Nullable Object value3) {
        return with(name, value).with(name2, value2).with(name3, value3);
    }

    /** Says four values. */
    public SqlStatement with(
            String name,
            @Nullable Object value,
            String name2,
            @Nullable Object value2,
            String name3,
            @Nullable Object value3,
            String name4,
            @Nullable Object value4) {
        return with(name, value, name2, value2).with(name3, value3, name4, value4);
    }

    /** Says all of these values. */
    public SqlStatement with(Map<String, Object> all) {
        all.forEach(this::with);
        return this;
    }

    /** Goes on with this text. */
    public SqlStatement more(String text) {
        sql.append(text);
        return this;
    }

    /** Goes on with this condition where there is a value for it, and says the value. */
    public SqlStatement and(Optional<?> value, String condition, String name) {
        value.ifPresent(present -> more(" and " + condition).with(name, present));
        return this;
    }

    /**
     * Ends with the rows of this page and one more, the newest first.
     *
     * @param at the column of the instant by which the list is ordered
     * @param id the column that decides where two rows have the same one
     */
    public SqlStatement newestFirst(PageRequest page, String at, String id) {
        return page(page, at, id, "<", " desc");
    }

    /** The same with the earliest first. */
    public SqlStatement earliestFirst(PageRequest page, String at, String id) {
        return page(page, at, id, ">", "");
    }

    private SqlStatement page(PageRequest page, String at, String id, String beyond, String direction) {
        page.after().ifPresent(place -> more(" and (%s, %s) %s (:afterAt, :afterId)".formatted(at, id, beyond))
                .with("afterAt", place.at(), "afterId", place.id()));
        return more(" order by %s%s, %s%s limit :limit".formatted(at, direction, id, direction))
                .with("limit", page.limit() + 1);
    }

    /** Says a value that is kept as JSON. */
    public SqlStatement json(String name, @Nullable Object value) {
        return with(name, value == null ? null : new Json(StoredJson.written(value)));
    }

    /**
     * Changes rows.
     *
     * @return how many
     */
    public int run() {
        return database.with(connection -> {
            try (PreparedStatement statement = prepared(connection)) {
                return statement.executeUpdate();
            }
        });
    }

    /**
     * The rows, in their order. A record has each component from the column of its name ({@code createdAt} from
     * {@code created_at}); anything else is the first column.
     */
    public <T> List<T> list(Class<T> type) {
        return read(rows -> {
            SqlRow<T> row = SqlRow.of(type, rows, 1);
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.read());
            }
            return all;
        });
    }

    /** The rows by the value of their first column, each group in the order of the rows. */
    public <K, T> Map<K, List<T>> listBy(Class<K> key, Class<T> type) {
        return read(rows -> {
            SqlRow<K> keys = SqlRow.of(key, rows, 1);
            SqlRow<T> row = SqlRow.of(type, rows, 2);
            Map<K, List<T>> groups = new HashMap<>();
            while (rows.next()) {
                groups.computeIfAbsent(keys.read(), first -> new ArrayList<>()).add(row.read());
            }
            return groups;
        });
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(Class<T> type) {
        return read(rows -> rows.next() ? Optional.of(SqlRow.of(type, rows, 1).read()) : Optional.empty());
    }

    /**
     * The row that is always there.
     *
     * @throws IllegalStateException where it is not
     */
    public <T> T one(Class<T> type) {
        return first(type).orElseThrow(() -> new IllegalStateException("there is no row, but always one: " + text()));
    }

    /** Whether there is a row. */
    public boolean exists() {
        return read(ResultSet::next);
    }

    private <T extends @Nullable Object> T read(Read<T> read) {
        return database.with(connection -> {
            try (PreparedStatement statement = prepared(connection);
                    ResultSet rows = statement.executeQuery()) {
                return read.of(rows);
            }
        });
    }

    /** The statement as it was written. */
    String text() {
        return sql.toString();
    }

    private PreparedStatement prepared(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(positional());
        try {
            set(statement);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    /** The statement as the driver has it, with a question mark for each name. */
    final String positional() {
        return NAMES.matcher(text())
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) == null ? found.group() : "?"));
    }

    /** Sets the values, each where its name stands. */
    final void set(PreparedStatement statement) throws SQLException {
        set(statement, names());
    }

    /** The names in the order in which they stand, each as often as it does. */
    final List<String> names() {
        return NAMES.matcher(text())
                .results()
                .map(found -> found.group(1))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Sets the values of these names in their order. */
    final void set(PreparedStatement statement, List<String> names) throws SQLException {
        for (int place = 0; place < names.size(); place++) {
            String name = names.get(place);
            if (!values.containsKey(name)) {
                throw new IllegalStateException("nobody said :" + name + " of " + text());
            }
            SqlValue.set(statement, place + 1, values.get(name));
        }
    }
}
