package org.comity.backing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One PostgreSQL, Kafka and Keycloak for all tests of a checkout, in a background process that the first test to ask
 * starts and that ends soon after the last Maven (or IDE) that asked has ended. Data is fresh with each start.
 *
 * <p>Safe when modules run in parallel, and when two Mavens run in the same checkout.
 */
public final class SharedBacking {

    private static final Object IN_THIS_PROCESS = new Object();

    /**
     * The demo realm that the tests of all modules share: to make one takes Keycloak a dozen seconds of processor time. A
     * test may add an account to it, and changes nothing that is there.
     */
    public static final String REALM = "tests";

    private final Path folder;

    SharedBacking(Path root) {
        this.folder = root.resolve("target/backing");
    }

    /** The servers; PostgreSQL and Kafka can be used at once, Keycloak after {@link Backing#awaitKeycloak()}. */
    public static Backing acquire() {
        return new SharedBacking(root()).get();
    }

    /**
     * Makes a demo realm of this name in the shared Keycloak unless it is there, waiting for Keycloak first.
     *
     * @param name the realm: {@link #REALM}, or one of its own for a module that changes what is in it
     */
    public static void ensureDemoRealm(Backing backing, String name) {
        backing.awaitKeycloak();
        SharedBacking shared = new SharedBacking(root());
        shared.locked("realm.lock", () -> {
            try (KeycloakAdmin admin = backing.keycloakAdmin()) {
                return RealmFiles.demo(root())
                        .named(name)
                        .withSecrets(Map.of(ComityService.SUBSCRIPTIONS.brokerClient(), "comity-demo"))
                        .install(admin);
            }
        });
    }

    /** Root folder of the checkout: the system property {@code comity.root}. */
    public static Path root() {
        String root = System.getProperty("comity.root");
        if (root == null) {
            throw new BackingException("The system property comity.root does not say where the checkout is.");
        }
        return Path.of(root).toAbsolutePath().normalize();
    }

    Backing get() {
        return locked("lock", () -> {
            hold();
            Optional<Backing> running = Backing.read(record()).filter(Backing::answers);
            return running.orElseGet(this::start);
        });
    }

    private Backing start() {
        try {
            Files.deleteIfExists(record());
            deleteOldRuns();
            Path run = Files.createTempDirectory(folder, "run-");
            Process process = launch(run);
            boolean ended = Waiting.until(Duration.ofMinutes(2), () -> !process.isAlive() || Files.exists(record()));
            Optional<Backing> backing = Backing.read(record());
            if (!ended || backing.isEmpty()) {
                process.destroy();
                throw new BackingException(
                        "The servers for the tests did not start. Their log is " + run.resolve("backing.log"));
            }
            return backing.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch(Path run) throws IOException {
        Path arguments = run.resolve("arguments");
        Files.writeString(arguments, """
                -Xmx512m
                -XX:TieredStopAtLevel=1
                -XX:+UseSerialGC
                -cp
                "%s"
                %s
                "%s"
                "%s"
                """.formatted(
                        ownClasses(run) + File.pathSeparator + System.getProperty("java.class.path"),
                        BackingMain.class.getName(),
                        folder.getParent().getParent(),
                        run));
        return new ProcessBuilder(java(), "@" + arguments)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        run.resolve("backing.log").toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A copy of this module's classes: a build may replace the originals while the background process uses them. */
    private static Path ownClasses(Path run) throws IOException {
        Path copy = run.resolve("classes");
        Path source;
        try {
            source = Path.of(BackingMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
        if (Files.isRegularFile(source)) {
            Path jar = run.resolve("backing.jar");
            Files.copy(source, jar);
            return jar;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(source)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path target = copy.resolve(source.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return copy;
    }

    private void deleteOldRuns() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path old : children.filter(
                            path -> path.getFileName().toString().startsWith("run-"))
                    .toList()) {
                PostgresServer.stopStale(old.resolve("postgres"));
                ProcessMark.read(old.resolve("keycloak.pid")).ifPresent(mark -> mark.stop(Duration.ofSeconds(5)));
                Folders.delete(old);
            }
        }
    }

    private Path record() {
        return folder.resolve("address.properties");
    }

    /** Notes for whom the servers run: they stop when none of the noted processes is left. */
    private void hold() {
        ProcessMark holder = ProcessMark.of(outermostJava());
        holder.write(folder.resolve("holders").resolve(holder.pid() + ".pid"));
    }

    /** The Maven or IDE that this process works for: its outermost ancestor that is a Java process too. */
    private static ProcessHandle outermostJava() {
        ProcessHandle outermost = ProcessHandle.current();
        Optional<ProcessHandle> parent = outermost.parent();
        while (parent.isPresent()) {
            String command = parent.get().info().command().orElse("");
            if (command.endsWith("/java")) {
                outermost = parent.get();
            }
            parent = parent.get().parent();
        }
        return outermost;
    }

    /** Deletes the notes of processes that have ended; true when somebody is left. */
    boolean isHeld() {
        try (Stream<Path> notes = Files.list(folder.resolve("holders"))) {
            boolean held = false;
            for (Path note :
                    notes.filter(path -> path.toString().endsWith(".pid")).toList()) {
                if (ProcessMark.read(note).flatMap(ProcessMark::running).isPresent()) {
                    held = true;
                } else {
                    Files.deleteIfExists(note);
                }
            }
            return held;
        } catch (IOException e) {
            return false;
        }
    }

    /** Withdraws the addresses, unless somebody still needs the servers. True when they may stop. */
    boolean retire() {
        return locked("lock", () -> {
            if (isHeld()) {
                return false;
            }
            try {
                Files.deleteIfExists(record());
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void publish(Backing backing) {
        backing.write(record());
    }

    /** Withdraws the addresses, because the servers end, even if somebody still needs them. */
    void withdraw() {
        try {
            Files.deleteIfExists(record());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work<T> {
        T run();
    }

    private <T> T locked(String name, Work<T> work) {
        synchronized (IN_THIS_PROCESS) {
            try {
                Files.createDirectories(folder);
                try (FileChannel channel = FileChannel.open(
                                folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (!lock.isValid()) {
                        throw new IOException("no lock on " + folder.resolve(name));
                    }
                    return work.run();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
