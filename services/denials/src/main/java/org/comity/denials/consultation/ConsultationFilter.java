package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.comity.denials.states.MemberStates;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Role;

/**
 * The service's half of the country wall around consultations. Row-level security says the same once more in the
 * database, and each of the two holds alone. Every statement here has the parameters {@code state} and {@code desk}.
 *
 * <p>Source: docs/rules.md, R-143 (domain 4.9).
 */
@Singleton
class ConsultationFilter {

    private final EntityManager database;

    ConsultationFilter(EntityManager database) {
        this.database = database;
    }

    /** What the caller is to this consultation. */
    Part part(Caller caller, UUID consultation) {
        if (caller.state().isEmpty() || !reads(caller)) {
            return Part.NOTHING;
        }
        List<?> rows = database.createNativeQuery("select c.requesting_state = :state, c.requested_at is not null,"
                        + " exists (select 1 from consultation_thread t where t.consultation_id = c.id and "
                        + "t.consulted_state = :state), exists (select 1 from consultation_notice n"
                        + " where n.consultation_id = c.id and " + NOTIFIED + ") from consultation c where c.id = :id")
                .setParameter("state", caller.ownState().value())
                .setParameter("desk", caller.isLicensingDesk())
                .setParameter("id", consultation)
                .getResultList();
        if (rows.isEmpty()) {
            return Part.NOTHING;
        }
        Object[] row = (Object[]) rows.getFirst();
        if ((Boolean) row[0]) {
            return caller.isLicensingDesk()
                    ? Part.REQUESTING
                    : (Boolean) row[1] ? Part.REQUESTING_CONTACT : Part.NOTHING;
        }
        return (Boolean) row[2] ? Part.CONSULTED : (Boolean) row[3] ? Part.NOTIFIED : Part.NOTHING;
    }

    /** Licensing desk and point of contact read consultations; nobody else does. */
    static boolean reads(Caller caller) {
        return caller.isLicensingDesk() || caller.hasAny(Role.POC);
    }

    private static final String READS_DENIAL =
            "exists (select 1 from denial_audience a where a.denial_id = %s.denial_id"
                    + " and a.state = :state and (a.own and :desk or a.released) and " + MemberStates.HOLDS + ")";

    private static final String NOTIFIED = "(exists (select 1 from consultation_notice_denial nd"
            + " where nd.consultation_id = n.consultation_id and " + READS_DENIAL.formatted("nd") + ")"
            + " or exists (select 1 from consultation_notice_state ns"
            + " where ns.consultation_id = n.consultation_id and ns.state = :state))";

    /** The condition on a thread {@code t}: one's own, as the consulted or as the requesting state. */
    String thread() {
        return "(t.consulted_state = :state or t.requesting_state = :state)";
    }

    /** The condition on a denial {@code cd} that is cited in a thread: written down here, or to be read here. */
    String cited() {
        return "(cd.requesting_state = :state or cd.consulted_state = :state and " + READS_DENIAL.formatted("cd") + ")";
    }

    /** The condition on a denial {@code nd} of a notice. */
    String undercut() {
        return "(nd.requesting_state = :state or " + READS_DENIAL.formatted("nd") + ")";
    }

    /** The condition on a notice {@code n}. */
    String notice() {
        return "(n.requesting_state = :state or " + NOTIFIED + ")";
    }

    /** The condition on the clock {@code k} of a notice. */
    String clock() {
        return "k.requesting_state = :state and :desk";
    }

    /** The condition on a consultation {@code c} that is one's own to see. */
    String own() {
        return "c.requesting_state = :state and (:desk or c.requested_at is not null)";
    }

    /** The condition on an internal note {@code m}. */
    String note() {
        return "m.state = :state and :desk";
    }
}
