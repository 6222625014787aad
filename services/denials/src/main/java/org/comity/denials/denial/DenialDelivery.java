package org.comity.denials.denial;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.denials.content.DeniedItem;
import org.comity.denials.content.DraftDenial;
import org.comity.denials.content.Party;
import org.comity.kernel.caller.CurrentCaller;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliverySource;

/**
 * How denials are read for delivery.
 *
 * <p>Rules: R-380.
 */
@Singleton
class DenialDelivery implements DeliverySource {

    private final DenialReader reader;
    private final CurrentCaller current;

    DenialDelivery(DenialReader reader, CurrentCaller current) {
        this.reader = reader;
        this.current = current;
    }

    @Override
    public Map<UUID, Read> read(Collection<UUID> subjects) {
        Map<UUID, Read> all = new HashMap<>();
        reader.seen(subjects).forEach(view -> all.put(view.id(), read(view)));
        return all;
    }

    private Read read(DenialView view) {
        DraftDenial content = view.content();
        return new Read(
                new Delivered(
                        view.id(),
                        "DENIAL",
                        DenialResource.PATH + "/" + view.id(),
                        view.ref(),
                        content.items().stream()
                                .map(DenialDelivery::called)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null),
                        view.originatorState(),
                        view.status().name(),
                        view.version(),
                        view.updatedAt(),
                        current.get().isOf(view.originatorState()),
                        facts(content)),
                view);
    }

    private static String called(DeniedItem item) {
        return item.description() == null ? item.controlCode() : item.description();
    }

    /** No natural person is among what is searched. */
    private static Delivered.Facts facts(DraftDenial content) {
        return new Delivered.Facts(
                content.items().stream()
                        .map(DeniedItem::controlCode)
                        .filter(Objects::nonNull)
                        .toList(),
                Stream.ofNullable(content.destinationState()).toList(),
                content.reasons().stream()
                        .flatMap(reason -> reason.misuseTypes().stream())
                        .map(Enum::name)
                        .distinct()
                        .toList(),
                content.kind() == null ? null : content.kind().name(),
                List.of(),
                Stream.of(
                                content.items().stream().map(DeniedItem::description),
                                content.parties().stream()
                                        .filter(party -> !Boolean.TRUE.equals(party.isNaturalPerson()))
                                        .map(Party::name),
                                Stream.of(content.statedEndUse(), content.assessedEndUse()),
                                content.reasons().stream()
                                        .flatMap(reason -> Stream.of(reason.tearline(), reason.narrative())))
                        .flatMap(texts -> texts)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")));
    }
}
