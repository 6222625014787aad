package org.comity.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How large the benchmark {@code post} is.
 *
 * @param seconds length of each round of posting; the fixed-rate part lasts three times as long
 * @param rate requests per second of the fixed-rate part
 * @param records denials that the reader of the list sees
 * @param concurrency requests, or bare transactions, at a time while posting as fast as possible
 * @param rounds rounds through the API, each followed by one of bare inserts
 * @param json where the figures are written too
 */
record PostOptions(int seconds, int rate, int records, int concurrency, int rounds, Optional<Path> json) {

    PostOptions {
        within("--seconds", seconds, 1, 600);
        within("--rate", rate, 1, 1_000);
        within("--records", records, 100, 1_000_000);
        within("--concurrency", concurrency, 1, 64);
        within("--rounds", rounds, 1, 20);
    }

    static void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BenchException(
                    "%s wants a number from %,d to %,d, not %,d.".formatted(option, least, most, value));
        }
    }

    Duration round() {
        return Duration.ofSeconds(seconds);
    }

    /** The longest time for warming up, which ends earlier when posting gets no faster. */
    Duration warmUp() {
        return Duration.ofSeconds(15L * seconds);
    }

    Duration fixedRate() {
        return Duration.ofSeconds(3L * seconds);
    }
}
