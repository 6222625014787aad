package org.comity.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.comity.backing.ProcessMark;
import org.comity.backing.Waiting;

/**
 * A process that is started again when it dies: after one second, and after twice as long each further time, up to half
 * a minute. One that has run for a minute is forgiven.
 */
final class Supervised {

    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int LONGEST_PAUSE_SECONDS = 30;
    private static final int HOPELESS = 3;
    private static final int TAIL_LINES = 12;

    private final String name;
    private final Supplier<ProcessHandle> starter;
    private final BooleanSupplier ready;
    private final Path log;
    private final Console console;

    private volatile ProcessHandle process;
    private volatile boolean stopping;
    private volatile boolean wasReady;
    private volatile int deaths;

    /**
     * @param name as it is told
     * @param starter starts the process, and prepares what the process needs
     * @param ready whether the running process serves
     * @param log whose last lines are shown when the process dies
     */
    Supervised(String name, Supplier<ProcessHandle> starter, BooleanSupplier ready, Path log, Console console) {
        this.name = name;
        this.starter = starter;
        this.ready = ready;
        this.log = log;
        this.console = console;
    }

    synchronized void start() {
        if (stopping) {
            return;
        }
        process = starter.get();
        Thread.ofVirtual().name("watch-" + name).start(this::watch);
    }

    /** Waits until it serves for the first time. */
    void await(Duration time) {
        boolean done = Waiting.until(time, LOOK, () -> stopping || deaths >= HOPELESS || ready.getAsBoolean());
        if (stopping) {
            throw new LaunchException("Stopped while " + name + " was starting.");
        }
        if (deaths >= HOPELESS || !done) {
            throw new LaunchException(name
                    + (done ? " ended again and again while starting." : " was not ready in time.")
                    + " Its log is " + log + ", and ends with\n" + tail());
        }
        wasReady = true;
        console.step(name + " is ready");
    }

    private void watch() {
        while (!stopping) {
            long begin = System.nanoTime();
            waitForEnd();
            // Ctrl-C reaches our children directly, and sometimes before it reaches us
            if (Waiting.until(Duration.ofMillis(300), () -> stopping)) {
                return;
            }
            boolean longLived = System.nanoTime() - begin > FORGIVEN_AFTER.toNanos();
            deaths = longLived ? 1 : deaths + 1;
            if (!wasReady && deaths >= HOPELESS) {
                return;
            }
            int pause = (int) Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(deaths - 1, 10));
            console.step(name + " ended unexpectedly and is started again in " + pause + " s. Its log, " + log
                    + ", ends with\n" + tail());
            if (Waiting.until(Duration.ofSeconds(pause), () -> stopping)) {
                return;
            }
            restart();
        }
    }

    private void waitForEnd() {
        try {
            process.onExit().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void restart() {
        if (stopping) {
            return;
        }
        try {
            process = starter.get();
        } catch (RuntimeException e) {
            console.step(name + " could not be started again: " + e.getMessage());
            return;
        }
        if (wasReady) {
            CompletableFuture.runAsync(
                    () -> {
                        ProcessHandle mine = process;
                        if (Waiting.until(
                                        Duration.ofMinutes(2),
                                        LOOK,
                                        () -> stopping || !mine.isAlive() || ready.getAsBoolean())
                                && !stopping
                                && mine.isAlive()) {
                            console.step(name + " is ready again");
                        }
                    },
                    task -> Thread.ofVirtual().start(task));
        }
    }

    /** Leaves the process to itself from now on; somebody else ends it. */
    void release() {
        stopping = true;
    }

    /** Ends the process and waits until it is gone. */
    void stop(Duration grace) {
        stopping = true;
        ProcessHandle last;
        synchronized (this) {
            last = process;
        }
        if (last != null) {
            ProcessMark.stop(last, grace);
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(
                    "\n",
                    lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()).stream()
                            .map(line -> "          | " + line)
                            .toList());
        } catch (IOException e) {
            return "          | (cannot be read: " + e.getMessage() + ")";
        }
    }
}
