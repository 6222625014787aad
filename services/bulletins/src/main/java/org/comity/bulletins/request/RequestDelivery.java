package org.comity.bulletins.request;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    /** A day that is further away than this was not reminded of yet: the event is about another addressee. */
    private static final Duration NEAR = Duration.ofDays(5);

    private final RequestService requests;
    private final Clock clock;

    RequestDelivery(RequestService requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public Optional<Read> read(UUID subject) {
        InformationRequest view = requests.seen(subject);
        Instant near = clock.instant().plus(NEAR);
        return Optional.of(new Read(
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
                        view.threads().stream()
                                .anyMatch(thread -> thread.answeredAt() == null
                                        && thread.dueAt().isBefore(near)),
                        new Delivered.Facts(
                                List.of(),
                                List.of(),
                                List.of(),
                                null,
                                List.of(),
                                Stream.of(view.subject(), view.text())
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.joining("\n")))),
                List.of(view, view.threads())));
    }
}
