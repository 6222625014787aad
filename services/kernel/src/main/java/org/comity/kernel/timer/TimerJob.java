package org.comity.kernel.timer;

import java.sql.SQLException;
import java.time.Duration;

/**
 * Something that a service does again and again. Every bean of this type is run, in one replica at a time as a rule.
 *
 * <p>A job asks the injected {@link java.time.Clock} what is due, and finds it by the state of the records, not by how
 * often it ran: after downtime one run catches up. It works in small transactions of {@link TimerTransactions}, and
 * each of them takes effect once however often it is tried, also when two replicas try at once: a replica that was
 * thought dead may still be at it.
 *
 * <p>Rules: R-75.
 */
public interface TimerJob {

    /** Its name, unique in the service and stable: {@code timer_run} keeps it. */
    String name();

    /** From the end of one run to the beginning of the next. */
    Duration interval();

    /**
     * Does what is due.
     *
     * @return how much was done: for metrics
     */
    int run() throws SQLException;
}
