package org.comity.denials.procedure;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import org.comity.kernel.sql.Sql;
import org.comity.kernel.sql.SqlStatement;

/**
 * The procedures that the states adopted, by the version in force on a day.
 *
 * <p>Rules: R-32.
 */
@Singleton
public class Procedures {

    private final Sql sql;

    Procedures(Sql sql) {
        this.sql = sql;
    }

    /** The denial-notification procedure on this day; the first version before any was in force. */
    public DenialNotification denialNotification(LocalDate on) {
        return procedure("DENIAL_NOTIFICATION", IN_FORCE).with("day", on).one(DenialNotification.class);
    }

    /** The consultation procedure on this day; the first version before any was in force. */
    public ConsultationProcedure consultation(LocalDate on) {
        return procedure(ConsultationProcedure.CODE, IN_FORCE).with("day", on).one(ConsultationProcedure.class);
    }

    /** A version of the consultation procedure that was applied before. */
    public ConsultationProcedure consultation(int version) {
        return procedure(ConsultationProcedure.CODE, " and version = :version")
                .with("version", version)
                .one(ConsultationProcedure.class);
    }

    private static final String IN_FORCE = " order by (in_force_from <= :day) desc,"
            + " case when in_force_from <= :day then version else -version end desc limit 1";

    private SqlStatement procedure(String code, String which) {
        return sql.of("select * from procedure_version where code = :code" + which)
                .with("code", code);
    }
}
