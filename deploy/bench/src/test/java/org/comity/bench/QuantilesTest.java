package org.comity.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class QuantilesTest {

    private static long[] millis(long first, long last) {
        return LongStream.rangeClosed(first, last).map(n -> n * 1_000_000).toArray();
    }

    @Test
    void of_a_hundred_times_the_99th_is_p99() {
        assertEquals(new Quantiles(100, 50, 95, 99, 100), Quantiles.ofNanos(millis(1, 100)));
    }

    @Test
    void of_fewer_than_a_hundred_times_the_longest_is_p99() {
        assertEquals(new Quantiles(99, 50, 95, 99, 99), Quantiles.ofNanos(millis(1, 99)));
    }

    @Test
    void a_rank_that_is_no_whole_number_goes_up() {
        assertEquals(new Quantiles(101, 51, 96, 100, 101), Quantiles.ofNanos(millis(1, 101)));
    }

    @Test
    void one_time_is_every_quantile() {
        assertEquals(new Quantiles(1, 7, 7, 7, 7), Quantiles.ofNanos(7_000_000));
    }

    @Test
    void the_order_of_the_times_does_not_matter_and_stays() {
        long[] times = {3_000_000, 1_000_000, 2_000_000};
        assertEquals(new Quantiles(3, 2, 3, 3, 3), Quantiles.ofNanos(times));
        assertEquals(3_000_000, times[0]);
    }

    @Test
    void nothing_has_no_quantiles() {
        assertThrows(IllegalArgumentException.class, () -> Quantiles.ofNanos());
    }
}
