package org.comity.kernel.timer;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.comity.kernel.outbox.Event;
import org.comity.kernel.outbox.Outbox;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlFailure;
import org.comity.kernel.sql.SqlInsert;
import org.comity.kernel.sql.SqlStatement;

/** Transactions of work without a caller, as the role {@code <service>_timer}. */
@Singleton
public class TimerTransactions {

    private final AgroalDataSource database;
    private final Outbox outbox;

    TimerTransactions(@DataSource("timer") AgroalDataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** What is done in one transaction. */
    public interface Work<T> {

        /** Does it; what it throws undoes it. */
        T in(Transaction transaction) throws SQLException;
    }

    /** Does the work, all of it or nothing. */
    public <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(new Transaction(connection));
                connection.commit();
                return result;
            } catch (SqlFailure e) {
                connection.rollback();
                throw e.sql();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** One transaction; its owner leaves commit and rollback alone. */
    public final class Transaction {

        private final Connection connection;

        private Transaction(Connection connection) {
            this.connection = connection;
        }

        /** SQL in this transaction. */
        public SqlStatement sql(String text) {
            return Sql.on(connection, text);
        }

        /** The statement that adds a row to a table in this transaction. */
        public SqlInsert into(String table) {
            return Sql.into(connection, table);
        }

        /** Adds a row to a table for each element, in one batch. */
        public <T> void addAll(String table, List<T> elements, Sql.RowOf<T> rows) {
            Sql.addAll(connection, table, elements, rows);
        }

        /**
         * Takes the event down, to be sent when this transaction was committed. Change the record first: its lock keeps
         * the events of one record in order.
         */
        public void append(Event event) {
            appendAll(List.of(event));
        }

        /** The same of several, in their order. */
        public void appendAll(List<Event> events) {
            outbox.append(events, connection);
        }
    }
}
