package org.comity.kernel.timer;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Shows how each timer last ran. A timer that fails is no reason to send requests elsewhere, so this is up while it can tell. */
@Singleton
@Readiness
class TimerHealth implements HealthCheck {

    private final TimersOfService timers;

    TimerHealth(TimersOfService timers) {
        this.timers = timers;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("timers");
        try {
            for (Timers.LastRun run : timers.lastRuns()) {
                answer.withData(
                        run.job() + ".lastSuccess",
                        run.success().map(Instant::toString).orElse("never"));
                answer.withData(run.job() + ".failuresSince", run.failures());
            }
            return answer.up().build();
        } catch (SQLException e) {
            return HealthCheckResponse.named("timers").down().build();
        }
    }
}
