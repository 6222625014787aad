package org.comity.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * As much work as the system takes: each worker begins its next piece as soon as the last is done, until the time is
 * over or no piece is left.
 */
final class ClosedLoad {

    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(50);

    private ClosedLoad() {}

    /**
     * What was done.
     *
     * @param done how often the work succeeded
     * @param seconds from the beginning until the last worker was done
     */
    record Result(long done, int failed, String firstFailure, double seconds) {

        double perSecond() {
            return done / seconds;
        }
    }

    /** Runs all workers side by side for this time. */
    static Result run(List<? extends Work> workers, Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        return run(workers, () -> System.nanoTime() < deadline);
    }

    /** Does something so often, by so many workers side by side. */
    static Result times(int times, int workers, Work work) {
        AtomicInteger left = new AtomicInteger(times);
        return run(Collections.nCopies(workers, work), () -> left.getAndDecrement() > 0);
    }

    private static Result run(List<? extends Work> workers, BooleanSupplier goesOn) {
        Failures failures = new Failures();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers.size())) {
            List<Future<Long>> counts = new ArrayList<>();
            for (Work work : workers) {
                counts.add(threads.submit(() -> repeat(work, goesOn, failures)));
            }
            long done = 0;
            for (Future<Long> count : counts) {
                done += count.get();
            }
            return new Result(done, failures.count(), failures.first(), (System.nanoTime() - begin) / 1e9);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static long repeat(Work work, BooleanSupplier goesOn, Failures failures) throws InterruptedException {
        long done = 0;
        while (goesOn.getAsBoolean()) {
            try {
                work.once();
                done++;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                failures.add(e);
                Thread.sleep(REST_AFTER_FAILURE);
            }
        }
        return done;
    }
}
