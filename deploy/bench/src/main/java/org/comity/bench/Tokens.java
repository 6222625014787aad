package org.comity.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.comity.local.DemoClient;

/**
 * Access tokens of demo people. A token lives for five minutes; it is renewed in the background every two, so that no
 * measured request waits for Keycloak.
 */
final class Tokens implements AutoCloseable {

    private static final Duration RENEWED_EVERY = Duration.ofMinutes(2);

    private final DemoClient client;
    private final Progress progress;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tokens").daemon().factory());

    Tokens(DemoClient client, Progress progress) {
        this.client = client;
        this.progress = progress;
        clockwork.scheduleAtFixedRate(
                this::renew, RENEWED_EVERY.toSeconds(), RENEWED_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    /** A token of this person that is still good. */
    String of(String username) {
        return tokens.computeIfAbsent(username, client::token);
    }

    private void renew() {
        try {
            tokens.replaceAll((username, old) -> client.token(username));
        } catch (RuntimeException e) {
            progress.step("A token could not be renewed: %s", e.getMessage());
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
