package org.comity.registry.state;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * At the start, tells of states that nobody was told of, and sets right whose access does not agree with its status;
 * the latter again every minute, for what an outage has left.
 */
@Singleton
class StateKeeper {

    private static final Logger LOG = Logger.getLogger(StateKeeper.class);

    /** Assumption: how long a reinstated state may at most wait after an outage of the access database. */
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final StateAnnouncer announcer;
    private final AccessAgreement agreement;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("access-agreement").daemon().factory());

    StateKeeper(StateAnnouncer announcer, AccessAgreement agreement) {
        this.announcer = announcer;
        this.agreement = agreement;
    }

    void start(@Observes StartupEvent event) {
        int announced = announcer.announce();
        if (announced > 0) {
            LOG.infof("%d states announced", announced);
        }
        agreeAll();
        timer.scheduleWithFixedDelay(this::agreeAll, PERIOD.toSeconds(), PERIOD.toSeconds(), TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdownNow();
    }

    private void agreeAll() {
        try {
            agreement.agreeAll();
        } catch (RuntimeException e) {
            LOG.warn("Access may not agree with the states' status; the next round tries again", e);
        }
    }
}
