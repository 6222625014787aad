package org.comity.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Identity of a process, as it stands in a pid file: a number alone may have passed to a stranger meanwhile, so start
 * time and command are kept too, and a process is touched only when all three agree.
 *
 * @param pid process id
 * @param started when it started; compared with a tolerance of two seconds
 * @param command path of its executable
 */
public record ProcessMark(long pid, Instant started, String command) {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** The mark of a running process. */
    public static ProcessMark of(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        return new ProcessMark(
                process.pid(),
                info.startInstant().orElse(Instant.EPOCH),
                info.command().orElse(""));
    }

    /** Reads a pid file; empty when there is none or it cannot be understood. */
    public static Optional<ProcessMark> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return Optional.of(new ProcessMark(
                    Long.parseLong(lines.get(0)), Instant.ofEpochMilli(Long.parseLong(lines.get(1))), lines.get(2)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Writes this mark to a pid file, whole or not at all. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, pid + "\n" + started.toEpochMilli() + "\n" + command + "\n");
            Files.move(
                    draft,
                    file,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, if it still runs and is the one that was marked. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle process) {
        ProcessMark now = of(process);
        return now.command.equals(command)
                && Duration.between(now.started, started).abs().compareTo(TOLERANCE) <= 0;
    }

    /** Asks the marked process to end, and ends it by force when it has not done so in time. Waits until it is gone. */
    public void stop(Duration grace) {
        running().ifPresent(process -> stop(process, grace));
    }

    /** Asks a process to end, and ends it by force when it has not done so in time. Waits until it is gone. */
    public static void stop(ProcessHandle process, Duration grace) {
        process.destroy();
        if (!endsWithin(process, grace)) {
            process.destroyForcibly();
            endsWithin(process, Duration.ofSeconds(5));
        }
    }

    /** Waits for the end of a process, which need not be a child of ours. */
    static boolean endsWithin(ProcessHandle process, Duration time) {
        return Waiting.until(time, () -> !process.isAlive());
    }
}
