package org.comity.sharing.record;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.comity.kernel.timer.TimerTransactions;
import org.jboss.logging.Logger;

/** Goes through the records of a kind that something is due for, each in a transaction of its own. */
public final class DueRecords {

    private static final Logger LOG = Logger.getLogger(DueRecords.class);
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final TimerTransactions transactions;
    private final String table;

    /**
     * Goes through the records of a kind.
     *
     * @param table the table of its headers
     */
    public DueRecords(TimerTransactions transactions, String table) {
        this.transactions = transactions;
        this.table = table;
    }

    /** What is done to one record; it looks again, since another replica may have been first. */
    public interface Work {

        /** Does it, and tells whether there was anything to do. */
        boolean on(TimerTransactions.Transaction transaction, UUID id) throws SQLException;
    }

    /**
     * Does the work on each. One that fails holds up no other, and is tried again with the next run.
     *
     * @param condition on the header {@code d}, with {@code :today} as its only parameter
     * @param today in UTC
     * @return on how many something was done
     */
    public int each(String condition, LocalDate today, Work work) throws SQLException {
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
                    LOG.warnf("%s %s: what is due could not be done, and will be tried again", table, id);
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
                .sql("select d.id from " + table + " d where (" + condition + ") and d.id > :after order by d.id limit "
                        + BATCH)
                .with("today", today, "after", after)
                .list(UUID.class));
    }

    /**
     * Locks the desk's file of a record, before the record itself: in the order in which a person's change writes the two.
     *
     * @param file the table of files
     * @param column what it calls the record's id
     */
    public static void lockFile(TimerTransactions.Transaction transaction, String file, String column, UUID id) {
        transaction
                .sql("select 1 from " + file + " where " + column + " = :id for update")
                .with("id", id)
                .exists();
    }
}
