package org.comity.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.comity.backing.PostgresServer;
import org.comity.backing.ProcessMark;
import org.comity.backing.Waiting;

/** A launcher in a process of its own, as {@code ./comity} starts it. */
final class LaunchedStack {

    private static final Path ROOT = Path.of(System.getProperty("comity.root"));

    private final Path data;
    private final Path output;
    private final Process process;

    private LaunchedStack(Path data, Path output, Process process) {
        this.data = data;
        this.output = output;
        this.process = process;
    }

    /** Starts {@code up} on these data. */
    static LaunchedStack up(Path data, String... more) throws IOException {
        return run("up", data, more);
    }

    /** Runs {@code down} on these data and waits for its end. */
    static String down(Path data) throws IOException, InterruptedException {
        LaunchedStack down = run("down", data);
        down.process.waitFor();
        return down.said();
    }

    private static LaunchedStack run(String command, Path data, String... more) throws IOException {
        Path output =
                Files.createTempFile(Files.createDirectories(ROOT.resolve("deploy/local/target")), "launcher-", ".out");
        Path classes = ROOT.resolve("deploy/local/target");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dcomity.root=" + ROOT,
                "-cp",
                classes + "/*:" + classes + "/lib/*",
                Launcher.class.getName(),
                command,
                "--data",
                data.toString()));
        line.addAll(Arrays.asList(more));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new LaunchedStack(data, output, process);
    }

    /** Waits until everything serves; how long that took. */
    Duration awaitReady() throws IOException {
        long begin = System.nanoTime();
        boolean ready =
                Waiting.until(Duration.ofMinutes(6), () -> !process.isAlive() || said().contains("Comity is ready"));
        if (!ready || !process.isAlive()) {
            throw new IllegalStateException("Comity did not start:\n" + said());
        }
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** Waits for a launcher that is expected to refuse; its exit status. */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** Everything that the launcher has printed. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        }
    }

    Process process() {
        return process;
    }

    /** Port of a part. */
    int port(String name) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(data.resolve("addresses.properties"))) {
            properties.load(reader);
        }
        return Integer.parseInt(properties.getProperty(name));
    }

    /** The process of a service or of Keycloak. */
    ProcessHandle part(String name) {
        return ProcessMark.read(data.resolve("pids").resolve(name + ".pid"))
                .flatMap(ProcessMark::running)
                .orElseThrow();
    }

    /** Every process that belongs to this Comity at this moment, with those that PostgreSQL has. */
    List<ProcessHandle> processes() {
        Stream<ProcessHandle> parts =
                Stream.of("registry", "denials", "portal", "keycloak").map(this::part);
        Stream<ProcessHandle> postgres = PostgresServer.running(data.resolve("postgres")).stream()
                .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()));
        return Stream.concat(Stream.concat(Stream.of(process.toHandle()), parts), postgres)
                .toList();
    }
}
