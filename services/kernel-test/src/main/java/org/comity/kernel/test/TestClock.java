package org.comity.kernel.test;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The clock of a service under test: the real one, until a test sets it. */
@Singleton
public class TestClock extends Clock {

    private volatile @Nullable Instant fixed;

    /** From now on it is this instant, until {@link #run()} or another setting. */
    public void set(Instant instant) {
        fixed = instant.truncatedTo(ChronoUnit.MICROS);
    }

    /** Moves on a clock that was set. */
    public void advance(Duration duration) {
        set(instant().plus(duration));
    }

    /** Runs on with real time. */
    public void run() {
        fixed = null;
    }

    @Override
    public Instant instant() {
        Instant set = fixed;
        return set != null ? set : Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalStateException("the services read instants; a zone is named where a rule needs one");
    }
}
