package org.comity.kernel.timer;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps the service's jobs going while it runs. */
@Singleton
public class TimersOfService {

    private final Timers timers;
    private final boolean enabled;

    TimersOfService(
            @DataSource("timer") AgroalDataSource database,
            @All List<TimerJob> jobs,
            MeterRegistry metrics,
            @ConfigProperty(name = "comity.timers.enabled", defaultValue = "true") boolean enabled) {
        this.timers = new Timers(database, jobs, metrics);
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            timers.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        timers.stop();
    }

    /** Runs every job once, now; for tests, whose clock moves as they like. */
    public int runAll() {
        return timers.runAll();
    }

    List<Timers.LastRun> lastRuns() throws SQLException {
        return timers.lastRuns();
    }
}
