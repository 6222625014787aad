package org.comity.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.comity.backing.ProcessMark;

/**
 * One of Comity's services: a Quarkus application in a process of its own.
 *
 * @param name folder under {@code services}
 * @param port port of 127.0.0.1 that it listens on
 * @param managementPort port of 127.0.0.1 where it tells its health and its metrics
 * @param environment its configuration
 */
record Service(String name, int port, int managementPort, Map<String, String> environment) {

    private static final List<String> OPTIONS = List.of(
            "-Xms32m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=192m", "-XX:+ExitOnOutOfMemoryError");

    Service {
        environment = Map.copyOf(environment);
    }

    /** Refuses to start what has not been built. */
    static void requireBuilt(Path root, List<String> names) {
        for (String name : names) {
            if (!Files.exists(jar(root, name))) {
                throw new LaunchException("The service " + name + " has not been built. Start Comity with ./comity up,"
                        + " which builds what is missing, or run mvn -DskipTests package.");
            }
        }
    }

    private static Path jar(Path root, String name) {
        return root.resolve("services").resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }

    ProcessHandle start(Path root, Path pidFile, Path log) {
        try {
            List<String> command = new java.util.ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(OPTIONS);
            command.add("-jar");
            command.add(jar(root, name).toString());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            // what happens to be set where the launcher was started must not change a service
            builder.environment().keySet().removeIf(key -> key.startsWith("QUARKUS_") || key.startsWith("COMITY_"));
            builder.environment().putAll(environment);
            ProcessHandle process = builder.start().toHandle();
            ProcessMark.of(process).write(pidFile);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String readyUrl() {
        return "http://127.0.0.1:" + managementPort + "/q/health/ready";
    }
}
