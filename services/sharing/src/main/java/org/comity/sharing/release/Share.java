package org.comity.sharing.release;

import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Role;
import org.comity.sharing.states.MemberStates;

/**
 * What a state has of a record, as its row in the audience says, and what follows for its people: the service's half of the
 * country wall. Row-level security says the same once more in the database, and each of the two holds alone.
 *
 * <p>Source: docs/rules.md R-40 to R-44 (domain 4.9).
 *
 * <p>Rules.
 *
 * @param own the state is the originator
 * @param released the record was released to the state
 * @param licensing it was released for licensing
 * @param analysis it was released for policy work
 */
public record Share(boolean own, boolean released, boolean licensing, boolean analysis) {

    /** How much of the record the caller sees. */
    public Lens lens(Caller caller) {
        if (own && caller.isLicensingDesk()) {
            return Lens.OWN;
        }
        if (licensing && isDeskOrContact(caller)) {
            return Lens.FULL;
        }
        if (released && isDeskOrContact(caller) || analysis && caller.hasAny(Role.ANALYST)) {
            return Lens.HEADER;
        }
        return Lens.NOTHING;
    }

    /** Whether the caller sits at a licensing desk, or is its state's point of contact. */
    public static boolean isDeskOrContact(Caller caller) {
        return caller.isLicensingDesk() || caller.hasAny(Role.POC);
    }

    /** The condition, on the audience as {@code a} and the state as {@code :state}, under which a record is on the caller's list. */
    public static String listCondition(Caller caller) {
        return "a.state = :state and " + MemberStates.HOLDS + " and (a.own and " + caller.isLicensingDesk()
                + " or a.released and " + isDeskOrContact(caller) + " or a.analysis and " + caller.hasAny(Role.ANALYST)
                + ")";
    }

    /** The condition, on the same, under which the caller sees the narrative of a record on its list too. */
    public static String narrativeCondition(Caller caller) {
        return "(a.own and " + caller.isLicensingDesk() + " or a.licensing and " + isDeskOrContact(caller) + ")";
    }
}
