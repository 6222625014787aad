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
import org.comity.local.DemoClient;

/** The benchmark {@code post}: starts a Comity, measures its three parts, tells and writes the figures. */
final class PostBenchmark {

    private final PostOptions options;
    private final Clock clock = Clock.systemUTC();
    private final Progress progress = new Progress(System.out);

    PostBenchmark(PostOptions options) {
        this.options = options;
    }

    void run() {
        options.json().ifPresent(PostBenchmark::requireWritable);
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
            PostReport report = measure(system, machine, begun);
            conclude(report);
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

    /** At once, rather than after six minutes of measuring. */
    private static void requireWritable(Path json) {
        Path folder = json.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(json)) {
            throw new BenchException("The file " + json.toAbsolutePath() + " cannot be written.");
        }
    }

    private PostReport measure(MeasuredSystem system, Machine machine, Instant begun) {
        try (DemoClient people = new DemoClient(system.keycloakUrl(), system.denialsUrl());
                Tokens tokens = new Tokens(people, progress);
                DenialsApi api = new DenialsApi(system.denialsUrl(), tokens)) {
            progress.step("Ready");
            PostReport.Posting posting = new PostingPart(system, api, options, progress).run();
            PostReport.FixedRate fixedRate = fixedRate(api);
            PostReport.Lists lists = new ListPart(system, api, tokens, options, progress).run();
            return new PostReport(
                    "post",
                    begun,
                    machine,
                    new PostReport.Size(
                            options.seconds(),
                            options.rate(),
                            options.records(),
                            options.concurrency(),
                            options.rounds()),
                    posting,
                    fixedRate,
                    lists,
                    Machine.currentLoadAverage(),
                    List.of(
                            PostReport.Verdict.of(Target.POST_RATE, posting.ratio()),
                            PostReport.Verdict.of(
                                    Target.POST_LATENCY,
                                    fixedRate.result().latencies().p99()),
                            PostReport.Verdict.of(
                                    Target.FIRST_PAGE,
                                    lists.pages().get(ListPart.FIRST).p99()),
                            PostReport.Verdict.of(
                                    Target.LAST_PAGE,
                                    lists.pages().get(ListPart.LAST).p99())));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new BenchException("The benchmark broke off: " + e.getMessage(), e);
        }
    }

    private PostReport.FixedRate fixedRate(DenialsApi api) {
        progress.step(
                "Posting %d a second for %d s",
                options.rate(), options.fixedRate().toSeconds());
        DraftDenial draft = DraftDenial.releasedTo(ManyDenials.AUDIENCE);
        OpenLoad.Result result =
                OpenLoad.run(options.rate(), options.fixedRate(), () -> api.post(PostingPart.OFFICER, draft));
        progress.step("b  %s", result.latencies());
        if (result.failed() > 0) {
            progress.detail("%d failed; the first: %s", result.failed(), result.firstFailure());
        }
        return new PostReport.FixedRate(options.rate(), result);
    }

    private void conclude(PostReport report) {
        progress.step("Figures beside the targets (load average now %.2f):", report.loadAverageAtEnd());
        for (PostReport.Verdict verdict : report.verdicts()) {
            progress.detail("%s", verdict);
        }
        options.json().ifPresent(file -> {
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
