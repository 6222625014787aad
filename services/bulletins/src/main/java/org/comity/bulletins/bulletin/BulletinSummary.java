package org.comity.bulletins.bulletin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.comity.bulletins.content.BulletinClass;
import org.comity.bulletins.content.BulletinItem;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.Theme;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.release.Tlp;
import org.jspecify.annotations.Nullable;

/** A bulletin in a list: {@code BulletinSummary} in openapi/bulletins.yaml. */
record BulletinSummary(
        UUID id,
        String ref,
        int version,
        StateCode originatorState,
        BulletinStatus status,
        @JsonProperty("class") @Nullable BulletinClass bulletinClass,
        @Nullable String headline,
        List<Theme> themes,
        List<String> controlCodes,
        List<StateCode> destinations,
        Tlp tlp,
        @Nullable LocalDate validUntil,
        @Nullable Instant publishedAt,
        Instant updatedAt) {

    static BulletinSummary of(BulletinEntity bulletin, StateCode originator, Instant updatedAt) {
        DraftBulletin content = bulletin.content();
        return new BulletinSummary(
                bulletin.id(),
                bulletin.ref(),
                bulletin.version(),
                originator,
                bulletin.status(),
                content.bulletinClass(),
                content.headline(),
                content.themes(),
                content.items().stream()
                        .map(BulletinItem::controlCode)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                content.destinations(),
                bulletin.tlp(),
                content.validUntil(),
                bulletin.publishedAt(),
                updatedAt);
    }
}
