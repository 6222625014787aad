package org.comity.bench;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What went wrong while something was measured: how often, and the first of it. */
final class Failures {

    private final AtomicInteger count = new AtomicInteger();
    private final AtomicReference<String> first = new AtomicReference<>("");

    void add(Exception failure) {
        if (count.getAndIncrement() == 0) {
            first.set(failure.toString());
        }
    }

    int count() {
        return count.get();
    }

    /** The first, or empty. */
    String first() {
        return first.get();
    }
}
