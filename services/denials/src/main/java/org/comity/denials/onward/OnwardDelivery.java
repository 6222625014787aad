package org.comity.denials.onward;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliverySource;

/**
 * How requests for onward release are read for delivery.
 *
 * <p>Rules: R-380.
 */
@Singleton
class OnwardDelivery implements DeliverySource {

    private final OnwardStore store;
    private final CurrentCaller current;

    OnwardDelivery(OnwardStore store, CurrentCaller current) {
        this.store = store;
        this.current = current;
    }

    @Override
    public Map<UUID, Read> read(Collection<UUID> subjects) {
        return DeliverySource.each(store.known(subjects), this::one);
    }

    private Optional<Read> one(UUID subject) {
        OnwardRequestEntity request = store.find(subject);
        OnwardView view = request.view(current.get());
        return Optional.of(new Read(
                new Delivered(
                        view.id(),
                        "ONWARD_REQUEST",
                        OnwardResource.PATH + "/" + view.id(),
                        view.denialRef(),
                        null,
                        view.requestingState(),
                        view.status().name(),
                        request.version(),
                        view.answeredAt() == null ? view.askedAt() : view.answeredAt(),
                        true,
                        new Delivered.Facts(List.of(), List.of(), List.of(), null, List.of(), view.reason())),
                view));
    }
}
