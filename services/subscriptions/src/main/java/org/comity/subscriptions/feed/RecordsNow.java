package org.comity.subscriptions.feed;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliveryDesk;

/**
 * What a desk sees of records at this moment: each way out of a feed asks again, so that nothing goes out that was narrowed after
 * its entry was written.
 *
 * <p>Rules: R-385.
 */
@Singleton
public class RecordsNow {

    private static final Set<String> KEPT_BY_BULLETINS = Set.of("BULLETIN", "REQUEST");

    private static final String REGISTRY = "registry";

    private final RecordSource source;
    private final StateRecords states;

    RecordsNow(RecordSource source, StateRecords states) {
        this.source = source;
        this.states = states;
    }

    /**
     * A record that an entry names.
     *
     * @param kind as the entry says it, such as {@code BULLETIN}
     */
    public record Named(String kind, UUID record) {

        /** The service that keeps records of the kind. */
        private String service() {
            return kind.equals(StateRecords.KIND)
                    ? REGISTRY
                    : KEPT_BY_BULLETINS.contains(kind) ? "bulletins" : "denials";
        }
    }

    /**
     * The records that the desk sees, by id; the others are left out.
     *
     * @throws IOException where a service does not answer; asking again may help
     */
    public Map<UUID, Delivered> read(StateCode state, DeliveryDesk desk, Collection<Named> named)
            throws IOException, InterruptedException {
        Map<String, List<Named>> byService = named.stream().distinct().collect(Collectors.groupingBy(Named::service));
        Map<UUID, Delivered> records = new HashMap<>();
        for (Map.Entry<String, List<Named>> each : byService.entrySet()) {
            List<UUID> ids = each.getValue().stream().map(Named::record).toList();
            if (each.getKey().equals(REGISTRY)) {
                records.putAll(ofRegistry(ids));
                continue;
            }
            source.read(each.getKey(), state, Optional.of(desk), ids)
                    .forEach(reading -> records.put(reading.record().record(), reading.record()));
        }
        return records;
    }

    private Map<UUID, Delivered> ofRegistry(Collection<UUID> ids) throws IOException {
        try {
            return states.read(ids);
        } catch (SQLException e) {
            throw new IOException("states cannot be read", e);
        }
    }
}
