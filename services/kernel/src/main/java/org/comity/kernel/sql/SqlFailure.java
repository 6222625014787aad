package org.comity.kernel.sql;

import java.sql.SQLException;

/** A statement on a connection of its own failed; in a request Hibernate says so in its own words. */
public final class SqlFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final SQLException cause;

    SqlFailure(SQLException cause) {
        super(cause);
        this.cause = cause;
    }

    /** What the driver said. */
    public SQLException sql() {
        return cause;
    }
}
