package org.comity.backing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL of our own, started from the binaries in a Maven artifact. It listens on 127.0.0.1 alone, keeps its data
 * durably ({@code fsync} and {@code synchronous_commit} on), unless it serves tests, and lets nobody in without a
 * password.
 */
public final class PostgresServer implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final String ACCESS_RULES = """
            # Written by Comity: passwords for everyone, from this machine only.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /**
     * What a server needs to know.
     *
     * @param data folder of the cluster; made by the first start, kept afterwards
     * @param binaries folder into which the server's programs are unpacked
     * @param port port to listen on, 0 for a free one
     * @param password password of the superuser {@code postgres}
     * @param maxConnections connections that all clients together may hold
     * @param durable whether a commit waits for the disk; without, a power failure may destroy the data
     * @param log file that the server's log is appended to
     */
    public record Settings(
            Path data, Path binaries, int port, String password, int maxConnections, boolean durable, Path log) {

        /** With 200 connections, and durable. */
        public Settings(Path data, Path binaries, int port, String password, Path log) {
            this(data, binaries, port, password, 200, true, log);
        }
    }

    private final EmbeddedPostgres server;
    private final String password;

    private PostgresServer(EmbeddedPostgres server, String password) {
        this.server = server;
        this.password = password;
    }

    /** Starts the server, after stopping one that an earlier run may have left behind on the same data. */
    public static PostgresServer start(Settings settings) {
        try {
            stopStale(settings.data());
            Files.createDirectories(settings.data());
            Files.createDirectories(settings.binaries());
            Files.createDirectories(settings.log().toAbsolutePath().getParent());
            boolean first = !Files.exists(settings.data().resolve("postgresql.conf"));
            PostgresServer server = new PostgresServer(builder(settings).start(), settings.password());
            if (first) {
                server.closeToStrangers(settings.data());
            }
            return server;
        } catch (IOException | SQLException e) {
            throw new BackingException(
                    "PostgreSQL did not start. Its log is " + settings.log() + ": " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Settings settings) {
        String durable = settings.durable() ? "on" : "off";
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(settings.log().toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(settings.data())
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(settings.binaries().toFile())
                .setPort(Ports.orFree(settings.port()))
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", settings.password())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", durable)
                .setServerConfig("synchronous_commit", durable)
                .setServerConfig("full_page_writes", durable)
                .setServerConfig("max_connections", Integer.toString(settings.maxConnections()))
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setOutputRedirector(log)
                .setErrorRedirector(log);
    }

    /** initdb trusts every local user; from here on a password is needed. */
    private void closeToStrangers(Path data) throws SQLException, IOException {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password " + Databases.literal(password));
            Files.writeString(data.resolve("pg_hba.conf"), ACCESS_RULES);
            statement.execute("select pg_reload_conf()");
        }
    }

    /**
     * Stops a server that still runs on this data folder, because the process that started it was killed. The process named in
     * {@code postmaster.pid} is touched only if it is a postgres that started when that file says.
     */
    public static void stopStale(Path data) {
        running(data).ifPresent(process -> {
            // SIGINT is PostgreSQL's "fast" shutdown; SIGTERM would wait for every client to leave
            signal("INT", process);
            if (!ProcessMark.endsWithin(process, Duration.ofSeconds(8))) {
                signal("QUIT", process);
                ProcessMark.endsWithin(process, Duration.ofSeconds(5));
            }
        });
    }

    /** The postgres process that runs on this data folder, no matter who started it. */
    public static Optional<ProcessHandle> running(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            long pid = Long.parseLong(lines.get(0).strip());
            Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().command().orElse("").contains("postgres")
                            || Arrays.toString(process.info().arguments().orElse(new String[0]))
                                    .contains(data.toString()))
                    .filter(process -> process.info()
                            .startInstant()
                            .map(real -> Duration.between(real, started).abs().compareTo(Duration.ofSeconds(10)) < 0)
                            .orElse(false));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code 127.0.0.1:port}. */
    public String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + address() + "/" + database, SUPERUSER, password);
    }

    /** Provisions databases and roles on this server. */
    public Databases databases() {
        return new Databases(address(), password);
    }

    /** Stops the server; clients are disconnected. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new BackingException("PostgreSQL did not stop properly: " + e.getMessage(), e);
        }
    }
}
