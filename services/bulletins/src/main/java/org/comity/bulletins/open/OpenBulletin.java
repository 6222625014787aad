package org.comity.bulletins.open;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.bulletins.content.Attachment;
import org.comity.bulletins.content.BulletinItem;
import org.comity.bulletins.content.Theme;
import org.comity.kernel.caller.StateCode;
import org.comity.sharing.code.MisuseType;
import org.jspecify.annotations.Nullable;

/**
 * A copy for everybody: {@code OpenBulletin} in openapi/bulletins.yaml.
 *
 * @param publishedAt in UTC
 * @param validUntil the last day, in UTC
 */
public record OpenBulletin(
        UUID id,
        String ref,
        StateCode originatorState,
        int version,
        String status,
        @Nullable String headline,
        @Nullable String summary,
        @Nullable String bodyHtml,
        List<Theme> themes,
        List<BulletinItem> items,
        List<StateCode> destinations,
        List<MisuseType> misuseTypes,
        List<Attachment> attachments,
        @Nullable LocalDate validUntil,
        Instant publishedAt,
        Instant updatedAt) {}
