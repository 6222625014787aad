package org.comity.kernel.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * One connection for each database and each role, kept from statement to statement: proving a password costs more than
 * most statements, and an oracle sends thousands.
 */
final class KeptConnections {

    private static final Map<String, Connection> KEPT = new HashMap<>();

    private KeptConnections() {}

    /** What is done with a statement; one that fails leaves nothing open. */
    interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    private interface Opening {
        Connection connection() throws SQLException;
    }

    /** Does it behind the wall, each statement for itself; one thread after the other. */
    static <T> T on(TestServers servers, String database, Work<T> work) {
        return on(servers.jdbcUrl(database), () -> servers.superuser(database), work);
    }

    /** Does it as one of the service's own roles. What is set stays set until the next who asks sets it. */
    static <T> T as(TestServers servers, String role, Work<T> work) {
        return on(servers.jdbcUrl(servers.database()) + " " + role, () -> servers.as(role), work);
    }

    private static synchronized <T> T on(String name, Opening opening, Work<T> work) {
        try (Statement statement = kept(name, opening).createStatement()) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does it behind the wall in one transaction. */
    static synchronized <T> T inTransaction(TestServers servers, String database, Work<T> work) {
        try {
            Connection connection = kept(servers.jdbcUrl(database), () -> servers.superuser(database));
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                T result = work.on(statement);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens the connection again where the server has closed it, as when its database was dropped. */
    private static Connection kept(String name, Opening opening) throws SQLException {
        Connection connection = KEPT.get(name);
        if (connection == null || connection.isClosed() || !connection.isValid(5)) {
            connection = opening.connection();
            KEPT.put(name, connection);
        }
        return connection;
    }
}
