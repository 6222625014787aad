package org.comity.denials.denial;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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

    private record Locked(List<ReviewClock.Turn> turns, int version, boolean told) {}

    private static boolean turn(TimerTransactions.Transaction transaction, UUID id, LocalDate today, Instant now)
            throws SQLException {
        Connection connection = transaction.connection();
        Locked locked = lock(connection, id, today);
        if (locked.turns().isEmpty()) {
            return false;
        }
        DenialStatus next = locked.turns().getLast().to();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        DueDenials.update(connection, "update denial set status = ?, content_at = ? where id = ?", next.name(), at, id);
        // The row version: who is editing now is told to look again, and does not write the old status back.
        DueDenials.update(
                connection,
                "update denial_file set row_version = row_version + 1, updated_at = ? where denial_id = ?",
                at,
                id);
        if (!next.isInForce()) {
            DueDenials.update(connection, "update denial set ended_at = ? where id = ?", at, id);
            DueDenials.update(
                    connection,
                    "update denial_file set working_copy = null, submitted_by = null, submitted_by_name = null,"
                            + " submitted_at = null, returned_because = null, amendment = null, proposal = null,"
                            + " proposal_words = null where denial_id = ?",
                    id);
        }
        if (locked.told()) {
            for (ReviewClock.Turn turn : locked.turns()) {
                transaction.append(turn.told().of(id, locked.version()));
            }
        }
        return true;
    }

    private static Locked lock(Connection connection, UUID id, LocalDate today) throws SQLException {
        DueDenials.lockFile(connection, id);
        try (PreparedStatement query = connection.prepareStatement("select status, validity_policy, review_reminder_on,"
                + " review_due, version, told_at is not null from denial where id = ? for update")) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Locked(
                        ReviewClock.due(
                                DenialStatus.valueOf(row.getString(1)),
                                ValidityPolicy.valueOf(row.getString(2)),
                                row.getObject(3, LocalDate.class),
                                row.getObject(4, LocalDate.class),
                                today),
                        row.getInt(5),
                        row.getBoolean(6));
            }
        }
    }
}
