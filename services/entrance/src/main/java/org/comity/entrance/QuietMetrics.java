package org.comity.entrance;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * What a metric may count (docs/rules.md R-276). A count with an address, a topic or a job in its labels goes up by one
 * with each act of a state, and so tells of it to everybody who reads metrics; an address has the ids of records in it.
 * So only what is listed here is counted, and of requests only how many ended how.
 */
@Singleton
public class QuietMetrics {

    private static final String REQUESTS = "http.server.requests";
    private static final Set<String> OF_REQUESTS = Set.of("outcome");
    private static final List<String> LET_THROUGH = List.of("jvm.", "process.", "system.", "comity.");

    /** The filter, for Micrometer. */
    @Produces
    @Singleton
    MeterFilter filter() {
        return new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id meter) {
                return isLetThrough(meter.getName()) ? MeterFilterReply.NEUTRAL : MeterFilterReply.DENY;
            }

            @Override
            public Meter.Id map(Meter.Id meter) {
                if (!meter.getName().equals(REQUESTS)) {
                    return meter;
                }
                List<Tag> kept = meter.getTags().stream()
                        .filter(tag -> OF_REQUESTS.contains(tag.getKey()))
                        .toList();
                return meter.replaceTags(kept);
            }
        };
    }

    private static boolean isLetThrough(String name) {
        return name.equals(REQUESTS) || LET_THROUGH.stream().anyMatch(name::startsWith);
    }
}
