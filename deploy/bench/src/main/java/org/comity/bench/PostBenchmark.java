package org.comity.bench;

import java.util.List;

/** The benchmark {@code post}: its three parts. */
final class PostBenchmark {

    private final PostOptions options;
    private final Progress progress = new Progress(System.out);

    PostBenchmark(PostOptions options) {
        this.options = options;
    }

    void run() {
        new Stage(progress).run(options.json(), this::measure);
    }

    private PostReport measure(Stage.Scene scene) throws Exception {
        PostReport.Posting posting = new PostingPart(scene.system(), scene.api(), options, progress).run();
        PostReport.FixedRate fixedRate = fixedRate(scene.api());
        PostReport.Lists lists = new ListPart(scene.system(), scene.api(), scene.tokens(), options, progress).run();
        return new PostReport(
                "post",
                scene.begun(),
                scene.machine(),
                new PostReport.Size(
                        options.seconds(), options.rate(), options.records(), options.concurrency(), options.rounds()),
                posting,
                fixedRate,
                lists,
                Machine.currentLoadAverage(),
                List.of(
                        Verdict.of(Target.POST_RATE, posting.ratio()),
                        Verdict.of(
                                Target.POST_LATENCY,
                                fixedRate.result().latencies().p99()),
                        Verdict.of(
                                Target.FIRST_PAGE,
                                lists.pages().get(ListPart.FIRST).p99()),
                        Verdict.of(
                                Target.LAST_PAGE,
                                lists.pages().get(ListPart.LAST).p99())));
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
}
