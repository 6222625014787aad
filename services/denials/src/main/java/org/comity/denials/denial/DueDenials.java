package org.comity.denials.denial;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.comity.kernel.timer.TimerTransactions;
import org.comity.sharing.record.DueRecords;

/** The denials that something is due for. */
@Singleton
class DueDenials {

    private final DueRecords denials;

    DueDenials(TimerTransactions transactions) {
        this.denials = new DueRecords(transactions, "denial");
    }

    /** Does the work on each, as {@link DueRecords#each}. */
    int each(String condition, LocalDate today, DueRecords.Work work) throws SQLException {
        return denials.each(condition, today, work);
    }

    /** Locks the originator's file of a denial, before the denial itself. */
    static void lockFile(TimerTransactions.Transaction transaction, UUID denial) {
        DueRecords.lockFile(transaction, "denial_file", "denial_id", denial);
    }
}
