package org.comity.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.local.DemoClient;

/** Starts a Comity for one benchmark, lets it measure, and removes it, also on Ctrl-C; tells and writes the figures. */
final class Stage {

    private final Progress progress;
    private final Clock clock = Clock.systemUTC();

    Stage(Progress progress) {
        this.progress = progress;
    }

    /** A Comity that is ready, and how to reach it. */
    record Scene(MeasuredSystem system, DenialsApi api, Tokens tokens, Machine machine, Instant begun) {}

    /**
     * Figures of a benchmark; as JSON with {@code --json}.
     *
     * @see PostReport
     * @see ImportReport
     */
    interface Report {

        double loadAverageAtEnd();

        List<Verdict> verdicts();
    }

    /** What is measured on a scene. */
    @FunctionalInterface
    interface Measuring {

        Report on(Scene scene) throws Exception;
    }

    void run(Optional<Path> json, Measuring measuring) {
        json.ifPresent(Stage::requireWritable);
        Instant begun = clock.instant();
        progress.step("Starting a Comity of its own");
        MeasuredSystem system = MeasuredSystem.start(root());
        Thread stop = new Thread(() -> {
            if (!system.isClosed()) {
                progress.step("Stopping");
                progress.fallSilent();
                system.close();
            }
        });
        Runtime.getRuntime().addShutdownHook(stop);
        try (system) {
            Machine machine = Machine.now(system.folder());
            progress.step("Machine: %s", machine);
            system.awaitReady();
            conclude(measured(system, machine, begun, measuring), json);
        } catch (RuntimeException e) {
            // what fails because everything is being stopped is of no interest
            if (!progress.isSilent()) {
                throw e;
            }
        }
    }

    private static Path root() {
        String root = System.getProperty("comity.root");
        if (root == null) {
            throw new BenchException("Start the benchmark with ./comity bench, which says where its files are.");
        }
        return Path.of(root).toAbsolutePath().normalize();
    }

    /** At once, rather than after minutes of measuring. */
    private static void requireWritable(Path json) {
        Path folder = json.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(json)) {
            throw new BenchException("The file " + json.toAbsolutePath() + " cannot be written.");
        }
    }

    private Report measured(MeasuredSystem system, Machine machine, Instant begun, Measuring measuring) {
        try (DemoClient people = new DemoClient(system.keycloakUrl(), system.denialsUrl());
                Tokens tokens = new Tokens(people, progress);
                DenialsApi api = new DenialsApi(system.denialsUrl(), tokens)) {
            progress.step("Ready");
            return measuring.on(new Scene(system, api, tokens, machine, begun));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new BenchException("The benchmark broke off: " + e.getMessage(), e);
        }
    }

    private void conclude(Report report, Optional<Path> json) {
        progress.step("Figures beside the targets (load average now %.2f):", report.loadAverageAtEnd());
        for (Verdict verdict : report.verdicts()) {
            progress.detail("%s", verdict);
        }
        json.ifPresent(file -> {
            try {
                new ObjectMapper()
                        .registerModule(new JavaTimeModule())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .writerWithDefaultPrettyPrinter()
                        .writeValue(file.toFile(), report);
                progress.step("Written to %s", file.toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
