package org.comity.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.portal.api.RegistryApi;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The zone by which a person's own state counts its days, from the registry's calendar. Remembered for some minutes; UTC,
 * which each time shown says, while the registry does not answer.
 */
@ApplicationScoped
class Zones {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration RETRY = Duration.ofSeconds(30);

    private record Known(ZoneId zone, Instant until) {}

    private final Map<String, Known> byState = new ConcurrentHashMap<>();
    private final RegistryApi registry;
    private final Clock clock;

    Zones(@RestClient RegistryApi registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    ZoneId of(String iso2) {
        Known known = byState.get(iso2);
        Instant now = clock.instant();
        if (known == null || now.isAfter(known.until())) {
            known = ask(iso2, now);
            byState.put(iso2, known);
        }
        return known.zone();
    }

    private Known ask(String iso2, Instant now) {
        try {
            return new Known(ZoneId.of(registry.state(iso2).workingCalendar().zone()), now.plus(REMEMBERED));
        } catch (DateTimeException notAZone) {
            return new Known(ZoneOffset.UTC, now.plus(REMEMBERED));
        } catch (RuntimeException noAnswer) {
            return new Known(ZoneOffset.UTC, now.plus(RETRY));
        }
    }
}
