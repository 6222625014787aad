package org.comity.sharing.release;

import org.comity.kernel.caller.Caller;
import org.comity.kernel.caller.Role;
import org.comity.sharing.foureyes.TakenBy;

/**
 * Who of a state works on a kind of record, and who of a state that it was released to reads it.
 *
 * <p>Source: docs/rules.md R-40, R-318 (domain 4.9).
 */
public enum Desk {
    /**
     * Denials and returns: officers, approvers and systems work on them. Those and the point of contact read what is for
     * licensing, and the header of the rest; analysts read the header of what is for policy work.
     */
    LICENSING(TakenBy.DESK),
    /** Bulletins: analysts work on them too. All of them and the point of contact read the whole, whatever its use. */
    ANALYSIS(TakenBy.ANALYSTS);

    private final TakenBy drafts;

    Desk(TakenBy drafts) {
        this.drafts = drafts;
    }

    /** Who drafts such a record. */
    public TakenBy drafts() {
        return drafts;
    }

    /** Whether the caller works on records of this kind of its own state. */
    public boolean works(Caller caller) {
        return drafts.lets(caller);
    }

    /** Whether the caller reads what is released to its state. */
    boolean reads(Caller caller) {
        return works(caller) || caller.hasAny(Role.POC);
    }
}
