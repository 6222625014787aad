package org.comity.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/**
 * A fixed number of requests each second, whether or not the earlier ones have been answered. A latency counts from the
 * time at which the request was due, so that waiting behind a slow one is counted too (no coordinated omission).
 */
final class OpenLoad {

    /** Waits for a turn are part of the latency; the bound only keeps a stalled service from exhausting this process. */
    private static final int MOST_AT_A_TIME = 500;

    private OpenLoad() {}

    /**
     * What was measured.
     *
     * @param scheduled how many requests were due
     * @param latencies of those that succeeded
     * @param seconds from the first until the last answer
     */
    record Result(int scheduled, Quantiles latencies, int failed, String firstFailure, double seconds) {}

    /** Does the work this often for this time. */
    static Result run(int perSecond, Duration time, Work work) {
        int scheduled = Math.toIntExact(Math.max(1, time.toMillis() * perSecond / 1000));
        long[] latencies = new long[scheduled];
        Arrays.fill(latencies, -1);
        Failures failures = new Failures();
        Semaphore turns = new Semaphore(MOST_AT_A_TIME);
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < scheduled; i++) {
                int number = i;
                long due = begin + Math.round(i * 1e9 / perSecond);
                waitUntil(due);
                threads.submit(() -> {
                    turns.acquire();
                    try {
                        work.once();
                        latencies[number] = System.nanoTime() - due;
                    } catch (Exception e) {
                        failures.add(e);
                    } finally {
                        turns.release();
                    }
                    return null;
                });
            }
        }
        long[] succeeded = Arrays.stream(latencies).filter(nanos -> nanos >= 0).toArray();
        if (succeeded.length == 0) {
            throw new BenchException("Every request failed; the first: " + failures.first());
        }
        return new Result(
                scheduled,
                Quantiles.ofNanos(succeeded),
                failures.count(),
                failures.first(),
                (System.nanoTime() - begin) / 1e9);
    }

    private static void waitUntil(long due) {
        long left = due - System.nanoTime();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }
}
