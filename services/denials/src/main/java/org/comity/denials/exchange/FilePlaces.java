package org.comity.denials.exchange;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.comity.denials.exchange.table.FileBudget;
import org.comity.kernel.http.Turns;

/**
 * Lets one file at a time be received or given back, and as many be applied as there is memory for ({@link FileBudget}):
 * one of the largest, or several small ones. A few requests wait; one that would wait too long is refused.
 *
 * <p>Rules: R-281.
 */
@Singleton
class FilePlaces {

    /** Those that wait hold a thread each. */
    static final int MOST_WAITING = 4;

    /** Assumption: reading and checking the largest file takes a few seconds. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Turns reading;
    private final Semaphore megabytes = new Semaphore(FileBudget.MEGABYTES_APPLIED, true);

    FilePlaces() {
        this(LONGEST_WAIT);
    }

    FilePlaces(Duration longestWait) {
        this.reading =
                new Turns(1, MOST_WAITING, longestWait, "Other files are being read. Send the file again in a minute.");
    }

    /**
     * Does this with a file of a request, when its turn comes.
     *
     * @throws org.comity.kernel.problem.ProblemException 503 where too many wait, or the wait is too long
     */
    <T> T reading(Supplier<T> work) {
        return reading.take(work);
    }

    /** Reads the file of a step, when its turn comes, however long that takes. */
    <T> T readingOfStep(Supplier<T> work) {
        return reading.takePatiently(work);
    }

    /**
     * Takes the memory for a file that is applied.
     *
     * @return whether there was room for it within this wait
     */
    boolean tryApplying(int needed, Duration wait) throws InterruptedException {
        return megabytes.tryAcquire(bounded(needed), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Gives back what {@link #tryApplying} took. */
    void applied(int needed) {
        megabytes.release(bounded(needed));
    }

    private static int bounded(int needed) {
        return Math.clamp(needed, 1, FileBudget.MEGABYTES_APPLIED);
    }
}
