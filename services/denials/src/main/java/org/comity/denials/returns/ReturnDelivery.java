package org.comity.denials.returns;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliverySource;

/**
 * How half-yearly returns are read for delivery. A return has no reference of its own: it is called after its state and period.
 *
 * <p>Rules: R-380.
 */
@Singleton
class ReturnDelivery implements DeliverySource {

    private final ReturnStore store;
    private final CurrentCaller current;

    ReturnDelivery(ReturnStore store, CurrentCaller current) {
        this.store = store;
        this.current = current;
    }

    @Override
    public Map<UUID, Read> read(Collection<UUID> subjects) {
        return store.seen(subjects).stream().collect(Collectors.toMap(ReturnView::id, this::read));
    }

    private Read read(ReturnView view) {
        return new Read(
                new Delivered(
                        view.id(),
                        "RETURN",
                        ReturnResource.PATH + "/" + view.id(),
                        "RT-" + view.originatorState() + "-" + view.period(),
                        null,
                        view.originatorState(),
                        view.status().name(),
                        view.version(),
                        view.updatedAt(),
                        current.get().isOf(view.originatorState()),
                        new Delivered.Facts(
                                said(view, ReturnLine::controlCode),
                                said(view, ReturnLine::destinationState),
                                List.of(),
                                view.kind().name(),
                                List.of(),
                                String.join("\n", said(view, ReturnLine::description)))),
                view);
    }

    private static <T> List<T> said(ReturnView view, Function<ReturnLine, T> what) {
        return view.lines().stream()
                .map(what)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
