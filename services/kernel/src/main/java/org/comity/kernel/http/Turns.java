package org.comity.kernel.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.comity.kernel.problem.KernelProblem;

/** Lets a few requests at a time do what takes memory. A few more wait; one that would wait too long is refused. */
public final class Turns {

    private final Semaphore working;
    private final Semaphore waiting;
    private final Duration longestWait;
    private final String busy;

    /**
     * Turns for so many at a time.
     *
     * @param mostWaiting those that wait hold a thread each
     * @param busy what a request is told that is refused
     */
    public Turns(int atATime, int mostWaiting, Duration longestWait, String busy) {
        this.working = new Semaphore(atATime, true);
        this.waiting = new Semaphore(mostWaiting);
        this.longestWait = longestWait;
        this.busy = busy;
    }

    /**
     * Does this when its turn comes.
     *
     * @throws org.comity.kernel.problem.ProblemException 503 where too many wait, or the wait is too long
     */
    public <T> T take(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            end();
        }
    }

    /** Does this when its turn comes, however long that takes: for work that nobody waits for. */
    public <T> T takePatiently(Supplier<T> work) {
        working.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            end();
        }
    }

    /**
     * Takes a turn that ends with {@link #end}.
     *
     * @throws org.comity.kernel.problem.ProblemException 503 where too many wait, or the wait is too long
     */
    public void begin() {
        if (!working.tryAcquire()) {
            await();
        }
    }

    /** Ends a turn. */
    public void end() {
        working.release();
    }

    private void await() {
        if (!waiting.tryAcquire()) {
            throw KernelProblem.UNAVAILABLE.because(busy);
        }
        try {
            if (!working.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw KernelProblem.UNAVAILABLE.because(busy);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KernelProblem.UNAVAILABLE.because(busy);
        } finally {
            waiting.release();
        }
    }
}
