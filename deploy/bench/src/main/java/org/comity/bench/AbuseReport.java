package org.comity.bench;

import java.time.Instant;
import java.util.List;

/**
 * Figures of the benchmark {@code abuse}; as JSON with {@code --json}.
 *
 * @param quiet the other state's latencies before the hostile requests
 * @param kinds each hostile request, and the other state's latencies beside it
 * @param restarted services that ended and were started again
 */
record AbuseReport(
        String benchmark,
        Instant begun,
        Machine machine,
        Quantiles quiet,
        List<Kind> kinds,
        List<String> restarted,
        double loadAverageAtEnd,
        List<Verdict> verdicts)
        implements Stage.Report {

    /**
     * One kind of hostile request.
     *
     * @param statuses how it was answered, in order; 0 where the connection was closed without an answer
     * @param slowestMillis the longest answer
     * @param otherState the other state's latencies meanwhile
     * @param failed requests of the other state that failed
     */
    record Kind(String name, List<Integer> statuses, double slowestMillis, Quantiles otherState, int failed) {}
}
