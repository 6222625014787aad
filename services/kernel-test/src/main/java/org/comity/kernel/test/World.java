package org.comity.kernel.test;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The service's database as it stands, kept to be gone back to: the same records, with the same identifiers and instants. */
public final class World {

    private static final String KEPT = "world_kept";

    private final TestServers servers;

    private World(TestServers servers) {
        this.servers = servers;
    }

    /** Keeps the world as it is now. */
    public static World keep(TestServers servers) {
        World world = new World(servers);
        world.inDatabase(statement -> {
            statement.execute("drop schema if exists " + KEPT + " cascade");
            statement.execute("create schema " + KEPT);
            for (String table : tables(statement)) {
                statement.execute("create table %s.\"%s\" as table public.\"%s\"".formatted(KEPT, table, table));
            }
        });
        return world;
    }

    /** Goes back to the world that was kept. */
    public void restore() {
        inDatabase(statement -> {
            List<String> tables = tables(statement);
            statement.execute("set session_replication_role = replica");
            statement.execute("truncate "
                    + String.join(
                            ", ",
                            tables.stream().map(t -> "public.\"" + t + '"').toList()) + " restart identity");
            for (String table : tables) {
                String columns = columns(statement, table);
                statement.execute("insert into public.\"%s\" (%s) overriding system value select %s from %s.\"%s\""
                        .formatted(table, columns, columns, KEPT, table));
            }
            statement.execute("select setval(pg_get_serial_sequence('public.outbox', 'seq'),"
                    + " coalesce((select max(seq) from public.outbox), 0) + 1, false)");
        });
    }

    private interface Work {
        void on(Statement statement) throws SQLException;
    }

    private void inDatabase(Work work) {
        try (Connection connection = servers.superuser(servers.database())) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                work.on(statement);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All but those that PostgreSQL works out itself. */
    private static String columns(Statement statement, String table) throws SQLException {
        try (ResultSet row = statement.executeQuery("select string_agg(quote_ident(column_name), ', ') from"
                + " information_schema.columns where table_schema = 'public' and is_generated = 'NEVER'"
                + " and table_name = '" + table + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select tablename from pg_tables where schemaname = 'public'"
                + " and tablename <> 'flyway_schema_history' order by tablename")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
