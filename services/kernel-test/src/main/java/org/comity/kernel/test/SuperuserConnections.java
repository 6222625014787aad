package org.comity.kernel.test;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * One connection behind the wall for each database, kept from statement to statement: proving a password costs more
 * than most statements, and an oracle sends thousands.
 */
final class SuperuserConnections {

    private static final Map<String, Connection> KEPT = new HashMap<>();

    private SuperuserConnections() {}

    /** What is done with a statement; one that fails leaves nothing open. */
    interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    /** Does it, each statement for itself; one thread after the other. */
    static synchronized <T> T on(TestServers servers, String database, Work<T> work) {
        try (Statement statement = kept(servers, database).createStatement()) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does it in one transaction. */
    static synchronized <T> T inTransaction(TestServers servers, String database, Work<T> work) {
        try {
            Connection connection = kept(servers, database);
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
    private static Connection kept(TestServers servers, String database) throws SQLException {
        String address = servers.jdbcUrl(database);
        Connection connection = KEPT.get(address);
        if (connection == null || connection.isClosed() || !connection.isValid(5)) {
            connection = servers.superuser(database);
            KEPT.put(address, connection);
        }
        return connection;
    }
}
