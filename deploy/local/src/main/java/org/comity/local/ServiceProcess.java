package org.comity.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.comity.backing.ComityService;
import org.comity.backing.ProcessMark;
import org.comity.backing.SharedClasses;

/**
 * How one of Comity's services is started: a Quarkus application in a process of its own.
 *
 * @param service which
 * @param port port of 127.0.0.1 that it listens on
 * @param managementPort port of 127.0.0.1 where it tells its health and its metrics
 * @param configuration what it is told, by configuration key
 */
record ServiceProcess(ComityService service, int port, int managementPort, Map<String, String> configuration) {

    private static final List<String> OPTIONS = List.of(
            "-Xms32m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=192m", "-XX:+ExitOnOutOfMemoryError");

    /** System property with further options of the services' JVMs, divided by blanks, for a start that has a purpose of its own. */
    static final String FURTHER_OPTIONS = "comity.service-options";

    ServiceProcess {
        configuration = Map.copyOf(configuration);
    }

    /** Its name, as it is told. */
    String name() {
        return service.id();
    }

    /** Refuses to start what has not been built. */
    static void requireBuilt(Path root) {
        for (ComityService service : ComityService.values()) {
            if (!Files.exists(jar(root, service))) {
                throw new LaunchException(
                        "The service " + service.id() + " has not been built. Start Comity with ./comity up,"
                                + " which builds what is missing, or run mvn -DskipTests package.");
            }
        }
    }

    private static Path jar(Path root, ComityService service) {
        return root.resolve("services").resolve(service.id()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    ProcessHandle start(Path root, Path pidFile, Path log) {
        try {
            List<String> command = new java.util.ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(OPTIONS);
            // Kafka's client asks no address for a token that the process does not name
            command.add("-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + tokens());
            Stream.of(System.getProperty(FURTHER_OPTIONS, "").split(" "))
                    .filter(option -> !option.isEmpty())
                    .forEach(command::add);
            command.addAll(SharedClasses.options(jar(root, service).getParent()));
            command.add("-jar");
            command.add(jar(root, service).toString());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(jar(root, service).getParent().toFile())
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            // what happens to be set where the launcher was started must not change a service
            builder.environment().keySet().removeIf(key -> key.startsWith("QUARKUS_") || key.startsWith("COMITY_"));
            configuration.forEach((key, value) -> builder.environment().put(variable(key), value));
            ProcessHandle process = builder.start().toHandle();
            ProcessMark.of(process).write(pidFile);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the service gets its token for the broker. */
    private String tokens() {
        return configuration.get("comity.keycloak.url") + "/realms/" + configuration.get("comity.realm")
                + "/protocol/openid-connect/token";
    }

    /** The environment variable that MicroProfile Config reads for a key. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    String readyUrl() {
        return "http://127.0.0.1:" + managementPort + "/q/health/ready";
    }
}
