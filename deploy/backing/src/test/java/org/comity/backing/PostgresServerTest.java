package org.comity.backing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a server of its own, which it stops, kills and starts again. */
@Tag("servers")
class PostgresServerTest {

    private static final Path BINARIES = SharedBacking.root().resolve("target/postgres");

    @TempDir
    Path folder;

    @Test
    void data_is_durable_and_strangers_stay_out_also_after_the_starter_was_killed() throws SQLException {
        PostgresServer.Settings settings = new PostgresServer.Settings(
                folder.resolve("data"), BINARIES, 0, "a'quoted\"password", folder.resolve("postgres.log"));
        PostgresServer abandoned = PostgresServer.start(settings);
        provision(abandoned);
        provision(abandoned);

        assertEquals("on", query(abandoned.connect("postgres"), "show fsync"));
        assertEquals("on", query(abandoned.connect("postgres"), "show synchronous_commit"));
        assertEquals("200", query(abandoned.connect("postgres"), "show max_connections"));
        assertEquals("denials_owner", query(abandoned.connect("postgres"), """
                select rolname from pg_roles join pg_database on datdba = pg_roles.oid
                where datname = 'denials_elsewhere'"""));
        roles_reach_only_their_own_database(abandoned.address());

        // as after a kill -9 of the process that started it: the server runs on, and its data folder is locked
        ProcessHandle left = PostgresServer.running(settings.data()).orElseThrow();
        PostgresServer.stopStale(settings.data());
        assertFalse(left.isAlive());
        assertTrue(PostgresServer.running(settings.data()).isEmpty());
        abandoned.close();

        try (PostgresServer again = PostgresServer.start(settings)) {
            assertEquals("1", query(again.connect("denials_elsewhere"), "select count(*) from kept"));
            assertThrows(SQLException.class, () -> connect(again.address(), "postgres", "postgres", "wrong"));
        }
    }

    private static void provision(PostgresServer server) {
        server.databases().provisionService("denials_elsewhere", "denials", "o", "a", "r", "t");
        server.databases().provisionAccess("access", "o", "r", "w");
        server.databases().provisionKeycloak("k");
    }

    private static void roles_reach_only_their_own_database(String address) throws SQLException {
        try (Connection owner = connect(address, "denials_elsewhere", "denials_owner", "o");
                Statement statement = owner.createStatement()) {
            statement.execute("create table if not exists kept (id int)");
            statement.execute("insert into kept values (1)");
        }
        try (Connection app = connect(address, "denials_elsewhere", "denials_app", "a");
                Statement statement = app.createStatement()) {
            assertThrows(SQLException.class, () -> statement.execute("create table mine (id int)"));
            assertThrows(SQLException.class, () -> statement.execute("select * from kept"));
            assertEquals(
                    "f",
                    query(
                            connect(address, "denials_elsewhere", "denials_app", "a"),
                            "select rolbypassrls or rolsuper or rolcreaterole from pg_roles where rolname = current_user"));
        }
        connect(address, "access", "access_reader", "r").close();
        assertThrows(SQLException.class, () -> connect(address, "access", "denials_app", "a"));
        assertThrows(SQLException.class, () -> connect(address, "keycloak", "denials_owner", "o"));
        assertThrows(SQLException.class, () -> connect(address, "denials_elsewhere", "keycloak", "k"));
        assertThrows(SQLException.class, () -> connect(address, "denials_elsewhere", "denials_app", "o"));
    }

    private static Connection connect(String address, String database, String role, String password)
            throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + address + "/" + database, role, password);
    }

    private static String query(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void a_pid_file_of_another_process_is_left_alone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "30").start();
        try {
            ProcessMark mark = ProcessMark.of(stranger.toHandle());
            Path file = folder.resolve("some.pid");
            new ProcessMark(mark.pid(), mark.started().minusSeconds(60), mark.command()).write(file);

            assertTrue(ProcessMark.read(file).orElseThrow().running().isEmpty());
            ProcessMark.read(file).orElseThrow().stop(Duration.ofSeconds(1));
            assertTrue(stranger.isAlive());

            mark.write(file);
            ProcessMark.read(file).orElseThrow().stop(Duration.ofSeconds(1));
            assertTrue(stranger.waitFor(5, TimeUnit.SECONDS));
        } finally {
            stranger.destroyForcibly();
        }
    }
}
