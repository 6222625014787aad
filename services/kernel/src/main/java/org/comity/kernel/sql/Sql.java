package org.comity.kernel.sql;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.jspecify.annotations.Nullable;

/** SQL in the transaction of a request, after what its entities changed. */
@Singleton
public class Sql {

    private final SqlStatement.Connected connected;

    Sql(Session database) {
        this.connected = new SqlStatement.Connected() {
            @Override
            public <T extends @Nullable Object> T with(SqlStatement.Work<T> work) {
                if (database.isJoinedToTransaction()) {
                    database.flush();
                    // what a forced increment of a version left in Hibernate's batch
                    database.unwrap(SessionImplementor.class)
                            .getJdbcCoordinator()
                            .executeBatch();
                }
                return database.doReturningWork(work::on);
            }
        };
    }

    /** A statement; {@code :name} stands for the value of that name. */
    public SqlStatement of(String sql) {
        return new SqlStatement(sql, connected);
    }

    /** The statement that adds a row to a table: one column for each value that is said. */
    public SqlInsert into(String table) {
        return new SqlInsert(table, connected);
    }

    /** Says the values of a row. */
    public interface RowOf<T> {

        /**
         * Says them.
         *
         * @param place of the element in its list, from 0
         */
        void say(SqlInsert row, int place, T element);
    }

    /** Adds a row to a table for each element, in one batch. */
    public <T> void addAll(String table, List<T> elements, RowOf<T> rows) {
        addAll(connected, table, elements, rows);
    }

    /** The same on a connection that its caller keeps. */
    public static <T> void addAll(Connection connection, String table, List<T> elements, RowOf<T> rows) {
        addAll(kept(connection), table, elements, rows);
    }

    private static <T> void addAll(SqlStatement.Connected to, String table, List<T> elements, RowOf<T> rows) {
        if (elements.isEmpty()) {
            return;
        }
        List<SqlInsert> said = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            SqlInsert row = new SqlInsert(table, to);
            rows.say(row, i, elements.get(i));
            said.add(row);
        }
        // every row says the same columns, so that the statement is looked through once
        List<String> names = said.getFirst().names();
        to.with(connection -> {
            try (PreparedStatement batch =
                    connection.prepareStatement(said.getFirst().positional())) {
                for (SqlInsert row : said) {
                    row.set(batch, names);
                    batch.addBatch();
                }
                return batch.executeBatch();
            }
        });
    }

    /** SQL on a connection that its caller keeps, for work without a request. */
    public static SqlStatement on(Connection connection, String sql) {
        return new SqlStatement(sql, kept(connection));
    }

    /** A statement that adds a row to a table. */
    public static SqlInsert into(Connection connection, String table) {
        return new SqlInsert(table, kept(connection));
    }

    private static SqlStatement.Connected kept(Connection connection) {
        return new SqlStatement.Connected() {
            @Override
            public <T extends @Nullable Object> T with(SqlStatement.Work<T> work) {
                try {
                    return work.on(connection);
                } catch (SQLException e) {
                    throw new SqlFailure(e);
                }
            }
        };
    }
}
