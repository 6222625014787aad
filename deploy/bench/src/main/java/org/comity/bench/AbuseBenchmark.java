package org.comity.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.comity.backing.ComityService;

/**
 * The benchmark {@code abuse}: one state sends what is made to take all memory or all time, ten times in a row, while
 * another state goes on with its work. With the heaps that the launcher gives.
 */
final class AbuseBenchmark {

    private static final String ATTACKER = "de.officer";
    private static final String OTHER = PostingPart.OFFICER;
    private static final int WARM_UP = 300;
    private static final Duration LEAST = Duration.ofSeconds(5);
    private static final List<String> SERVICES =
            Arrays.stream(ComityService.values()).map(ComityService::id).toList();

    private final AbuseOptions options;
    private final Progress progress = new Progress(System.out);

    AbuseBenchmark(AbuseOptions options) {
        this.options = options;
    }

    void run() {
        new Stage(progress).run(options.json(), this::measure);
    }

    private AbuseReport measure(Stage.Scene scene) throws Exception {
        DenialsApi api = scene.api();
        DraftDenial draft = DraftDenial.ofRow(ManyDenials.AUDIENCE);
        Work work = () -> {
            api.post(OTHER, draft);
            api.page(OTHER, DenialsApi.firstPage(25));
        };
        progress.step("Warming up");
        ClosedLoad.times(WARM_UP, 4, work);
        new ImportsApi(api).check(OTHER, new ImportFile("warm-up", WARM_UP, List.of("FR")));
        Map<String, Long> before = processes(scene.system());
        progress.step("The other state alone, %d times a second for %d s", options.rate(), options.quiet());
        Quantiles quiet =
                OpenLoad.run(options.rate(), options.quietTime(), work).latencies();
        progress.detail("%s", quiet);
        List<AbuseReport.Kind> kinds = new ArrayList<>();
        for (HostileRequest request : HostileRequest.all(scene.system().url("portal"))) {
            progress.step("%s, %d times", request.name(), options.times());
            AbuseReport.Kind kind = kind(scene, request, work);
            kinds.add(kind);
            progress.detail(
                    "answered %s, the slowest in %.0f ms; the other state: %s, %d failed",
                    kind.statuses(), kind.slowestMillis(), kind.otherState(), kind.failed());
        }
        List<String> restarted = restarted(before, processes(scene.system()));
        progress.step("Started again: %s", restarted.isEmpty() ? "nothing" : restarted);
        double worst = kinds.stream()
                .mapToDouble(kind -> kind.otherState().p99())
                .max()
                .orElseThrow();
        double slowest = kinds.stream()
                .mapToDouble(AbuseReport.Kind::slowestMillis)
                .max()
                .orElseThrow();
        int failed = kinds.stream().mapToInt(AbuseReport.Kind::failed).sum();
        return new AbuseReport(
                "abuse",
                scene.begun(),
                scene.machine(),
                quiet,
                kinds,
                restarted,
                Machine.currentLoadAverage(),
                List.of(
                        Verdict.of(Target.ABUSE_LATENCY, worst),
                        Verdict.of(Target.ABUSE_FAILED, failed),
                        Verdict.of(Target.ABUSE_RESTARTED, restarted.size()),
                        Verdict.of(Target.ABUSE_ANSWER, slowest)));
    }

    /** Sends the request again and again, for as long as it takes, while the other state works. */
    private AbuseReport.Kind kind(Stage.Scene scene, HostileRequest request, Work work) {
        List<Integer> statuses = new ArrayList<>();
        double[] slowest = {0};
        String url = scene.system().url(request.part());
        try (ExecutorService attacker = Executors.newSingleThreadExecutor()) {
            CompletableFuture<Void> attack = CompletableFuture.runAsync(
                    () -> {
                        for (int i = 0; i < options.times(); i++) {
                            long begin = System.nanoTime();
                            statuses.add(sent(request, url, scene.tokens().of(ATTACKER)));
                            slowest[0] = Math.max(slowest[0], (System.nanoTime() - begin) / 1e6);
                        }
                    },
                    attacker);
            List<OpenLoad.Result> rounds = new ArrayList<>();
            do {
                rounds.add(OpenLoad.run(options.rate(), LEAST, work));
            } while (!attack.isDone());
            attack.join();
            OpenLoad.Result worst = rounds.stream()
                    .max(java.util.Comparator.comparingDouble(
                            round -> round.latencies().p99()))
                    .orElseThrow();
            int failed = rounds.stream().mapToInt(OpenLoad.Result::failed).sum();
            return new AbuseReport.Kind(request.name(), List.copyOf(statuses), slowest[0], worst.latencies(), failed);
        }
    }

    private static int sent(HostileRequest request, String url, String token) {
        try {
            return request.send(url, token);
        } catch (java.io.IOException e) {
            return 0;
        }
    }

    private static Map<String, Long> processes(MeasuredSystem system) {
        Map<String, Long> processes = new LinkedHashMap<>();
        SERVICES.forEach(service -> processes.put(service, system.pid(service)));
        return processes;
    }

    private static List<String> restarted(Map<String, Long> before, Map<String, Long> after) {
        return before.keySet().stream()
                .filter(service -> !before.get(service).equals(after.get(service)))
                .toList();
    }
}
