package org.comity.bulletins.taxii;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.bulletins.stix.StixTime;
import org.comity.kernel.caller.StateCode;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.time.Identifiers;

/**
 * What became of the objects that requests brought, for the state whose request it was, kept for thirty days.
 *
 * <p>Rules: R-344.
 */
@Singleton
class TaxiiStatuses {

    /** Assumption: how long a client may ask. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Sql sql;
    private final TaxiiRoots roots;
    private final Identifiers identifiers;
    private final Clock clock;

    TaxiiStatuses(Sql sql, TaxiiRoots roots, Identifiers identifiers, Clock clock) {
        this.sql = sql;
        this.roots = roots;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    private record Kept(TaxiiViews.Status body) {}

    /** Keeps what became of the objects of a request. */
    TaxiiViews.Status keep(TaxiiRoot root, TaxiiWriting.Outcomes outcomes) {
        Instant now = clock.instant();
        TaxiiViews.Status status = new TaxiiViews.Status(
                identifiers.next(),
                "complete",
                StixTime.of(now),
                outcomes.successes().size() + outcomes.failures().size(),
                outcomes.successes().size(),
                outcomes.successes(),
                outcomes.failures().size(),
                outcomes.failures(),
                0);
        sql.of("delete from taxii_status where reader = :reader and asked_at < :before")
                .with("reader", reader(), "before", now.minus(KEPT))
                .run();
        sql.of("insert into taxii_status (id, reader, api_root, asked_at, body)"
                        + " values (:id, :reader, :root, :now, :body)")
                .with("id", status.id(), "reader", reader(), "root", root.name(), "now", now)
                .json("body", status)
                .run();
        return status;
    }

    /** What became of the objects of a request of the caller's state. */
    Optional<TaxiiViews.Status> of(TaxiiRoot root, UUID id) {
        List<Kept> kept = sql.of(
                        "select body from taxii_status where id = :id and reader = :reader" + " and api_root = :root")
                .with("id", id, "reader", reader(), "root", root.name())
                .list(Kept.class);
        return kept.stream().findFirst().map(Kept::body);
    }

    private String reader() {
        return roots.reader().map(StateCode::value).orElse("");
    }
}
