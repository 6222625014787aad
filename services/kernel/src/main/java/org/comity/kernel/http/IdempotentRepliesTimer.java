package org.comity.kernel.http;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import org.comity.kernel.timer.TimerJob;
import org.comity.kernel.timer.TimerTransactions;

/** Forgets answers that are older than a day: after that a repeated key is a new request (docs/rules.md R-63). */
@Singleton
class IdempotentRepliesTimer implements TimerJob {

    static final Duration KEPT = Duration.ofDays(1);

    private final TimerTransactions transactions;
    private final Clock clock;

    IdempotentRepliesTimer(TimerTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "idempotent-replies";
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public int run() throws SQLException {
        return transactions.once(transaction -> transaction
                .sql("delete from idempotent_reply where created_at < :before")
                .with("before", clock.instant().minus(KEPT))
                .run());
    }
}
