package org.comity.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClosedLoadTest {

    @Test
    void something_is_done_as_often_as_asked_for_and_what_fails_does_not_count() {
        AtomicInteger begun = new AtomicInteger();
        ClosedLoad.Result result = ClosedLoad.times(100, 8, () -> {
            if (begun.incrementAndGet() % 10 == 0) {
                throw new IllegalStateException("planted");
            }
        });
        assertEquals(100, begun.get());
        assertEquals(90, result.done());
        assertEquals(10, result.failed());
    }
}
