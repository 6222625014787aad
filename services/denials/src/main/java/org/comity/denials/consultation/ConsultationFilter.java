package org.comity.denials.consultation;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.sql.Sql;
import org.comity.sharing.states.MemberStates;

/**
 * The service's half of the country wall around consultations. Row-level security says the same once more in the
 * database, and each of the two holds alone. Every statement here has the parameters {@code state} and {@code desk}.
 *
 * <p>Source: docs/rules.md, R-143 (domain 4.9).
 *
 * <p>Rules.
 */
@Singleton
class ConsultationFilter {

    private final Sql sql;

    ConsultationFilter(Sql sql) {
        this.sql = sql;
    }

    /** What the caller is to this consultation. */
    Part part(Caller caller, UUID consultation) {
        if (caller.state().isEmpty() || !reads(caller)) {
            return Part.NOTHING;
        }
        return sql.of("select c.requesting_state = :state as own, c.requested_at is not null as requested,"
                        + " exists (select 1 from consultation_thread t where t.consultation_id = c.id"
                        + " and t.consulted_state = :state) as consulted, exists (select 1 from consultation_notice n"
                        + " where n.consultation_id = c.id and " + NOTIFIED + ") as notified"
                        + " from consultation c where c.id = :id")
                .with("state", caller.ownState(), "desk", caller.isLicensingDesk(), "id", consultation)
                .first(Share.class)
                .map(share -> share.part(caller.isLicensingDesk()))
                .orElse(Part.NOTHING);
    }

    /** What a state has of a consultation. */
    private record Share(boolean own, boolean requested, boolean consulted, boolean notified) {

        Part part(boolean desk) {
            if (own) {
                return desk ? Part.REQUESTING : requested ? Part.REQUESTING_CONTACT : Part.NOTHING;
            }
            return consulted ? Part.CONSULTED : notified ? Part.NOTIFIED : Part.NOTHING;
        }
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
