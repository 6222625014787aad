package org.comity.denials.denial;

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

/** Asks the originator for the final assessment of a suspension that has ended, once for each end. */
@Singleton
class FinalAssessmentTimer implements TimerJob {

    private static final String OWED = "d.kind = 'SUSPENSION' and d.suspension_ends_on < :today"
            + " and d.status in ('NOTIFIED', 'AMENDED', 'RENEWED', 'REVIEW_DUE', 'REVIEW_OVERDUE')"
            + " and exists (select 1 from denial_narrative n where n.denial_id = d.id and not n.finally_assessed)"
            + " and exists (select 1 from denial_file f where f.denial_id = d.id"
            + " and f.final_assessment_asked_for is distinct from d.suspension_ends_on)";

    private final DueDenials denials;
    private final Clock clock;

    FinalAssessmentTimer(DueDenials denials, Clock clock) {
        this.denials = denials;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "denial-final-assessment";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() throws SQLException {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return denials.each(OWED, today, (transaction, id) -> ask(transaction, id, today, now));
    }

    private record Told(int version, boolean told) {}

    private static boolean ask(TimerTransactions.Transaction transaction, UUID id, LocalDate today, Instant now) {
        DueDenials.lockFile(transaction, id);
        Told denial = transaction
                .sql("select version, told_at is not null as told from denial where id = :id for update")
                .with("id", id)
                .one(Told.class);
        int asked = transaction
                .sql("update denial_file f set final_assessment_asked_for = d.suspension_ends_on,"
                        + " row_version = f.row_version + 1, updated_at = :now from denial d"
                        + " where d.id = :id and f.denial_id = d.id and (" + OWED + ")")
                .with("now", now, "id", id, "today", today)
                .run();
        if (asked == 1 && denial.told()) {
            transaction.append(DenialEvent.FINAL_ASSESSMENT_DUE.of(id, denial.version()));
        }
        return asked == 1;
    }
}
