package org.comity.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.backing.Folders;
import org.comity.backing.PostgresServer;
import org.comity.backing.ProcessMark;

/**
 * The folder in which one local Comity keeps everything. It carries a marker, so that {@code --fresh} can never delete
 * a folder that is not ours, and a lock, so that one launcher at a time uses it.
 */
final class DataFolder implements AutoCloseable {

    private static final String MARKER = ".comity-data";
    private static final String LOCK = "launcher.lock";
    private static final String LAUNCHER = "launcher.pid";
    private static final Set<String> KEPT = Set.of(MARKER, LOCK, LAUNCHER);
    private static final long NEEDED_BYTES = 2L * 1024 * 1024 * 1024;
    private static final long LOG_BYTES = 10L * 1024 * 1024;

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the folder if need be, and keeps every other launcher out of it until it is closed. */
    static DataFolder open(Path path) {
        try {
            requireOurs(path);
            if (!Files.exists(path)) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.createDirectory(
                        path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Path marker = path.resolve(MARKER);
            if (!Files.exists(marker)) {
                Files.writeString(marker, "Data of a local Comity. \"./comity up --fresh\" deletes this folder.\n");
            }
            FileChannel channel =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw inUse(path);
            }
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new LaunchException(
                    "The folder " + path + " cannot be used: " + e.getMessage() + ". Choose another with --data DIR.");
        }
    }

    private static LaunchException inUse(Path path) {
        String process = ProcessMark.read(launcherFile(path))
                .map(mark -> " (process " + mark.pid() + ")")
                .orElse("");
        return new LaunchException("Comity already runs on the data in " + path + process
                + ". Stop it with ./comity down, or start a second one on other data and ports:"
                + " ./comity up --data DIR --ports base=0");
    }

    private static void requireOurs(Path path) throws IOException {
        if (!Files.exists(path) || Files.exists(path.resolve(MARKER))) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new LaunchException(path + " is a file. Choose a folder with --data DIR.");
        }
        try (Stream<Path> children = Files.list(path)) {
            if (children.findAny().isPresent()) {
                throw new LaunchException("The folder " + path + " is not empty and was not made by Comity, so Comity"
                        + " leaves it alone. Choose another with --data DIR.");
            }
        }
    }

    /** Whether Comity made this folder. */
    static boolean isOurs(Path path) {
        return Files.exists(path.resolve(MARKER));
    }

    /** Deletes all data. Processes that an earlier launcher left must be stopped before. */
    void empty() {
        try (Stream<Path> children = Files.list(path)) {
            List<Path> doomed = children.filter(
                            child -> !KEPT.contains(child.getFileName().toString()))
                    .toList();
            for (Path child : doomed) {
                Folders.delete(child);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses to start on a disk that is about to be full, which PostgreSQL and Kafka take badly. */
    void requireSpace() {
        try {
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new LaunchException(String.format(
                        Locale.ROOT,
                        "Only %.1f GB are free where %s is; Comity needs 2 GB. Make room, or choose another disk with"
                                + " --data DIR.",
                        free / 1e9,
                        path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops every process that an earlier launcher, which was killed, left behind. The names of what it stopped. */
    static List<String> stopLeftovers(Path path) {
        List<Path> files;
        try (Stream<Path> children = Files.list(pidFolder(path))) {
            files = children.filter(file -> file.toString().endsWith(".pid")).toList();
        } catch (IOException e) {
            files = List.of();
        }
        // PostgreSQL last: the others hold connections to it
        List<String> stopped =
                files.parallelStream().flatMap(file -> stop(file).stream()).toList();
        Optional<ProcessHandle> postgres = PostgresServer.running(postgres(path));
        PostgresServer.stopStale(postgres(path));
        return Stream.concat(stopped.stream(), postgres.stream().map(process -> "postgres"))
                .sorted()
                .toList();
    }

    private static Optional<String> stop(Path file) {
        Optional<ProcessMark> running =
                ProcessMark.read(file).filter(mark -> mark.running().isPresent());
        running.ifPresent(mark -> mark.stop(Duration.ofSeconds(6)));
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return running.map(mark -> file.getFileName().toString().replace(".pid", ""));
    }

    /** Where the launcher itself is noted. */
    static Path launcherFile(Path path) {
        return path.resolve(LAUNCHER);
    }

    private static Path pidFolder(Path path) {
        return path.resolve("pids");
    }

    private static Path postgres(Path path) {
        return path.resolve("postgres");
    }

    Path path() {
        return path;
    }

    Path postgres() {
        return postgres(path);
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path keycloak() {
        return path.resolve("keycloak");
    }

    Path pidFile(String name) {
        return pidFolder(path).resolve(name + ".pid");
    }

    Secrets secrets() {
        return Secrets.in(path.resolve("secrets.properties"));
    }

    /** Where the addresses of the running Comity stand, for other programs. */
    Path addresses() {
        return path.resolve("addresses.properties");
    }

    /** There once the demonstration's records of that kind are complete. */
    Path demoLoaded(String kind) {
        // folders from before there were bulletins call it so, and their denials are not to be posted again
        return path.resolve(kind.equals("denials") ? "demo-data-loaded" : "demo-" + kind + "-loaded");
    }

    /** The log of a part. A long one is put aside first. */
    Path log(String name) {
        Path log = path.resolve("logs").resolve(name + ".log");
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
                Files.move(log, log.resolveSibling(name + ".1.log"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return log;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
