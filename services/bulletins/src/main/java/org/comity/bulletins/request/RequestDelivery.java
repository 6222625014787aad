package org.comity.bulletins.request;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliverySource;

/**
 * How requests for information are read for delivery.
 *
 * <p>Rules: R-380.
 */
@Singleton
class RequestDelivery implements DeliverySource {

    private final RequestService requests;

    RequestDelivery(RequestService requests) {
        this.requests = requests;
    }

    @Override
    public Map<UUID, Read> read(Collection<UUID> subjects) {
        Map<UUID, Read> all = new HashMap<>();
        requests.seen(subjects).forEach(view -> all.put(view.id(), read(view)));
        return all;
    }

    private static Read read(InformationRequest view) {
        return new Read(
                new Delivered(
                        view.id(),
                        "REQUEST",
                        RequestResource.PATH + "/" + view.id(),
                        view.ref(),
                        view.subject(),
                        view.originatorState(),
                        view.status().name(),
                        view.version(),
                        view.updatedAt(),
                        // the event of a day that comes near may be about another addressee
                        false,
                        new Delivered.Facts(
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                List.of(),
                                Stream.of(view.subject(), view.text())
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining("\n")))),
                List.of(view, view.threads()));
    }
}
