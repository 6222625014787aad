package org.comity.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Part a of {@code post}: denials posted through the API per second, against the same rows inserted bare. */
final class PostingPart {

    static final String OFFICER = "nl.officer";
    static final String APPROVER = "nl.approver";

    /** Assumption: a service that got no more than this faster in a while has its code compiled. */
    private static final double SETTLED = 1.03;

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String API = "API";
    private static final String BARE = "bare";

    private final MeasuredSystem system;
    private final DenialsApi api;
    private final PostOptions options;
    private final Progress progress;
    private final DraftDenial draft = DraftDenial.releasedTo(ManyDenials.AUDIENCE);

    PostingPart(MeasuredSystem system, DenialsApi api, PostOptions options, Progress progress) {
        this.system = system;
        this.api = api;
        this.options = options;
        this.progress = progress;
    }

    PostReport.Posting run() throws Exception {
        Work post = () -> api.post(OFFICER, draft);
        PostedRows rows = rows(post);
        progress.step(
                "One post leaves %d rows in %d tables:",
                rows.count(), rows.tables().size());
        progress.detail("%s", rows.rowsByTable());
        List<Work> posts = Collections.nCopies(options.concurrency(), post);
        List<BareInsert> bare = bareInserts(rows);
        try {
            warmUp(posts, bare);
            List<PostReport.Round> rounds = new ArrayList<>();
            for (int i = 0; i < options.rounds(); i++) {
                rounds.add(round(API, posts));
                rounds.add(round(BARE, bare));
            }
            double throughApi = mean(rounds, API);
            double throughBare = mean(rounds, BARE);
            double ratio = throughBare == 0 ? 0 : throughApi / throughBare;
            progress.step("a  API %.1f/s, bare %.1f/s, ratio %.3f", throughApi, throughBare, ratio);
            return new PostReport.Posting(rows.rowsByTable(), rounds, throughApi, throughBare, ratio);
        } finally {
            for (BareInsert each : bare) {
                each.close();
            }
        }
    }

    private PostedRows rows(Work post) throws Exception {
        // the first post may leave what no later one does
        post.once();
        try (Connection superuser = system.superuser()) {
            return PostedRows.of(superuser, post);
        }
    }

    private List<BareInsert> bareInserts(PostedRows rows) throws SQLException {
        List<BareInsert> inserts = new ArrayList<>();
        for (int i = 0; i < options.concurrency(); i++) {
            inserts.add(new BareInsert(system.superuser(), rows, Clock.systemUTC()));
        }
        return inserts;
    }

    /** Until posting no longer gets faster, which is when the service's code is compiled. */
    private void warmUp(List<Work> posts, List<BareInsert> bare) {
        progress.step(
                "Warming up until posting gets no faster, at most %d s",
                options.warmUp().toSeconds());
        long deadline = System.nanoTime() + options.warmUp().toNanos();
        double fastest = 0;
        int slower = 0;
        while (slower < 2 && System.nanoTime() < deadline) {
            double rate = ClosedLoad.run(posts, options.round()).perSecond();
            progress.detail("%.1f/s", rate);
            slower = rate > fastest * SETTLED ? 0 : slower + 1;
            fastest = Math.max(fastest, rate);
        }
        ClosedLoad.run(bare, SECOND);
    }

    private PostReport.Round round(String kind, List<? extends Work> workers) {
        CpuWatch cpu = new CpuWatch(system);
        ClosedLoad.Result result = ClosedLoad.run(workers, options.round());
        PostReport.Round round = PostReport.Round.of(kind, result, cpu);
        progress.step(
                "%-4s %8.1f/s   cores: denials %.2f, PostgreSQL %.2f, benchmark %.2f   processor time of each: %.1f ms"
                        + "   load average %.1f",
                kind,
                round.perSecond(),
                round.denialsCores(),
                round.postgresCores(),
                round.benchmarkCores(),
                round.processorMillis(),
                Machine.currentLoadAverage());
        if (result.failed() > 0) {
            progress.detail("%d failed; the first: %s", result.failed(), result.firstFailure());
        }
        return round;
    }

    /** Of rounds that are all equally long. */
    private static double mean(List<PostReport.Round> rounds, String kind) {
        return rounds.stream()
                .filter(round -> round.kind().equals(kind))
                .mapToDouble(PostReport.Round::perSecond)
                .average()
                .orElse(0);
    }
}
