package org.comity.denials.person;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;

/**
 * Removes what is kept for a time only: the natural persons of denials that were revoked or have expired, and of
 * consultations that were closed or withdrawn; the files that were imported.
 *
 * <p>Source: docs/rules.md.
 */
@Singleton
class RetentionTimer implements TimerJob {

    private static final String PERSONS = "delete from natural_person where record_id in"
            + " (select id from denial where status in ('REVOKED', 'EXPIRED') and content_at < ?)";
    private static final String CANDIDATES = "delete from natural_person where record_id in"
            + " (select consultation_id from consultation_outcome where closed_at < ?"
            + " or outcome = 'WITHDRAWN' and decided_at < ?)";
    private static final String FILES =
            "update denial_import set file = ''::bytea, file_kept = false where created_at < ? and file_kept";

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
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return transactions.once(transaction -> {
            int done = 0;
            try (PreparedStatement persons = transaction.connection().prepareStatement(PERSONS);
                    PreparedStatement candidates = transaction.connection().prepareStatement(CANDIDATES);
                    PreparedStatement files = transaction.connection().prepareStatement(FILES)) {
                persons.setObject(1, now.minus(config.retention()));
                files.setObject(1, now.minus(config.importRetention()));
                candidates.setObject(1, now.minus(config.retention()));
                candidates.setObject(2, now.minus(config.retention()));
                done += persons.executeUpdate();
                done += candidates.executeUpdate();
                done += files.executeUpdate();
            }
            return done;
        });
    }
}
