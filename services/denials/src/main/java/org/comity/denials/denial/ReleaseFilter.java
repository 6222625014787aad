package org.comity.denials.denial;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.comity.denials.states.MemberStates;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Role;

/**
 * The service's half of the country wall: what of a denial a caller sees. Row-level security says the same once more
 * in the database, and each of the two holds alone.
 *
 * <p>Source: docs/rules.md R-40 to R-44 (domain 4.9).
 */
@Singleton
class ReleaseFilter {

    private final EntityManager database;

    ReleaseFilter(EntityManager database) {
        this.database = database;
    }

    /** How much of this denial the caller sees. */
    Lens lens(Caller caller, UUID denial) {
        if (caller.state().isEmpty()) {
            return Lens.NOTHING;
        }
        List<?> rows = database.createNativeQuery("select a.own, a.released, a.licensing, a.analysis"
                        + " from denial_audience a where a.denial_id = :denial and a.state = :state and "
                        + MemberStates.HOLDS)
                .setParameter("denial", denial)
                .setParameter("state", caller.ownState().value())
                .getResultList();
        if (rows.isEmpty()) {
            return Lens.NOTHING;
        }
        Object[] row = (Object[]) rows.getFirst();
        return lens(caller, new Share((Boolean) row[0], (Boolean) row[1], (Boolean) row[2], (Boolean) row[3]));
    }

    /** What a state has of a denial, as its row in the audience says. */
    record Share(boolean own, boolean released, boolean licensing, boolean analysis) {}

    /** How much of a denial a caller sees whose state has this share of it. */
    static Lens lens(Caller caller, Share share) {
        boolean desk = caller.isLicensingDesk();
        boolean contact = caller.hasAny(Role.POC);
        if (share.own() && desk) {
            return Lens.OWN;
        }
        if (share.licensing() && (desk || contact)) {
            return Lens.FULL;
        }
        if (share.released() && (desk || contact) || share.analysis() && caller.hasAny(Role.ANALYST)) {
            return Lens.HEADER;
        }
        return Lens.NOTHING;
    }

    /** Whether the caller sits at a licensing desk, or is its state's point of contact. */
    static boolean isDeskOrContact(Caller caller) {
        return caller.isLicensingDesk() || caller.hasAny(Role.POC);
    }

    /** The condition, on the audience as {@code a}, under which a denial is on the caller's list. */
    String listCondition(Caller caller) {
        String desk = String.valueOf(caller.isLicensingDesk());
        String deskOrContact = String.valueOf(isDeskOrContact(caller));
        String analyst = String.valueOf(caller.hasAny(Role.ANALYST));
        return "a.state = :state and " + MemberStates.HOLDS + " and (a.own and " + desk + " or a.released and "
                + deskOrContact + " or a.analysis and " + analyst + ")";
    }

    /** The condition, on the same, under which the caller sees the parties and reasons of a denial on its list too. */
    String narrativeCondition(Caller caller) {
        return "(a.own and " + caller.isLicensingDesk() + " or a.licensing and " + isDeskOrContact(caller) + ")";
    }
}
