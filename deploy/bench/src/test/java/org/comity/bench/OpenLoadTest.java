package org.comity.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class OpenLoadTest {

    @Test
    void waiting_behind_a_slow_request_is_counted() {
        ReentrantLock oneAtATime = new ReentrantLock();
        OpenLoad.Result result = OpenLoad.run(50, Duration.ofMillis(200), () -> {
            oneAtATime.lock();
            try {
                Thread.sleep(60);
            } finally {
                oneAtATime.unlock();
            }
        });
        assertEquals(10, result.scheduled());
        // the tenth was due after 180 ms and was done after ten times 60 ms
        assertTrue(result.latencies().max() > 350, result.toString());
    }

    @Test
    void failures_are_counted_and_have_no_latency() {
        AtomicInteger number = new AtomicInteger();
        OpenLoad.Result result = OpenLoad.run(100, Duration.ofMillis(100), () -> {
            if (number.getAndIncrement() % 2 == 0) {
                throw new IllegalStateException("every other one");
            }
        });
        assertEquals(10, result.scheduled());
        assertEquals(5, result.failed());
        assertEquals(5, result.latencies().count());
        assertTrue(result.firstFailure().contains("every other one"));
    }

    @Test
    void nothing_but_failures_is_no_measurement() {
        assertThrows(
                BenchException.class,
                () -> OpenLoad.run(100, Duration.ofMillis(50), () -> {
                    throw new IllegalStateException("down");
                }));
    }
}
