package org.comity.backing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes databases and login roles, as often as one likes. A database belongs to its owner role alone; nobody else may
 * even connect but the roles named with it. Tables, policies and grants on them are the services' own migrations.
 */
public final class Databases {

    /** Any number that nothing else locks: two provisioners at once would fail on the same catalogue rows. */
    private static final long PROVISIONING_LOCK = 0x434f4d495459L;

    private final String url;
    private final String superuserPassword;

    /**
     * @param address {@code host:port} of the server
     * @param superuserPassword password of {@code postgres}
     */
    public Databases(String address, String superuserPassword) {
        this.url = "jdbc:postgresql://" + address + "/";
        this.superuserPassword = superuserPassword;
    }

    /** A role that may log in. */
    public record Login(String role, String password) {}

    /**
     * Database of a service, with the roles {@code <service>_owner}, {@code <service>_app}, {@code <service>_relay} and
     * {@code <service>_timer}.
     */
    public void provisionService(
            String database,
            String service,
            String ownerPassword,
            String appPassword,
            String relayPassword,
            String timerPassword) {
        provision(
                database,
                new Login(service + "_owner", ownerPassword),
                new Login(service + "_app", appPassword),
                new Login(service + "_relay", relayPassword),
                new Login(service + "_timer", timerPassword));
    }

    /** Database of who lost access at once, with the roles {@code access_owner}, {@code _reader} and {@code _writer}. */
    public void provisionAccess(String database, String ownerPassword, String readerPassword, String writerPassword) {
        provision(
                database,
                new Login("access_owner", ownerPassword),
                new Login("access_reader", readerPassword),
                new Login("access_writer", writerPassword));
    }

    /** Keycloak's database and role, both called {@code keycloak}. */
    public void provisionKeycloak(String password) {
        provision("keycloak", new Login("keycloak", password));
    }

    /** A database, its owner, and others who may connect and use its schema but own nothing. */
    public void provision(String database, Login owner, Login... others) {
        try (Connection server = connect("postgres");
                Statement statement = server.createStatement()) {
            statement.execute("select pg_advisory_lock(" + PROVISIONING_LOCK + ")");
            login(statement, owner);
            for (Login other : others) {
                login(statement, other);
            }
            if (!exists(server, "select 1 from pg_database where datname = ?", database)) {
                statement.execute("create database %s owner %s".formatted(name(database), name(owner.role())));
            }
            statement.execute("revoke all on database %s from public".formatted(name(database)));
            for (Login each : together(owner, others)) {
                statement.execute("grant connect on database %s to %s".formatted(name(database), name(each.role())));
            }
            schema(database, owner, others);
        } catch (SQLException e) {
            throw new BackingException("Database " + database + " could not be made: " + e.getMessage(), e);
        }
    }

    private void schema(String database, Login owner, Login... others) throws SQLException {
        try (Connection inside = connect(database);
                Statement statement = inside.createStatement()) {
            statement.execute("revoke all on schema public from public");
            statement.execute("grant all on schema public to " + name(owner.role()));
            for (Login other : others) {
                statement.execute("grant usage on schema public to " + name(other.role()));
            }
        }
    }

    private static void login(Statement statement, Login login) throws SQLException {
        if (!exists(statement.getConnection(), "select 1 from pg_roles where rolname = ?", login.role())) {
            statement.execute("create role " + name(login.role()));
        }
        statement.execute(
                "alter role %s login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password %s"
                        .formatted(name(login.role()), literal(login.password())));
    }

    private static List<Login> together(Login owner, Login... others) {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(owner), java.util.Arrays.stream(others))
                .toList();
    }

    private static boolean exists(Connection connection, String sql, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url + database, "postgres", superuserPassword);
    }

    /** An identifier, quoted. */
    static String name(String identifier) {
        return "\"" + identifier.replace("\"", "\"\"") + "\"";
    }

    /** A string literal, quoted. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
