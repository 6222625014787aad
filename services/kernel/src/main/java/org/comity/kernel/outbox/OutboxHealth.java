package org.comity.kernel.outbox;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Shows how far the relay lags. Lag alone is no reason to send requests elsewhere, so this is up while it can tell. */
@Singleton
@Readiness
class OutboxHealth implements HealthCheck {

    private final RelayLoop loop;

    OutboxHealth(RelayLoop loop) {
        this.loop = loop;
    }

    @Override
    public HealthCheckResponse call() {
        try {
            OutboxRelay.Backlog backlog = loop.relay().backlog();
            return HealthCheckResponse.named("outbox")
                    .up()
                    .withData("lagMillis", backlog.lag().toMillis())
                    .withData("parked", backlog.parked())
                    .build();
        } catch (SQLException e) {
            return HealthCheckResponse.named("outbox").down().build();
        }
    }
}
