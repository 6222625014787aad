package org.comity.kernel.test;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** The service's database as it stands, kept to be gone back to: the same records, with the same identifiers and instants. */
public final class World {

    private final TestServers servers;
    private final String schema;

    private World(TestServers servers, String schema) {
        this.servers = servers;
        this.schema = schema;
    }

    /** Keeps the world as it is now, in place of the one that was kept so before. */
    public static World keep(TestServers servers) {
        return keep(servers, "world_kept");
    }

    /** Keeps the world as it is now beside others. */
    static World keep(TestServers servers, String schema) {
        World world = new World(servers, schema);
        world.inDatabase(statement -> {
            statement.execute("drop schema if exists " + schema + " cascade");
            statement.execute("create schema " + schema);
            for (String table : columns(statement).keySet()) {
                statement.execute("create table %s.\"%s\" as table public.\"%s\"".formatted(schema, table, table));
            }
        });
        return world;
    }

    /** Goes back to the world that was kept. Deletes where it might truncate: a small table is emptied sooner so. */
    public void restore() {
        inDatabase(statement -> {
            statement.execute("set local session_replication_role = replica");
            for (Map.Entry<String, String> table : columns(statement).entrySet()) {
                String name = table.getKey();
                String columns = table.getValue();
                statement.addBatch("delete from public.\"%s\"".formatted(name));
                statement.addBatch("insert into public.\"%s\" (%s) overriding system value select %s from %s.\"%s\""
                        .formatted(name, columns, columns, schema, name));
            }
            statement.executeBatch();
            statement.execute("select setval(quote_ident(schemaname) || '.' || quote_ident(sequencename), start_value,"
                    + " false) from pg_sequences where schemaname = 'public'");
            statement.execute("select setval(pg_get_serial_sequence('public.outbox', 'seq'),"
                    + " coalesce((select max(seq) from public.outbox), 0) + 1, false)");
        });
    }

    private interface Work {
        void on(Statement statement) throws SQLException;
    }

    private void inDatabase(Work work) {
        KeptConnections.inTransaction(servers, servers.database(), statement -> {
            work.on(statement);
            return servers;
        });
    }

    /** By table, all columns but those that PostgreSQL works out itself. */
    private static Map<String, String> columns(Statement statement) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery("select t.relname, string_agg(quote_ident(c.attname), ', ')"
                + " from pg_class t join pg_attribute c on c.attrelid = t.oid where t.relkind = 'r'"
                + " and t.relnamespace = 'public'::regnamespace and t.relname <> 'flyway_schema_history'"
                + " and c.attnum > 0 and not c.attisdropped and c.attgenerated = '' group by t.relname")) {
            while (rows.next()) {
                columns.put(rows.getString(1), rows.getString(2));
            }
        }
        return columns;
    }
}
