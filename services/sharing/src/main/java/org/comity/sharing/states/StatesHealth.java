package org.comity.sharing.states;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the registry's states are known: until then a release to all would reach nobody. */
@Singleton
@Readiness
class StatesHealth implements HealthCheck {

    private final MemberStates states;

    StatesHealth(MemberStates states) {
        this.states = states;
    }

    @Override
    public HealthCheckResponse call() {
        int subscribed = QuarkusTransaction.requiringNew()
                .call(() -> states.now().subscribed().size());
        return HealthCheckResponse.named("registry-states")
                .status(subscribed > 0)
                .withData("subscribed", subscribed)
                .build();
    }
}
