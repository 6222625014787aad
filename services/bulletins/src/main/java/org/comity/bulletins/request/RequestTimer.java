package org.comity.bulletins.request;

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
 * Tells of requests that an addressee has not answered: shortly before its last day, and when that is over, each once.
 *
 * <p>Source: docs/rules.md R-354.
 */
@Singleton
class RequestTimer implements TimerJob {

    private static final String OF_REQUEST =
            " information_request_thread t where t.information_request_id = d.id and t.answered_at is null";

    private final DueRecords requests;
    private final Clock clock;

    RequestTimer(TimerTransactions transactions, Clock clock) {
        this.requests = new DueRecords(transactions, "information_request");
        this.clock = clock;
    }

    @Override
    public String name() {
        return "request-deadlines";
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int run() throws SQLException {
        Instant now = clock.instant();
        return requests.each(
                "d.status = 'ASKED' and exists (select 1 from" + OF_REQUEST
                        + " and (t.reminded_at is null and t.remind_at < :today + interval '1 day'"
                        + " or t.overdue_at is null and t.due_at < :today + interval '1 day'))",
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                (transaction, id) -> tell(transaction, id, now));
    }

    private record Asked(int version) {}

    private static boolean tell(TimerTransactions.Transaction transaction, UUID id, Instant now) throws SQLException {
        var asked = transaction
                .sql("select d.version from information_request d where d.id = :id and d.status = 'ASKED' for update")
                .with("id", id)
                .first(Asked.class);
        if (asked.isEmpty()) {
            return false;
        }
        int told = marked(transaction, "reminded_at", "remind_at <= :now", id, now)
                + marked(transaction, "overdue_at", "due_at < :now", id, now);
        if (told > 0) {
            transaction.append(RequestEvent.DUE.of(id, asked.get().version()));
        }
        return told > 0;
    }

    private static int marked(
            TimerTransactions.Transaction transaction, String mark, String condition, UUID id, Instant now) {
        return transaction
                .sql("update information_request_thread set " + mark + " = :now where information_request_id = :id and "
                        + mark + " is null and answered_at is null and " + condition)
                .with("now", now, "id", id)
                .run();
    }
}
