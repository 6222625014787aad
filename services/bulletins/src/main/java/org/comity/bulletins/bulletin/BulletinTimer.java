package org.comity.bulletins.bulletin;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.record.DueRecords;

/**
 * Lets bulletins lapse when the day until which they are valid is over, and tells of alerts that a state has not
 * acknowledged a day after they were published.
 *
 * <p>Source: docs/rules.md R-327, R-328 (domain 4.3).
 */
@Singleton
class BulletinTimer implements TimerJob {

    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final String OPEN = "d.status in ('PUBLISHED', 'UPDATED')";

    private final DueRecords bulletins;
    private final Clock clock;

    BulletinTimer(TimerTransactions transactions, Clock clock) {
        this.bulletins = new DueRecords(transactions, "bulletin");
        this.clock = clock;
    }

    @Override
    public String name() {
        return "bulletin-validity";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() throws SQLException {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return bulletins.each(
                        OPEN + " and d.valid_until < :today",
                        today,
                        (transaction, id) -> lapse(transaction, id, today, now))
                + bulletins.each(
                        OPEN
                                + " and d.is_alert and d.reminded_at is null and d.published_at < :today + interval '1 day'",
                        today,
                        (transaction, id) -> remind(transaction, id, now));
    }

    private record Due(int version) {}

    private static boolean lapse(TimerTransactions.Transaction transaction, UUID id, LocalDate today, Instant now)
            throws SQLException {
        DueRecords.lockFile(transaction, "bulletin_file", "bulletin_id", id);
        var due = transaction
                .sql("select d.version from bulletin d where d.id = :id and " + OPEN
                        + " and d.valid_until < :today for update")
                .with("id", id, "today", today)
                .first(Due.class);
        if (due.isEmpty()) {
            return false;
        }
        transaction
                .sql("update bulletin set status = 'LAPSED', content_at = :now where id = :id")
                .with("now", now, "id", id)
                .run();
        touch(transaction, id, now);
        transaction.append(BulletinEvent.LAPSED.of(id, due.get().version()));
        return true;
    }

    private static boolean remind(TimerTransactions.Transaction transaction, UUID id, Instant now) throws SQLException {
        var due = transaction
                .sql("select d.version from bulletin d where d.id = :id and " + OPEN
                        + " and d.is_alert and d.reminded_at is null and d.published_at <= :before for update")
                .with("id", id, "before", now.minus(PATIENCE))
                .first(Due.class);
        if (due.isEmpty()) {
            return false;
        }
        transaction
                .sql("update bulletin set reminded_at = :now where id = :id")
                .with("now", now, "id", id)
                .run();
        boolean isOwed = transaction
                .sql("select 1 from bulletin_audience a where a.bulletin_id = :id and not a.own and a.released"
                        + " and a.state <> 'ZZ' and not exists (select 1 from bulletin_acknowledgement k"
                        + " where k.bulletin_id = a.bulletin_id and k.state = a.state)")
                .with("id", id)
                .exists();
        if (isOwed) {
            transaction.append(
                    BulletinEvent.ACKNOWLEDGEMENT_DUE.of(id, due.get().version()));
        }
        return true;
    }

    /** Who is editing now is told to look again, and does not write the old status back. */
    private static void touch(TimerTransactions.Transaction transaction, UUID id, Instant now) throws SQLException {
        transaction
                .sql(
                        "update bulletin_file set row_version = row_version + 1, updated_at = :now where bulletin_id = :id")
                .with("now", now, "id", id)
                .run();
    }
}
