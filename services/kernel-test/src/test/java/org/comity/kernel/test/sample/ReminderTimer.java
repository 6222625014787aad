package org.comity.kernel.test.sample;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
        for (UUID id : transactions.once(transaction -> due(transaction.connection()))) {
            done += transactions.once(transaction -> remind(transaction, id));
        }
        return done;
    }

    private List<UUID> due(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select id from reminder where not sent and due_at <= ? order by due_at")) {
            query.setTimestamp(1, Timestamp.from(clock.instant()));
            List<UUID> ids = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }

    /** The condition once more: another replica may have been first. */
    private int remind(TimerTransactions.Transaction transaction, UUID id) throws SQLException {
        try (PreparedStatement update = transaction
                .connection()
                .prepareStatement("update reminder set sent = true where id = ? and not sent")) {
            update.setObject(1, id);
            if (update.executeUpdate() == 0) {
                return 0;
            }
        }
        transaction.append(Event.of("denials.denial.v1", "org.comity.sample.reminder.due.v1", id.toString(), 1));
        return 1;
    }
}
