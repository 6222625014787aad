package org.comity.kernel.test.sample;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.outbox.Event;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;

/** The smallest timer: tells of each reminder when it is due, once. */
@Singleton
public class ReminderTimer implements TimerJob {

    private final TimerTransactions transactions;
    private final Clock clock;

    ReminderTimer(TimerTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reminders";
    }

    @Override
    public Duration interval() {
        return Duration.ofMillis(200);
    }

    @Override
    public int run() throws SQLException {
        int done = 0;
        for (UUID id : transactions.once(this::due)) {
            done += transactions.once(transaction -> remind(transaction, id));
        }
        return done;
    }

    private List<UUID> due(TimerTransactions.Transaction transaction) {
        return transaction
                .sql("select id from reminder where not sent and due_at <= :now order by due_at")
                .with("now", clock.instant())
                .list(UUID.class);
    }

    /** The condition once more: another replica may have been first. */
    private int remind(TimerTransactions.Transaction transaction, UUID id) {
        int reminded = transaction
                .sql("update reminder set sent = true where id = :id and not sent")
                .with("id", id)
                .run();
        if (reminded == 1) {
            transaction.append(Event.of("denials.denial.v1", "org.comity.sample.reminder.due.v1", id.toString(), 1));
        }
        return reminded;
    }
}
