package org.comity.denials.procedure;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;

/** The procedures that the states adopted, by the version in force on a day. */
@Singleton
public class Procedures {

    private final EntityManager database;

    Procedures(EntityManager database) {
        this.database = database;
    }

    /** The denial-notification procedure on this day; the first version before any was in force. */
    public DenialNotification denialNotification(LocalDate on) {
        Object[] row = (Object[]) database.createNativeQuery(
                        "select version, notify_preferred, notify_latest, validity_years, review_reminder_days"
                                + " from procedure_version where code = 'DENIAL_NOTIFICATION'"
                                + " order by (in_force_from <= :day) desc,"
                                + " case when in_force_from <= :day then version else -version end desc limit 1")
                .setParameter("day", on)
                .getSingleResult();
        return new DenialNotification(
                (Integer) row[0], (Integer) row[1], (Integer) row[2], (Integer) row[3], (Integer) row[4]);
    }

    /** The consultation procedure on this day; the first version before any was in force. */
    public ConsultationProcedure consultation(LocalDate on) {
        return consultation(database.createNativeQuery(CONSULTATION + " order by (in_force_from <= :day) desc,"
                        + " case when in_force_from <= :day then version else -version end desc limit 1")
                .setParameter("day", on)
                .getSingleResult());
    }

    /** A version of the consultation procedure that was applied before. */
    public ConsultationProcedure consultation(int version) {
        return consultation(database.createNativeQuery(CONSULTATION + " and version = :version")
                .setParameter("version", version)
                .getSingleResult());
    }

    private static final String CONSULTATION = "select version, reply_days, extension_days, notify_preferred,"
            + " notify_latest from procedure_version where code = '" + ConsultationProcedure.CODE + "'";

    private static ConsultationProcedure consultation(Object row) {
        Object[] cells = (Object[]) row;
        return new ConsultationProcedure(
                (Integer) cells[0], (Integer) cells[1], (Integer) cells[2], (Integer) cells[3], (Integer) cells[4]);
    }
}
