package org.comity.kernel.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.comity.backing.HttpProbe;
import org.comity.backing.Ports;
import org.comity.backing.SharedClasses;
import org.comity.backing.Waiting;

/** The packaged service in a process of its own, as it is deployed; for tests that kill it. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final int managementPort;

    private ServiceProcess(Process process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /**
     * Starts a service on a free port, and returns when it answers.
     *
     * @param application the folder {@code quarkus-app}
     * @param log where its output goes
     */
    public static ServiceProcess start(Path application, Map<String, String> configuration, Path log) {
        return start(application, "demo", configuration, log);
    }

    /** The same in another profile than the demo's. */
    public static ServiceProcess start(Path application, String profile, Map<String, String> configuration, Path log) {
        int port = Ports.free();
        int managementPort = Ports.free();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(SharedClasses.options(application));
        command.addAll(List.of("-jar", application.resolve("quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).directory(application.toFile());
        configuration.forEach((key, value) ->
                builder.environment().put(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT), value));
        builder.environment().put("QUARKUS_PROFILE", profile);
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            ServiceProcess service = new ServiceProcess(builder.start(), port, managementPort);
            Runtime.getRuntime().addShutdownHook(new Thread(service::kill));
            if (!Waiting.until(START_LIMIT, service::answers)) {
                throw new AssertionError("the service does not answer; its log is " + log);
            }
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Ends it as kill -9 does: nothing is finished, nothing is told. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        kill();
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("the service ended with " + process.exitValue());
        }
        return HttpProbe.isOk("http://127.0.0.1:" + managementPort + "/q/health/live");
    }
}
