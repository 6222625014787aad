package org.comity.bench;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.comity.backing.Folders;
import org.comity.backing.PostgresServer;
import org.comity.backing.ProcessMark;
import org.comity.backing.Waiting;

/**
 * A Comity of the benchmark's own: the launcher in a child process, with data in a temporary folder of the checkout
 * and all ports free ones. Never touches the Comity that {@code ./comity up} runs.
 */
final class MeasuredSystem implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(6);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int TAIL_LINES = 20;
    private static final int FIRST_JDK_THAT_WARNS = 24;

    private final Path folder;
    private final Path output;
    private final Process launcher;
    private final Properties addresses = new Properties();
    private final Properties secrets = new Properties();
    private boolean closed;

    private MeasuredSystem(Path folder, Path output, Process launcher) {
        this.folder = folder;
        this.output = output;
        this.launcher = launcher;
    }

    /** Begins to start; {@link #awaitReady()} waits until everything serves. */
    static MeasuredSystem start(Path root) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(root.resolve("target")), "bench-");
            Path output = folder.resolve("launcher.out");
            Process launcher = new ProcessBuilder(command(
                            "up", "--data", folder.resolve("data").toString(), "--ports", "base=0", "--no-demo-data"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new MeasuredSystem(folder, output, launcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        if (Runtime.version().feature() >= FIRST_JDK_THAT_WARNS) {
            line.add("--sun-misc-unsafe-memory-access=allow");
        }
        line.addAll(List.of(
                "-Dcomity.root=" + System.getProperty("comity.root"),
                "-cp",
                System.getProperty("java.class.path"),
                AttachedLauncher.class.getName()));
        line.addAll(List.of(arguments));
        return line;
    }

    void awaitReady() {
        boolean ready = Waiting.until(
                START_LIMIT, Duration.ofMillis(250), () -> !launcher.isAlive() || said().contains("Comity is ready"));
        if (!ready || !launcher.isAlive()) {
            throw new BenchException("Comity did not start. The launcher's last words:\n" + tail());
        }
        load(addresses, "addresses.properties");
        load(secrets, "secrets.properties");
    }

    private void load(Properties properties, String file) {
        try (Reader reader = Files.newBufferedReader(data().resolve(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    private String tail() {
        List<String> lines = said().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** Where everything of this run is kept until it ends. */
    Path folder() {
        return folder;
    }

    String keycloakUrl() {
        return url("keycloak");
    }

    String denialsUrl() {
        return url("denials");
    }

    /** Where a part answers. */
    String url(String part) {
        return "http://127.0.0.1:" + addresses.getProperty(part);
    }

    /** What PostgreSQL logs. */
    Path postgresLog() {
        return data().resolve("logs/postgres.log");
    }

    /** A connection to the denials' database as superuser, whom no policy binds; sends text of no declared type. */
    Connection superuser() throws SQLException {
        return connect("postgres", secrets.getProperty("postgres"));
    }

    /** A connection to the denials' database as the role that the service has, under the policies. */
    Connection application() throws SQLException {
        return connect("denials_app", secrets.getProperty("denials-app"));
    }

    private Connection connect(String role, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + addresses.getProperty("postgres") + "/denials?stringtype=unspecified",
                role,
                password);
    }

    /** The process of a service that runs now; 0 where none does. */
    long pid(String service) {
        return ProcessMark.read(data().resolve("pids/" + service + ".pid"))
                .flatMap(ProcessMark::running)
                .map(ProcessHandle::pid)
                .orElse(0L);
    }

    /** Processor time that the denials service has used so far. */
    Duration denialsCpu() {
        return ProcessMark.read(data().resolve("pids/denials.pid"))
                .flatMap(ProcessMark::running)
                .map(MeasuredSystem::cpu)
                .orElse(Duration.ZERO);
    }

    /** Processor time that the PostgreSQL processes that now run have used so far. */
    Duration postgresCpu() {
        return PostgresServer.running(data().resolve("postgres")).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .map(MeasuredSystem::cpu)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Stops everything and removes the data; twice does no harm. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            launcher.destroy();
            if (!launcher.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                // stops the launcher by force, and what it leaves behind
                new ProcessBuilder(command("down", "--data", data().toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                        .start()
                        .waitFor();
            }
            Folders.delete(folder);
        } catch (IOException e) {
            throw new BenchException("The temporary folder " + folder + " could not be removed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
