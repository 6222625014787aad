package org.comity.backing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that tells nobody when it happens. */
public final class Waiting {

    private static final Duration STEP = Duration.ofMillis(50);

    private Waiting() {}

    /** Waits until the condition holds; false when the time is over first. */
    public static boolean until(Duration time, BooleanSupplier condition) {
        return until(time, STEP, condition);
    }

    /**
     * Waits until the condition holds; false when the time is over first.
     *
     * @param step pause between two looks, for a condition that costs something to find out
     */
    public static boolean until(Duration time, Duration step, BooleanSupplier condition) {
        long deadline = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                Thread.sleep(step);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
