package org.comity.bench;

import java.time.Instant;
import java.util.List;

/**
 * Figures of the benchmark {@code import}.
 *
 * @param steps of the file, from its check to its approval
 * @param oneByOne the same denials without a file
 */
record ImportReport(
        String benchmark,
        Instant begun,
        Machine machine,
        Size size,
        List<Step> steps,
        List<OneByOne> oneByOne,
        double loadAverageAtEnd,
        List<Verdict> verdicts)
        implements Stage.Report {

    /** How large it was. */
    record Size(int rows, int sample, int concurrency) {}

    /** All rows taken one step further. */
    record Step(String name, double seconds, double rowsPerSecond) {

        static Step of(String name, double seconds, int rows) {
            return new Step(name, seconds, rows / seconds);
        }
    }

    /**
     * Denials made through the API one by one.
     *
     * @param extrapolatedSeconds that as many as the file has rows would take at this rate: reckoned, not measured
     * @param inOneFile what the file took for the same
     */
    record OneByOne(
            String what, int sample, int failed, double perSecond, double extrapolatedSeconds, double inOneFile) {}

    /** Seconds that these steps took together. */
    static double seconds(List<Step> steps) {
        return steps.stream().mapToDouble(Step::seconds).sum();
    }
}
