package org.comity.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Figures of the benchmark {@code post}; as JSON with {@code --json}.
 *
 * @param loadAverageAtEnd of the machine, when all was measured
 */
record PostReport(
        String benchmark,
        Instant begun,
        Machine machine,
        Size size,
        Posting posting,
        FixedRate fixedRate,
        Lists lists,
        double loadAverageAtEnd,
        List<Verdict> verdicts)
        implements Stage.Report {

    /** How large it was. */
    record Size(int seconds, int rate, int records, int concurrency, int rounds) {}

    /** Part a. */
    record Posting(Map<String, Integer> rowsOfOnePost, List<Round> rounds, double api, double bare, double ratio) {}

    /**
     * One round.
     *
     * @param perSecond how many denials
     * @param denialsCores processor cores that the denials service kept busy
     * @param postgresCores those of PostgreSQL
     * @param benchmarkCores those of the benchmark itself
     * @param processorMillis processor time of the denials service and PostgreSQL for each denial: unlike the rate,
     *     hardly touched by what else runs on the machine
     */
    record Round(
            String kind,
            double perSecond,
            int failed,
            String firstFailure,
            double denialsCores,
            double postgresCores,
            double benchmarkCores,
            double processorMillis) {

        static Round of(String kind, ClosedLoad.Result result, CpuWatch cpu) {
            double denials = cpu.denials();
            double postgres = cpu.postgres();
            return new Round(
                    kind,
                    result.perSecond(),
                    result.failed(),
                    result.firstFailure(),
                    denials,
                    postgres,
                    cpu.benchmark(),
                    result.done() == 0 ? 0 : (denials + postgres) * 1000 / result.perSecond());
        }
    }

    /** Part b. */
    record FixedRate(int perSecond, OpenLoad.Result result) {}

    /**
     * Part c.
     *
     * @param seen denials that the walk through all pages found
     * @param hidden denials in the database that the reader does not see
     * @param pages latencies through the API
     * @param queries times of the query alone, under the policy
     * @param plans of the first and the last page
     */
    record Lists(
            int seen,
            long hidden,
            Map<String, Quantiles> pages,
            Map<String, Quantiles> queries,
            Map<String, List<ListQuery.Plan>> plans) {}
}
