package org.comity.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * Quantiles of measured times, in milliseconds, by nearest rank: each is a time that was measured, and p99 of fewer
 * than a hundred is the longest.
 *
 * @param count how many were measured
 */
record Quantiles(int count, double p50, double p95, double p99, double max) {

    private static final double NANOS_PER_MILLI = 1e6;

    /** Of times in nanoseconds, in any order. */
    static Quantiles ofNanos(long... nanos) {
        if (nanos.length == 0) {
            throw new IllegalArgumentException("quantiles of nothing");
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Quantiles(sorted.length, at(sorted, 50), at(sorted, 95), at(sorted, 99), at(sorted, 100));
    }

    private static double at(long[] sorted, int percent) {
        int rank = (int) Math.ceilDiv((long) sorted.length * percent, 100L);
        return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %.1f  p95 %.1f  p99 %.1f  max %.1f ms  (%,d)", p50, p95, p99, max, count);
    }
}
