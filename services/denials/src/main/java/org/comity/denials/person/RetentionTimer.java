package org.comity.denials.person;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.stream.Stream;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;

/**
 * Removes what is kept for a time only: the natural persons of denials that were revoked or have expired, and of
 * consultations that were closed or withdrawn; those of drafts that nobody touched for long; the files that were
 * imported.
 *
 * <p>Source: docs/rules.md.
 */
@Singleton
class RetentionTimer implements TimerJob {

    private static final String PERSONS = "delete from natural_person where record_id in"
            + " (select id from denial where status in ('REVOKED', 'EXPIRED') and ended_at < :ended)";
    private static final String CANDIDATES = "delete from natural_person where record_id in"
            + " (select consultation_id from consultation_outcome where closed_at < :ended"
            + " or outcome = 'WITHDRAWN' and decided_at < :ended)";
    /** Who works on the draft meanwhile is told to look again, by its row version. */
    private static final String DRAFTS = "with old as (update denial_file f set row_version = row_version + 1"
            + " where f.updated_at < :touched and not exists (select 1 from denial d where d.id = f.denial_id"
            + " and d.notified_at is not null) and exists (select 1 from natural_person p"
            + " where p.record_id = f.denial_id) returning f.denial_id)"
            + " delete from natural_person where record_id in (select denial_id from old)";

    private static final String CONSULTATION_DRAFTS =
            "with old as (update consultation_file f set row_version = row_version + 1"
                    + " where f.updated_at < :touched and f.working_copy is not null and exists (select 1 from natural_person p"
                    + " where p.record_id = f.consultation_id) returning f.consultation_id)"
                    + " delete from natural_person where record_id in (select consultation_id from old)";

    private static final String FILES =
            "update denial_import set file = ''::bytea, file_kept = false where created_at < :imported and file_kept";

    private final TimerTransactions transactions;
    private final PersonConfig config;
    private final Clock clock;

    RetentionTimer(TimerTransactions transactions, PersonConfig config, Clock clock) {
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public int run() throws SQLException {
        Instant now = clock.instant();
        return transactions.once(transaction -> Stream.of(PERSONS, CANDIDATES, DRAFTS, CONSULTATION_DRAFTS, FILES)
                .mapToInt(removal -> transaction
                        .sql(removal)
                        .with("ended", before(now, config.retention()))
                        .with("touched", before(now, config.draftRetention()))
                        .with("imported", before(now, config.importRetention()))
                        .run())
                .sum());
    }

    /** A retention may be in years, which an instant by itself does not count. */
    private static OffsetDateTime before(Instant now, TemporalAmount time) {
        return now.atOffset(ZoneOffset.UTC).minus(time);
    }
}
