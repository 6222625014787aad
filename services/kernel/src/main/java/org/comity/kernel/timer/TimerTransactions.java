package org.comity.kernel.timer;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import org.comity.kernel.outbox.Event;
import org.comity.kernel.time.Identifiers;

/** Transactions of work without a caller, as the role {@code <service>_timer}. */
@Singleton
public class TimerTransactions {

    private final AgroalDataSource database;
    private final Identifiers identifiers;
    private final Clock clock;

    TimerTransactions(@DataSource("timer") AgroalDataSource database, Identifiers identifiers, Clock clock) {
        this.database = database;
        this.identifiers = identifiers;
        this.clock = clock;
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
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    /** One transaction: its connection, and the outbox in it. */
    public final class Transaction {

        private final Connection connection;

        private Transaction(Connection connection) {
            this.connection = connection;
        }

        /** Its connection; who uses it leaves commit and rollback alone. */
        public Connection connection() {
            return connection;
        }

        /**
         * Takes the event down, to be sent when this transaction was committed. Change the record first: its lock keeps
         * the events of one record in order.
         */
        public void append(Event event) throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement("insert into outbox"
                    + " (event_id, topic, message_key, type, subject, subject_version, occurred_at, data)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?)")) {
                insert.setObject(1, identifiers.next());
                insert.setString(2, event.topic());
                insert.setString(3, event.subject());
                insert.setString(4, event.type());
                insert.setString(5, event.subject());
                insert.setLong(6, event.version());
                insert.setTimestamp(7, Timestamp.from(clock.instant()));
                insert.setObject(8, event.data().orElse(null), Types.OTHER);
                insert.executeUpdate();
            }
        }
    }
}
