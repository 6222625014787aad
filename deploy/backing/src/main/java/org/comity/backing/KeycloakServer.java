package org.comity.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Keycloak in a process of its own, listening on 127.0.0.1 and keeping its data in PostgreSQL. */
public final class KeycloakServer implements AutoCloseable {

    /** The first administrator, in the realm {@code master}. */
    public static final String ADMIN = "admin";

    /**
     * What a server needs to know.
     *
     * @param distribution the programs
     * @param run folder for what the server writes
     * @param javaHome the JDK to run with
     * @param port port to listen on
     * @param postgres {@code host:port} of PostgreSQL, where database and role {@code keycloak} are
     * @param databasePassword password of the role {@code keycloak}
     * @param adminPassword password that {@link #ADMIN} gets at the very first start
     * @param pidFile where the process is noted
     * @param log file that the server's log is appended to
     */
    public record Settings(
            KeycloakDistribution distribution,
            Path run,
            Path javaHome,
            int port,
            String postgres,
            String databasePassword,
            String adminPassword,
            Path pidFile,
            Path log) {}

    private final Process process;
    private final Settings settings;

    private KeycloakServer(Process process, Settings settings) {
        this.process = process;
        this.settings = settings;
    }

    /** Starts the process, after stopping one that the pid file still names. Does not wait: see {@link #await}. */
    public static KeycloakServer start(Settings settings) {
        ProcessMark.read(settings.pidFile()).ifPresent(mark -> mark.stop(Duration.ofSeconds(8)));
        try {
            Path home = settings.distribution().runFolder(settings.run());
            Files.createDirectories(settings.log().toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command(settings, home))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(settings.log().toFile()));
            // secrets go by environment: a command line can be read by every user of the machine
            Map<String, String> environment = builder.environment();
            environment.put("KC_DB_URL", "jdbc:postgresql://" + settings.postgres() + "/keycloak");
            environment.put("KC_DB_USERNAME", "keycloak");
            environment.put("KC_DB_PASSWORD", settings.databasePassword());
            environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
            environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", settings.adminPassword());
            Process process = builder.start();
            ProcessMark.of(process.toHandle()).write(settings.pidFile());
            return new KeycloakServer(process, settings);
        } catch (IOException e) {
            throw new BackingException("Keycloak could not be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Settings settings, Path home) {
        List<String> options = List.of(
                "-Xms64m",
                "-Xmx384m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError");
        List<String> command = new ArrayList<>(KeycloakDistribution.java(settings.javaHome(), home, options));
        command.addAll(List.of(
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + settings.port(),
                "--hostname=" + url(settings.port()),
                "--db-pool-initial-size=2",
                "--db-pool-max-size=20"));
        return command;
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    /** Address without a path, such as {@code http://127.0.0.1:8180}. */
    public String url() {
        return url(settings.port());
    }

    /** The process. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Waits until the server is ready to serve. */
    public void await(Duration time) {
        boolean ready = Waiting.until(time, Duration.ofMillis(250), () -> !process.isAlive() || isReady(url()));
        if (!process.isAlive()) {
            throw new BackingException("Keycloak ended while starting. Its log is " + settings.log());
        }
        if (!ready) {
            throw new BackingException(
                    "Keycloak was not ready after " + time.toSeconds() + " seconds. Its log is " + settings.log());
        }
    }

    /** Whether the Keycloak at this address says that it is ready. */
    public static boolean isReady(String url) {
        return HttpProbe.isOk(url + "/health/ready");
    }

    /** Stops the process and waits until it is gone. */
    @Override
    public void close() {
        ProcessMark.stop(process.toHandle(), Duration.ofSeconds(6));
        try {
            Files.deleteIfExists(settings.pidFile());
        } catch (IOException e) {
            throw new BackingException("The pid file could not be deleted: " + settings.pidFile(), e);
        }
    }
}
