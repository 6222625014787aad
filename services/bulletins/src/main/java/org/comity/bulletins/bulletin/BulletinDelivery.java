package org.comity.bulletins.bulletin;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.bulletins.content.BulletinItem;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.NamedParty;
import org.comity.sharing.delivery.Delivered;
import org.comity.sharing.delivery.DeliverySource;

/**
 * How bulletins are read for delivery.
 *
 * <p>Rules: R-380.
 */
@Singleton
class BulletinDelivery implements DeliverySource {

    private final Bulletins bulletins;

    BulletinDelivery(Bulletins bulletins) {
        this.bulletins = bulletins;
    }

    @Override
    public Map<UUID, Read> read(Collection<UUID> subjects) {
        Map<UUID, Read> all = new HashMap<>();
        bulletins.views(bulletins.records().seen(subjects)).forEach(view -> all.put(view.id(), read(view)));
        return all;
    }

    private static Read read(BulletinView view) {
        boolean owes = view.steps().contains(AnswerStep.ACKNOWLEDGE.verb());
        return new Read(
                new Delivered(
                        view.id(),
                        "BULLETIN",
                        BulletinResource.PATH + "/" + view.id(),
                        view.ref(),
                        view.content().headline(),
                        view.originatorState(),
                        view.status().name(),
                        view.version(),
                        view.updatedAt(),
                        owes,
                        facts(view.content())),
                // what states say of it is not in its tag, and its readers are told of that too
                List.of(view, view.comments(), view.sightings(), view.acknowledgements(), view.signatures()));
    }

    private static Delivered.Facts facts(DraftBulletin content) {
        return new Delivered.Facts(
                content.items().stream()
                        .map(BulletinItem::controlCode)
                        .filter(Objects::nonNull)
                        .toList(),
                content.destinations(),
                content.misuseTypes().stream().map(Enum::name).toList(),
                content.bulletinClass() == null ? null : content.bulletinClass().name(),
                content.themes().stream().map(Enum::name).toList(),
                Stream.of(
                                Stream.of(content.headline(), content.summary(), content.body()),
                                content.items().stream().map(BulletinItem::description),
                                content.parties().stream().map(NamedParty::name))
                        .flatMap(texts -> texts)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("\n")));
    }
}
