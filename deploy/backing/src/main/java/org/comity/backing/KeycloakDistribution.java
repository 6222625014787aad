package org.comity.backing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Keycloak's programs, unpacked from the distribution's zip and built for PostgreSQL: once per version, then reused.
 *
 * @param home folder with {@code lib}, {@code conf}, {@code providers} and {@code themes}
 */
public record KeycloakDistribution(Path home) {

    /** Written last, and named after what is built in, so that another choice of options leads to another build. */
    private static final String BUILT = "built-postgres-health-1";

    private static final List<String> BUILD_OPTIONS = List.of(
            "build",
            "--db=postgres",
            "--health-enabled=true",
            // one port less: health answers on the main port, which listens on 127.0.0.1 alone
            "--http-management-health-enabled=false");

    /** The zip that the build copied to {@code deploy/backing/target/keycloak} under the project's root folder. */
    public static Path zipUnder(Path root) {
        Path folder = root.resolve("deploy/backing/target/keycloak");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".zip"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> missing(folder));
        } catch (IOException e) {
            throw missing(folder);
        }
    }

    /** What Comity adds to Keycloak, as the build made it. */
    public static Path providerUnder(Path root) {
        Path folder = root.resolve("deploy/keycloak-provider/target");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("comity-keycloak-provider-.*\\.jar"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow(() -> noProvider(folder));
        } catch (IOException e) {
            throw noProvider(folder);
        }
    }

    private static BackingException noProvider(Path folder) {
        return new BackingException("Comity's provider for Keycloak is not in " + folder
                + ". Build the project first: mvn -q -DskipTests package");
    }

    private static BackingException missing(Path folder) {
        return new BackingException("Keycloak's distribution is not in " + folder
                + ". Build the project first: mvn -q -DskipTests package");
    }

    /** Where a checkout keeps the built Keycloak: of the version that the zip's name tells, with the provider as it is. */
    public static Path cacheUnder(Path root) {
        String version = zipUnder(root)
                .getFileName()
                .toString()
                .replace("keycloak-quarkus-dist-", "")
                .replace(".zip", "");
        return root.resolve("target/keycloak-" + version + "-" + mark(providerUnder(root)));
    }

    /** Eight digits that follow from what a file holds. */
    private static String mark(Path file) {
        try {
            CRC32 sum = new CRC32();
            sum.update(Files.readAllBytes(file));
            return "%08x".formatted(sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Unpacks and builds unless that is done. Safe against a second process that does the same.
     *
     * @param zip the distribution
     * @param provider what is built into it
     * @param cache folder for the result, whose name holds the version
     * @param javaHome the JDK to build with
     * @param log file that the build's output goes to
     */
    public static KeycloakDistribution prepare(Path zip, Path provider, Path cache, Path javaHome, Path log) {
        if (isBuilt(cache)) {
            return new KeycloakDistribution(cache);
        }
        try {
            Files.createDirectories(cache.toAbsolutePath().getParent());
            Path lockFile = cache.resolveSibling(cache.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !isBuilt(cache)) {
                    build(zip, provider, cache, javaHome, log);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new KeycloakDistribution(cache);
    }

    /** Whether {@link #prepare} has nothing left to do. */
    public static boolean isBuilt(Path cache) {
        return Files.exists(cache.resolve(BUILT));
    }

    private static void build(Path zip, Path provider, Path cache, Path javaHome, Path log) throws IOException {
        Folders.delete(cache);
        Path draft = cache.resolveSibling(cache.getFileName() + ".new");
        Folders.delete(draft);
        unpack(zip, draft);
        Files.copy(provider, draft.resolve("providers").resolve(provider.getFileName()));
        List<String> command = new ArrayList<>(
                java(javaHome, draft, List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")));
        command.addAll(BUILD_OPTIONS);
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new BackingException("Keycloak could not be built. Its log is " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackingException("Interrupted while building Keycloak.", e);
        } finally {
            process.destroyForcibly();
        }
        Files.writeString(draft.resolve(BUILT), String.join(" ", BUILD_OPTIONS) + "\n");
        Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Unpacks without the first folder of each path, which carries the version. */
    private static void unpack(Path zip, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path path = target.resolve(name).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside of the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(entries, path, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /**
     * A folder that a server can run in: the programs are links to this distribution, what the server writes is its
     * own. So several servers share one distribution.
     */
    Path runFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : List.of("lib", "conf", "providers", "themes")) {
            Path link = folder.resolve(name);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, home.resolve(name).toAbsolutePath());
        }
        return folder;
    }

    /**
     * Keycloak's command line up to its own arguments. {@code kc.sh} does the same, but stays between us and the
     * server, and killing it leaves the server running.
     */
    static List<String> java(Path javaHome, Path home, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin/java").toString());
        command.addAll(options);
        command.addAll(List.of(
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home.toAbsolutePath(),
                "-Djboss.server.config.dir=" + home.resolve("conf").toAbsolutePath(),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toAbsolutePath().toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        return command;
    }
}
