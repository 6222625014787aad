package org.comity.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.comity.backing.ComityService;
import org.comity.backing.PostgresServer;
import org.comity.backing.ProcessMark;
import org.comity.backing.Waiting;

/**
 * A Comity that tests or a benchmark start for themselves, as {@code ./comity up} does: the launcher in a process of
 * its own, on free ports, with data in a folder of its own. The launcher ends with the process that started it,
 * however that process ends. The Comity of a person, in {@code ~/.comity}, is never touched.
 */
public final class LaunchedComity implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(12);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final int FIRST_JDK_THAT_WARNS = 24;

    private final Path data;
    private final Path output;
    private final Process process;

    private LaunchedComity(Path data, Path output, Process process) {
        this.data = data;
        this.output = output;
        this.process = process;
    }

    /**
     * Begins to start a Comity, on free ports unless the options name ports; {@link #awaitReady()} waits until all of it serves.
     *
     * @param data folder of its data; made where it is missing
     * @param options further options of {@code ./comity up}, such as {@code --no-demo-data}
     */
    public static LaunchedComity begin(Path data, String... options) {
        List<String> given = List.of(options);
        Stream<String> ports = given.contains("--ports") ? Stream.of() : Stream.of("--ports", "base=0");
        return run("up", data, Stream.concat(ports, given.stream()));
    }

    /**
     * Stops what runs on these data, as {@code ./comity down} does, and waits for the end.
     *
     * @return what the launcher said
     */
    public static String down(Path data) {
        LaunchedComity down = run("down", data, Stream.of());
        down.awaitEnd();
        return down.said();
    }

    private static LaunchedComity run(String command, Path data, Stream<String> options) {
        try {
            Path output = Files.createTempFile("comity-launcher-", ".out");
            output.toFile().deleteOnExit();
            Process process = new ProcessBuilder(line(command, data, options))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new LaunchedComity(data, output, process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The options of the launcher's JVM are those of {@code ./comity}. */
    private static List<String> line(String command, Path data, Stream<String> options) {
        String root = System.getProperty("comity.root");
        Path built = Path.of(root, "deploy/local/target");
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
                "-Dcomity.root=" + root,
                "-D" + Launcher.ATTACHED + "=true",
                "-D" + ServiceProcess.FURTHER_OPTIONS + "=" + System.getProperty(ServiceProcess.FURTHER_OPTIONS, ""),
                "-cp",
                built + "/*:" + built + "/lib/*",
                Launcher.class.getName(),
                command,
                "--data",
                data.toString()));
        options.forEach(line::add);
        return line;
    }

    /**
     * Waits until everything serves.
     *
     * @return how long that took
     * @throws LaunchException if the launcher ends, or is not ready in time; with what it said
     */
    public Duration awaitReady() {
        long begin = System.nanoTime();
        boolean done = Waiting.until(START_LIMIT, () -> !process.isAlive() || said().contains("Comity is ready"));
        if (!done || !process.isAlive()) {
            throw new LaunchException("Comity did not start. The launcher said:\n" + said());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Waits for the launcher's end; its exit status. */
    public int awaitEnd() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted.");
        }
    }

    /** Everything that the launcher has printed. */
    public String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    /** The launcher itself. */
    public Process process() {
        return process;
    }

    /** Port of a part, such as {@code denials-management}. */
    public int port(String part) {
        return Integer.parseInt(property("addresses.properties", part));
    }

    /** Address of a part, without a path. */
    public String url(String part) {
        return "http://127.0.0.1:" + port(part);
    }

    /** A password of this Comity, such as {@code denials-app}. */
    public String secret(String name) {
        return property("secrets.properties", name);
    }

    private String property(String file, String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(properties.getProperty(name))
                .orElseThrow(() -> new LaunchException(file + " has no " + name + "."));
    }

    /** What a part has logged. */
    public Path log(String part) {
        return data.resolve("logs").resolve(part + ".log");
    }

    /** The process of a service or of Keycloak, as it runs now. */
    public Optional<ProcessHandle> part(String name) {
        return ProcessMark.read(data.resolve("pids").resolve(name + ".pid")).flatMap(ProcessMark::running);
    }

    /** PostgreSQL and all processes that it has started. */
    public List<ProcessHandle> postgres() {
        return PostgresServer.running(data.resolve("postgres")).stream()
                .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                .toList();
    }

    /** Every process of this Comity at this moment, the launcher first. */
    public List<ProcessHandle> processes() {
        Stream<ProcessHandle> parts = Stream.concat(
                        Arrays.stream(ComityService.values()).map(ComityService::id), Stream.of("keycloak"))
                .map(name -> part(name).orElseThrow());
        return Stream.of(Stream.of(process.toHandle()), parts, postgres().stream())
                .flatMap(each -> each)
                .toList();
    }

    /** Stops everything, by force where it does not stop in time. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                down(data);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
