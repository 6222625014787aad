package org.comity.sharing.release;

import java.util.Optional;
import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Role;
import org.comity.kernel.caller.StateCode;
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

    /** The secretariat in an audience: a code that ISO 3166 leaves to its users, and that no release can name. */
    public static final StateCode SECRETARIAT = new StateCode("ZZ");

    /** How much of the record the caller sees, whose kind this desk works on. */
    public Lens lens(Caller caller, Desk desk) {
        if (own && desk.works(caller)) {
            return Lens.OWN;
        }
        return switch (desk) {
            case ANALYSIS ->
                released && desk.reads(caller) || released && isSecretariat(caller) ? Lens.FULL : Lens.NOTHING;
            case LICENSING -> {
                if (licensing && desk.reads(caller)) {
                    yield Lens.FULL;
                }
                yield released && desk.reads(caller) || analysis && caller.hasAny(Role.ANALYST)
                        ? Lens.HEADER
                        : Lens.NOTHING;
            }
        };
    }

    /** Whether the caller sits at a licensing desk, or is its state's point of contact. */
    public static boolean isDeskOrContact(Caller caller) {
        return Desk.LICENSING.reads(caller);
    }

    /** Whether the caller is of the secretariat, which reads bulletins as a state does whose code is {@link #SECRETARIAT}. */
    private static boolean isSecretariat(Caller caller) {
        return caller.hasAny(Role.SECRETARIAT, Role.SECRETARIAT_ADMIN);
    }

    /**
     * As whom the caller reads: its state; for the secretariat, where this desk's records go to it, its own code.
     *
     * @return empty where the caller reads no record of the kind
     */
    public static Optional<StateCode> reader(Caller caller, Desk desk) {
        return desk == Desk.ANALYSIS && isSecretariat(caller) ? Optional.of(SECRETARIAT) : caller.state();
    }

    /** The condition, on the audience as {@code a} and the reader as {@code :state}, under which a record is on the caller's list. */
    public static String listCondition(Caller caller, Desk desk) {
        String analysts = desk == Desk.LICENSING ? " or a.analysis and " + caller.hasAny(Role.ANALYST) : "";
        return "a.state = :state and " + MemberStates.HOLDS + " and (a.own and " + desk.works(caller)
                + " or a.released and " + (desk.reads(caller) || desk == Desk.ANALYSIS && isSecretariat(caller))
                + analysts
                + ")";
    }

    /** The condition, on the same, under which the caller sees the narrative of a denial on its list too. */
    public static String narrativeCondition(Caller caller) {
        return "(a.own and " + caller.isLicensingDesk() + " or a.licensing and " + isDeskOrContact(caller) + ")";
    }
}
