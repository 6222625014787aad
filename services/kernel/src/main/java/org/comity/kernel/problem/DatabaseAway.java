package org.comity.kernel.problem;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Set;

/**
 * Tells whether something failed because the database is out of reach, hangs, or is busy for too long.
 *
 * <p>Rules: R-277.
 */
final class DatabaseAway {

    /**
     * Of PostgreSQL's codes: a statement that took too long, a lock that was not given in time, a session that was ended
     * from outside or sat idle in a transaction, and a server that starts, stops or has no connection left.
     */
    private static final Set<String> STATES = Set.of("57014", "55P03", "57P01", "57P02", "57P03", "25P03", "53300");

    /** The class of codes for connections that fail. */
    private static final String CONNECTION = "08";

    private DatabaseAway() {}

    static boolean isTheCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTimeoutException || cause instanceof SQLException sql && isAway(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                // Agroal's own, where no connection came in time or the pool is closed
                ? failure.getClass().equals(SQLException.class)
                : state.startsWith(CONNECTION) || STATES.contains(state);
    }
}
