package org.comity.denials.denial;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.timer.TimerTransactions;
import org.jboss.logging.Logger;

/** Goes through the denials that something is due for, each in a transaction of its own. */
@Singleton
class DueDenials {

    private static final Logger LOG = Logger.getLogger(DueDenials.class);
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final TimerTransactions transactions;

    DueDenials(TimerTransactions transactions) {
        this.transactions = transactions;
    }

    /** What is done to one denial; it looks again, since another replica may have been first. */
    interface Work {
        boolean on(TimerTransactions.Transaction transaction, UUID denial) throws SQLException;
    }

    /**
     * Does the work on each. One that fails holds up no other, and is tried again with the next run.
     *
     * @param condition on {@code denial d}, with {@code :today} as its only parameter
     * @return on how many something was done
     */
    int each(String condition, LocalDate today, Work work) throws SQLException {
        int done = 0;
        SQLException failure = null;
        UUID after = FIRST;
        for (List<UUID> batch = batch(condition, today, after);
                !batch.isEmpty();
                batch = batch(condition, today, after)) {
            for (UUID id : batch) {
                try {
                    done += transactions.once(transaction -> work.on(transaction, id)) ? 1 : 0;
                } catch (SQLException e) {
                    LOG.warnf("Denial %s: what is due could not be done, and will be tried again", id);
                    failure = e;
                }
            }
            after = batch.getLast();
        }
        if (failure != null) {
            throw failure;
        }
        return done;
    }

    private List<UUID> batch(String condition, LocalDate today, UUID after) throws SQLException {
        return transactions.once(transaction -> transaction
                .sql("select d.id from denial d where (" + condition + ") and d.id > :after order by d.id limit "
                        + BATCH)
                .with("today", today, "after", after)
                .list(UUID.class));
    }

    /**
     * Locks the originator's file of a denial, before the denial itself: in the order in which a person's change writes
     * the two.
     */
    static void lockFile(TimerTransactions.Transaction transaction, UUID denial) {
        transaction
                .sql("select denial_id from denial_file where denial_id = :denial for update")
                .with("denial", denial)
                .exists();
    }
}
