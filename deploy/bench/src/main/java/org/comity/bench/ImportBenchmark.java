package org.comity.bench;

import java.util.ArrayList;
import java.util.List;

/** The benchmark {@code import}: a file from its check to its approval, beside the same denials posted one by one. */
final class ImportBenchmark {

    /** Rows of the file, and posts of each kind, before anything is measured: the service's code gets compiled. */
    private static final int WARM_UP = 1_000;

    private static final String OFFICER = PostingPart.OFFICER;
    private static final String APPROVER = PostingPart.APPROVER;
    private static final int STEPS_TO_DRAFTS = 2;

    private final ImportOptions options;
    private final Progress progress = new Progress(System.out);

    ImportBenchmark(ImportOptions options) {
        this.options = options;
    }

    void run() {
        new Stage(progress).run(options.json(), this::measure);
    }

    private ImportReport measure(Stage.Scene scene) throws Exception {
        DenialsApi api = scene.api();
        DraftDenial draft = DraftDenial.ofRow(ManyDenials.AUDIENCE);
        Work post = () -> api.post(OFFICER, draft);
        Work notify = () -> api.notify(OFFICER, APPROVER, draft);
        int warmUp = Math.min(WARM_UP, options.rows());
        progress.step("Warming up with %,d rows and as many posts", warmUp);
        steps(new ImportsApi(api), new ImportFile("WARM-UP", warmUp, ManyDenials.AUDIENCE));
        ClosedLoad.times(warmUp, options.concurrency(), post);
        ClosedLoad.times(warmUp, options.concurrency(), notify);

        progress.step("A file of %,d rows, each a denial of its own", options.rows());
        List<ImportReport.Step> steps =
                steps(new ImportsApi(api), new ImportFile("FILE", options.rows(), ManyDenials.AUDIENCE));
        steps.forEach(step ->
                progress.detail("%-8s %8.1f s %9.1f rows/s", step.name(), step.seconds(), step.rowsPerSecond()));
        double drafts = ImportReport.seconds(steps.subList(0, STEPS_TO_DRAFTS));
        progress.step(
                "%,d denials, posted one by one, %d at a time; reckoned for %,d",
                options.sample(), options.concurrency(), options.rows());
        List<ImportReport.OneByOne> oneByOne = List.of(
                oneByOne("posted", post, drafts),
                oneByOne("posted, submitted and approved", notify, ImportReport.seconds(steps)));
        return new ImportReport(
                "import",
                scene.begun(),
                scene.machine(),
                new ImportReport.Size(options.rows(), options.sample(), options.concurrency()),
                steps,
                oneByOne,
                Machine.currentLoadAverage(),
                List.of(Verdict.of(Target.IMPORT, drafts)));
    }

    private static List<ImportReport.Step> steps(ImportsApi imports, ImportFile file) throws Exception {
        List<ImportReport.Step> steps = new ArrayList<>();
        long begin = System.nanoTime();
        String id = imports.check(OFFICER, file);
        steps.add(ImportReport.Step.of("check", since(begin), file.rows()));
        steps.add(step("apply", file, () -> imports.step(OFFICER, id, "apply", "APPLIED")));
        steps.add(step("submit", file, () -> imports.step(OFFICER, id, "submit", "SUBMITTED")));
        steps.add(step("approve", file, () -> imports.step(APPROVER, id, "approve", "APPROVED")));
        return steps;
    }

    private static ImportReport.Step step(String name, ImportFile file, Work work) throws Exception {
        long begin = System.nanoTime();
        work.once();
        return ImportReport.Step.of(name, since(begin), file.rows());
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private ImportReport.OneByOne oneByOne(String what, Work work, double inOneFile) {
        ClosedLoad.Result result = ClosedLoad.times(options.sample(), options.concurrency(), work);
        double reckoned = options.rows() / result.perSecond();
        progress.detail(
                "%-31s %8.1f/s   %,d would take %.1f s, by the file they took %.1f s",
                what, result.perSecond(), options.rows(), reckoned, inOneFile);
        if (result.failed() > 0) {
            progress.detail("%d failed; the first: %s", result.failed(), result.firstFailure());
        }
        return new ImportReport.OneByOne(
                what, options.sample(), result.failed(), result.perSecond(), reckoned, inOneFile);
    }
}
