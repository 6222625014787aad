package org.comity.bulletins.open;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.comity.bulletins.content.DraftBulletin;
import org.comity.bulletins.content.Markdown;
import org.comity.bulletins.content.UnnamedState;
import org.comity.bulletins.file.FileTurns;
import org.comity.bulletins.file.SealedFiles;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.paging.Page;
import org.comity.kernel.paging.PageRequest;
import org.comity.kernel.sql.Sql;

/**
 * Reads the copies for everybody.
 *
 * <p>Rules.
 */
@Singleton
class OpenBulletins {

    /** What is CLEAR and was published; the wall says the same. */
    private static final String OPEN = "select id, ref, case when unnamed then '" + UnnamedState.CODE
            + "' else originator_state end as originator_state, version, status, content, published_at, content_at"
            + " from bulletin r where tlp = 'CLEAR' and status in ('PUBLISHED', 'UPDATED', 'LAPSED', 'WITHDRAWN')";

    private final Sql sql;
    private final SealedFiles files;

    OpenBulletins(Sql sql, SealedFiles files) {
        this.sql = sql;
        this.files = files;
    }

    private record Row(
            UUID id,
            String ref,
            StateCode originatorState,
            int version,
            String status,
            DraftBulletin content,
            Instant publishedAt,
            Instant contentAt) {

        OpenBulletin view() {
            return new OpenBulletin(
                    id,
                    ref,
                    originatorState,
                    version,
                    status,
                    content.headline(),
                    content.summary(),
                    content.body() == null ? null : Markdown.html(content.body()),
                    content.themes(),
                    content.items(),
                    content.destinations(),
                    content.misuseTypes(),
                    content.attachments(),
                    content.validUntil(),
                    publishedAt,
                    contentAt);
        }
    }

    /** A page of them, the newest first. */
    @Transactional
    Page<OpenBulletin> list(PageRequest page) {
        return Page.of(
                sql.of(OPEN).newestFirst(page, "published_at", "id").list(Row.class),
                page.limit(),
                last -> new PageRequest.Position(last.publishedAt(), last.id()).cursor(),
                shown -> shown.stream().map(Row::view).toList());
    }

    /** One of them. */
    @Transactional
    Optional<OpenBulletin> read(UUID id) {
        return row(id).map(Row::view);
    }

    private Optional<Row> row(UUID id) {
        return sql.of(OPEN + " and id = :id").with("id", id).first(Row.class);
    }

    /** A file of one of them. */
    @Transactional
    Optional<FileTurns.OpenedFile> attachment(UUID id, UUID attachment) {
        return row(id).flatMap(row -> row.content().attachment(attachment))
                .flatMap(said -> files.read(id, said).map(bytes -> new FileTurns.OpenedFile(said, bytes)));
    }
}
