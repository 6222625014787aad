package org.comity.kernel.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.backing.Backing;
import org.comity.backing.ComityService;
import org.comity.backing.SharedBacking;

/**
 * The servers as one module uses them.
 *
 * @param service the service's name, which its database roles begin with
 * @param module what its databases and topics are named after
 */
public record TestServers(Backing backing, String service, String module) {

    /** Any 64 hexadecimal digits, as the launcher makes them. */
    private static final String SECRET = "00112233445566778899aabbccddeeff".repeat(2);

    private static final String RUN = UUID.randomUUID().toString().substring(0, 8);

    /** The service's database. */
    public String database() {
        return "test_" + service;
    }

    /** The module's own access database. */
    public String accessDatabase() {
        return "test_access_" + service;
    }

    /** Put before each topic's name; another one in each run, so that no event of an earlier run is met. */
    public String topicPrefix() {
        return module + "." + RUN + ".";
    }

    /** The realm of all modules. */
    public String realm() {
        return SharedBacking.REALM;
    }

    /** JDBC address of a database. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + backing.postgres() + "/" + database;
    }

    /** The keys that a service reads, as the launcher would set them. */
    public Map<String, String> configuration() {
        String password = backing.rolePassword();
        Map<String, String> config = new HashMap<>();
        config.put("comity.postgres.address", backing.postgres());
        config.put("comity.kafka.address", backing.kafka());
        // the broker of the tests of single modules asks nobody for a name; that of the packaged system does
        config.put("kafka.security.protocol", "PLAINTEXT");
        config.put("comity.keycloak.url", backing.keycloak());
        config.put("comity.realm", realm());
        config.put("comity.topic-prefix", topicPrefix());
        config.put("comity.database.name", database());
        config.put("comity.database.role", service);
        config.put("comity.database.app-password", password);
        config.put("comity.database.owner-password", password);
        config.put("comity.database.relay-password", password);
        config.put("comity.database.timer-password", password);
        config.put("comity.access.database", accessDatabase());
        config.put("comity.access.owner-password", password);
        config.put("comity.access.reader-password", password);
        config.put("comity.access.writer-password", password);
        for (ComityService each : ComityService.values()) {
            each.secrets().keySet().forEach(key -> config.putIfAbsent(key, SECRET));
        }
        return config;
    }

    /** A connection that no wall stops; for tests that look behind it. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), "postgres", backing.postgresPassword());
    }

    /** A connection as one of the service's own roles: {@code app}, {@code owner}, {@code relay} or {@code timer}. */
    public Connection as(String role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database()), service + "_" + role, backing.rolePassword());
    }

    /** What a role of the service, such as {@code app}, reads when it acts for a state with these roles, separated by commas. */
    public List<String> seen(String role, String state, String roles, String query) {
        return KeptConnections.as(this, role, statement -> {
            statement
                    .executeQuery("select set_config('comity.state', '" + state
                            + "', false), set_config('comity.roles', '" + roles + "', false)")
                    .close();
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    /** Runs statements that no wall stops, in the service's database. */
    public void sql(String... statements) {
        KeptConnections.on(this, database(), statement -> {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return statements.length;
        });
    }

    /** Runs statements in the module's access database. */
    public void accessSql(String... statements) {
        KeptConnections.on(this, accessDatabase(), statement -> {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return statements.length;
        });
    }

    /** A number that no wall hides. */
    public long count(String query) {
        return KeptConnections.on(this, database(), statement -> {
            try (ResultSet row = statement.executeQuery(query)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    void dropDatabases() {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database() + " with (force)");
            statement.execute("drop database if exists " + accessDatabase() + " with (force)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
