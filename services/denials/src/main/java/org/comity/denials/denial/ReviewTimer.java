package org.comity.denials.denial;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.comity.denials.content.ValidityPolicy;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;

/** Takes the steps of {@link ReviewClock} when their day has come, and tells of each, where anybody was told of the denial. */
@Singleton
class ReviewTimer implements TimerJob {

    private static final String DUE =
            "d.status in ('NOTIFIED', 'AMENDED', 'RENEWED') and d.review_reminder_on <= :today"
                    + " or d.status = 'REVIEW_DUE' and d.review_due <= :today"
                    + " or d.status = 'REVIEW_OVERDUE' and d.review_due <= :today and d.validity_policy = 'EXPIRES'";

    private final DueDenials denials;
    private final Clock clock;

    ReviewTimer(DueDenials denials, Clock clock) {
        this.denials = denials;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "denial-review";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() throws SQLException {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return denials.each(DUE, today, (transaction, id) -> turn(transaction, id, today, now));
    }

    private record Due(
            DenialStatus status,
            ValidityPolicy validityPolicy,
            LocalDate reviewReminderOn,
            LocalDate reviewDue,
            int version,
            boolean told) {}

    private static boolean turn(TimerTransactions.Transaction transaction, UUID id, LocalDate today, Instant now) {
        DueDenials.lockFile(transaction, id);
        Due due = transaction
                .sql("select status, validity_policy, review_reminder_on, review_due, version,"
                        + " told_at is not null as told from denial where id = :id for update")
                .with("id", id)
                .one(Due.class);
        List<ReviewClock.Turn> turns =
                ReviewClock.due(due.status(), due.validityPolicy(), due.reviewReminderOn(), due.reviewDue(), today);
        if (turns.isEmpty()) {
            return false;
        }
        DenialStatus next = turns.getLast().to();
        transaction
                .sql("update denial set status = :next, content_at = :now where id = :id")
                .with("next", next, "now", now, "id", id)
                .run();
        // The row version: who is editing now is told to look again, and does not write the old status back.
        transaction
                .sql("update denial_file set row_version = row_version + 1, updated_at = :now where denial_id = :id")
                .with("now", now, "id", id)
                .run();
        if (!next.isInForce()) {
            transaction
                    .sql("update denial set ended_at = :now where id = :id")
                    .with("now", now, "id", id)
                    .run();
            transaction
                    .sql("update denial_file set working_copy = null, submitted_by = null, submitted_by_name = null,"
                            + " submitted_at = null, returned_because = null, amendment = null, proposal = null,"
                            + " proposal_words = null where denial_id = :id")
                    .with("id", id)
                    .run();
        }
        if (due.told()) {
            turns.forEach(turn -> transaction.append(turn.told().of(id, due.version())));
        }
        return true;
    }
}
