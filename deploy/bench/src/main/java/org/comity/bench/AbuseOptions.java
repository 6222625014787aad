package org.comity.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How large the benchmark {@code abuse} is.
 *
 * @param times how often each hostile request is sent, one right after the other
 * @param rate requests per second of the other state
 * @param quiet how many seconds the other state works before and without the hostile requests
 * @param json where the figures are written too
 */
record AbuseOptions(int times, int rate, int quiet, Optional<Path> json) {

    AbuseOptions {
        PostOptions.within("--times", times, 1, 100);
        PostOptions.within("--rate", rate, 1, 200);
        PostOptions.within("--quiet", quiet, 1, 600);
    }

    Duration quietTime() {
        return Duration.ofSeconds(quiet);
    }
}
