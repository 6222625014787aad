package org.comity.bench;

import java.util.List;

/** The benchmark {@code feeds}: TAXII, and what reaches the people and systems of states. */
final class FeedsBenchmark {

    /** Whose bulletins all of them are. */
    static final String ANALYST = "nl.analyst";

    static final String APPROVER = "nl.approver";

    private final FeedsOptions options;
    private final Progress progress = new Progress(System.out);

    FeedsBenchmark(FeedsOptions options) {
        this.options = options;
    }

    void run() {
        // webhooks of this benchmark go to itself
        System.setProperty("comity.service-options", "-Dcomity.webhooks.private-addresses=true");
        new Stage(progress).run(options.json(), this::measure);
    }

    private FeedsReport measure(Stage.Scene scene) throws Exception {
        try (BulletinsApi bulletins = new BulletinsApi(scene.system().url("bulletins"), scene.tokens())) {
            DeliveryPart delivered = new DeliveryPart(scene.system(), bulletins, scene.tokens(), options, progress);
            FeedsReport.Delivery delivery = delivered.streamsAndTopics();
            FeedsReport.Webhooks webhooks = delivered.webhooks();
            TaxiiPart taxii = new TaxiiPart(scene.system(), bulletins, scene.tokens(), options, progress);
            FeedsReport.Pages pages = taxii.pages();
            FeedsReport.Ingest ingest = taxii.ingest();
            List<FeedsReport.Growth> growth = new GrowthPart(scene.system(), bulletins, options, progress).run();
            return report(scene, pages, ingest, delivery, webhooks, growth);
        }
    }

    private FeedsReport report(
            Stage.Scene scene,
            FeedsReport.Pages pages,
            FeedsReport.Ingest ingest,
            FeedsReport.Delivery delivery,
            FeedsReport.Webhooks webhooks,
            List<FeedsReport.Growth> growth) {
        return new FeedsReport(
                "feeds",
                scene.begun(),
                scene.machine(),
                new FeedsReport.Size(
                        options.bulletins(),
                        options.pages(),
                        options.objects(),
                        options.publications(),
                        options.batch()),
                pages,
                ingest,
                delivery,
                webhooks,
                growth,
                Machine.currentLoadAverage(),
                List.of(
                        Verdict.of(Target.TAXII_DEPTH, pages.lastAgainstFirst()),
                        Verdict.of(
                                Target.TAXII_PAGE,
                                pages.served().get(TaxiiPart.ANY).p95()),
                        Verdict.of(Target.TAXII_RATE, pages.perSecond()),
                        Verdict.of(Target.TAXII_INGEST, ingest.perSecond()),
                        Verdict.of(Target.STREAM, delivery.streams().p99()),
                        Verdict.of(Target.TOPIC, delivery.topics().p99()),
                        Verdict.of(Target.WEBHOOK, webhooks.ratio()),
                        Verdict.of(Target.GROWTH, growthForEachState(growth))));
    }

    /** What each state costs at the most states, against what it costs at the fewest. */
    static double growthForEachState(List<FeedsReport.Growth> growth) {
        return growth.getLast().secondsPerState() / growth.getFirst().secondsPerState();
    }
}
