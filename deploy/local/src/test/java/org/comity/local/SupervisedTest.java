package org.comity.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.comity.backing.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisedTest {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(said, true, StandardCharsets.UTF_8));
    private final List<ProcessHandle> started = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @Test
    void a_process_that_dies_is_started_again_and_its_last_words_are_shown() throws IOException {
        Supervised process = supervised("exec sleep 60");
        process.start();
        process.await(Duration.ofSeconds(5));

        started.get(0).destroyForcibly();

        assertTrue(Waiting.until(Duration.ofSeconds(10), () -> started.size() == 2));
        assertTrue(Waiting.until(Duration.ofSeconds(5), () -> said().contains("thing is ready again")));
        assertTrue(said().contains("thing ended unexpectedly and is started again in 1 s"), said());
        assertTrue(said().contains("| last words"), said());
        process.stop(Duration.ofSeconds(2));
        assertFalse(started.get(1).isAlive());
    }

    @Test
    void a_process_that_is_stopped_stays_stopped() throws Exception {
        Supervised process = supervised("exec sleep 60");
        process.start();
        process.await(Duration.ofSeconds(5));

        process.stop(Duration.ofSeconds(2));
        Thread.sleep(1600);

        assertEquals(1, started.size());
        assertFalse(said().contains("unexpectedly"));
    }

    @Test
    void a_process_that_never_gets_ready_is_given_up_after_three_deaths() throws IOException {
        Files.writeString(folder.resolve("log"), "last words\n");
        Supervised process =
                new Supervised("thing", () -> start("exit 3"), () -> false, folder.resolve("log"), console);
        process.start();

        LaunchException refusal = assertThrows(LaunchException.class, () -> process.await(Duration.ofSeconds(20)));

        assertTrue(refusal.getMessage().startsWith("thing ended again and again while starting."));
        assertEquals(3, started.size());
    }

    private Supervised supervised(String command) throws IOException {
        Files.writeString(folder.resolve("log"), "first words\nlast words\n");
        return new Supervised(
                "thing",
                () -> start(command),
                () -> started.get(started.size() - 1).isAlive(),
                folder.resolve("log"),
                console);
    }

    private ProcessHandle start(String command) {
        try {
            ProcessHandle process =
                    new ProcessBuilder("sh", "-c", command).start().toHandle();
            started.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
